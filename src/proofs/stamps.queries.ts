import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** What an authority said about a checkpoint. */
export interface StoredStamp {
  /** Of the checkpoint. */
  readonly size: number;
  /** TimeStampToken of RFC 3161 over the bytes of the checkpoint's note, DER. */
  readonly token: Buffer;
  readonly stampedAt: Date;
  /** As the authority's certificate calls it. */
  readonly authority: string;
}

const COLUMNS = 'size, token, stamped_at as "stampedAt", authority';

interface Row extends Omit<StoredStamp, 'size'> {
  readonly size: string;
}

const stored = (row: Row): StoredStamp => ({ ...row, size: Number(row.size) });

/** Oldest first, up to a size of the log. */
export async function stampsUpTo(tx: Tx, organizationId: OrganizationId, size: number): Promise<StoredStamp[]> {
  const rows: Row[] = await tx.query(
    `select ${COLUMNS} from audit_stamp
     where organization_id = $1 and size <= $2 order by size`,
    [organizationId, size],
  );
  return rows.map(stored);
}

/** Null while no authority has seen the log. */
export async function newestStamp(tx: Tx, organizationId: OrganizationId): Promise<StoredStamp | null> {
  const [row]: Row[] = await tx.query(
    `select ${COLUMNS} from audit_stamp
     where organization_id = $1 order by size desc limit 1`,
    [organizationId],
  );
  return row ? stored(row) : null;
}

/** @throws DomainError audit.stamp-not-found */
export async function stampOfSize(tx: Tx, organizationId: OrganizationId, size: number): Promise<StoredStamp> {
  const [row]: Row[] = await tx.query(`select ${COLUMNS} from audit_stamp where organization_id = $1 and size = $2`, [
    organizationId,
    size,
  ]);
  if (!row) throw new DomainError('audit.stamp-not-found', { size });
  return stored(row);
}

/** Keeps the first stamp of a checkpoint. */
export async function keepStamp(
  tx: Tx,
  organizationId: OrganizationId,
  { size, token, stampedAt, authority }: StoredStamp,
): Promise<void> {
  await tx.query(
    `insert into audit_stamp (organization_id, size, token, stamped_at, authority) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [organizationId, size, token, stampedAt, authority],
  );
}
