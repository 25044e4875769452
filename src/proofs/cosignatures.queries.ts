import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { problemOf, type Problem } from '../outbox/work.queries.js';

/** What a witness said about a checkpoint. */
export interface StoredCosignature {
  /** Of the checkpoint. */
  readonly size: number;
  /** Name of the witness. */
  readonly witness: string;
  /** Of the witness, 32 bytes. */
  readonly publicKey: Buffer;
  /** Signature line of a C2SP note, with its line end. */
  readonly line: string;
  /** When the witness says it was. */
  readonly cosignedAt: Date;
}

const COLUMNS = 'size, witness, public_key as "publicKey", line, cosigned_at as "cosignedAt"';

interface Row extends Omit<StoredCosignature, 'size'> {
  readonly size: string;
}

const stored = (row: Row): StoredCosignature => ({ ...row, size: Number(row.size) });

/** Oldest checkpoint first, then by name of the witness; up to a size of the log. */
export async function cosignaturesUpTo(
  tx: Tx,
  organizationId: OrganizationId,
  size: number,
): Promise<StoredCosignature[]> {
  const rows: Row[] = await tx.query(
    `select ${COLUMNS} from audit_cosignature where organization_id = $1 and size <= $2
     order by size, witness collate "C", public_key`,
    [organizationId, size],
  );
  return rows.map(stored);
}

/** Of the newest checkpoint that any witness has cosigned, by name; none while there is no such. */
export async function newestCosignatures(tx: Tx, organizationId: OrganizationId): Promise<StoredCosignature[]> {
  const rows: Row[] = await tx.query(
    `select ${COLUMNS} from audit_cosignature
     where organization_id = $1 and size = (select max(size) from audit_cosignature where organization_id = $1)
     order by witness collate "C", public_key`,
    [organizationId],
  );
  return rows.map(stored);
}

/** Size of the newest checkpoint that a witness has cosigned; 0 for none. */
export async function cosignedSize(tx: Tx, organizationId: OrganizationId, publicKey: Buffer): Promise<number> {
  const [row]: { size: string | null }[] = await tx.query(
    'select max(size) as size from audit_cosignature where organization_id = $1 and public_key = $2',
    [organizationId, publicKey],
  );
  return Number(row?.size ?? '0');
}

/** Keeps the first cosignature of a checkpoint by one witness. */
export async function keepCosignature(
  tx: Tx,
  organizationId: OrganizationId,
  { size, witness, publicKey, line, cosignedAt }: StoredCosignature,
): Promise<void> {
  await tx.query(
    `insert into audit_cosignature (organization_id, size, witness, public_key, line, cosigned_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [organizationId, size, witness, publicKey, line, cosignedAt],
  );
}

/** How a witness that is asked stands to the log of one organization. */
export interface WitnessState {
  readonly name: string;
  readonly publicKey: Buffer;
  readonly url: string;
  /** The newest that it cosigned: how many events, and when; null for none. */
  readonly newest: { readonly size: number; readonly at: Date } | null;
  /** Why it has not cosigned what it was asked for last; null when it has, or while it was not asked yet. */
  readonly problem: Problem | null;
  /** True: no further try is made until a person asks for it. */
  readonly isSetAside: boolean;
  /** Of the work that asks it; null while there is nothing to ask. */
  readonly workId: string | null;
}

interface StateRow {
  readonly name: string;
  readonly publicKey: Buffer;
  readonly url: string;
  readonly size: string | null;
  readonly at: Date | null;
  readonly problem: string | null;
  readonly problemAt: Date | null;
  readonly state: string | null;
  readonly workId: string | null;
}

/** Every witness that is asked, by name. */
export async function witnessStates(tx: Tx, organizationId: OrganizationId): Promise<WitnessState[]> {
  const rows: StateRow[] = await tx.query(
    `select w.name, w.public_key as "publicKey", w.url, newest.size, newest.at, o.id as "workId", o.state, case when o.state = 'quarantined' or o.failures > 0 then o.last_problem end as problem,
       o.last_problem_at as "problemAt"
     from log_witness w
     left join lateral (
       select size, cosigned_at as at from audit_cosignature c
       where c.organization_id = $1 and c.public_key = w.public_key order by size desc limit 1
     ) newest on true
     left join work o on o.organization_id = $1 and o.step = 'audit.cosign' and o.ref_id = w.id and o.state <> 'done'
     order by w.name, w.id`,
    [organizationId],
  );
  return rows.map(({ name, publicKey, url, size, at, problem, problemAt, state, workId }) => ({
    name,
    publicKey,
    url,
    newest: size !== null && at ? { size: Number(size), at } : null,
    problem: problemOf(problem, problemAt),
    isSetAside: state === 'quarantined',
    workId,
  }));
}
