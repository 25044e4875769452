import { originOf } from '../audit/checkpoint.js';
import { logKeyLine, type LogKeyEntry } from '../audit/log-keys.js';
import type { LogPlace } from '../audit/log-walk.js';
import { verifierKey } from '../audit/signed-note.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** C2SP signed note: origin, size and root, then the signature. */
  readonly note: string;
  readonly madeAt: Date;
}

interface Row {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly madeAt: Date;
}

const stored = ({ size, ...rest }: Row): StoredCheckpoint => ({ size: Number(size), ...rest });

/** Null while the log has none. */
export async function latestCheckpoint(tx: Tx, organizationId: OrganizationId): Promise<StoredCheckpoint | null> {
  const [row] = await newestCheckpoints(tx, organizationId, 1);
  return row ?? null;
}

/** @throws DomainError audit.checkpoint-not-found */
export async function checkpointOfSize(
  tx: Tx,
  organizationId: OrganizationId,
  size: number,
): Promise<StoredCheckpoint> {
  const [row]: Row[] = await tx.query(
    `select size, root, note, made_at as "madeAt" from audit_checkpoint where organization_id = $1 and size = $2`,
    [organizationId, size],
  );
  if (!row) throw new DomainError('audit.checkpoint-not-found', { size });
  return stored(row);
}

/** The last checkpoint of a month. @param month YYYY-MM, in Thailand @throws DomainError audit.checkpoint-not-found */
export async function checkpointOfMonth(
  tx: Tx,
  organizationId: OrganizationId,
  month: string,
): Promise<StoredCheckpoint> {
  const [row]: Row[] = await tx.query(
    `select size, root, note, made_at as "madeAt" from audit_checkpoint
     where organization_id = $1 and ${MONTH} = $2 order by size desc limit 1`,
    [organizationId, month],
  );
  if (!row) throw new DomainError('audit.checkpoint-not-found', { month });
  return stored(row);
}

/** Months (YYYY-MM, in Thailand) in which the log was signed, newest first. */
export async function checkpointedMonths(tx: Tx, organizationId: OrganizationId, limit: number): Promise<string[]> {
  const rows: { month: string }[] = await tx.query(
    `select distinct ${MONTH} as month from audit_checkpoint where organization_id = $1 order by 1 desc limit $2`,
    [organizationId, limit],
  );
  return rows.map(({ month }) => month);
}

const MONTH = `to_char(made_at at time zone 'Asia/Bangkok', 'YYYY-MM')`;

/** How many events the log has by now. */
export async function logSize(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const [row]: { seq: string }[] = await tx.query('select seq from audit_head where organization_id = $1', [
    organizationId,
  ]);
  return Number(row?.seq ?? '0');
}

/** Newest first. */
export async function newestCheckpoints(
  tx: Tx,
  organizationId: OrganizationId,
  limit: number,
): Promise<StoredCheckpoint[]> {
  const rows: Row[] = await tx.query(
    `select size, root, note, made_at as "madeAt" from audit_checkpoint
     where organization_id = $1 order by size desc limit $2`,
    [organizationId, limit],
  );
  return rows.map(stored);
}

/** Oldest first, up to a size of the log. */
export async function checkpointsUpTo(
  tx: Tx,
  organizationId: OrganizationId,
  size: number,
): Promise<StoredCheckpoint[]> {
  const rows: Row[] = await tx.query(
    `select size, root, note, made_at as "madeAt" from audit_checkpoint
     where organization_id = $1 and size <= $2 order by size`,
    [organizationId, size],
  );
  return rows.map(stored);
}

/** Where the newest checkpoint left the log; null while there is none. */
export async function checkpointedPlace(tx: Tx, organizationId: OrganizationId): Promise<LogPlace | null> {
  const [row]: { size: string; head: Buffer; frontier: Buffer }[] = await tx.query(
    'select size, head, frontier from audit_checkpoint where organization_id = $1 order by size desc limit 1',
    [organizationId],
  );
  return row ? { size: Number(row.size), head: row.head, frontier: row.frontier } : null;
}

/** The keys of the log, oldest first. */
export async function logKeys(tx: Tx, organizationId: OrganizationId): Promise<LogKeyEntry[]> {
  const rows: { since: string; publicKey: Buffer; endorsement: string }[] = await tx.query(
    `select since, public_key as "publicKey", endorsement from audit_log_key where organization_id = $1 order by since`,
    [organizationId],
  );
  const name = originOf(organizationId);
  return rows.map(({ since, publicKey, endorsement }) => ({
    key: { name, publicKey },
    since: Number(since),
    endorsement,
  }));
}

/** The keys as a bundle and the public site tell them, one line each. */
export const keyLines = (keys: readonly LogKeyEntry[]): string =>
  keys.map((entry) => `${logKeyLine(verifierKey(entry.key), entry)}\n`).join('');
