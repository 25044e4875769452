import type { EntityManager } from 'typeorm';
import type { Accepted, WitnessedLog } from '../audit/add-checkpoint.js';
import type { NoteKey } from '../audit/signed-note.js';

/** A log of others as this installation's operator sees it. */
export interface WitnessedLogState extends WitnessedLog {
  readonly origin: string;
  /** The signed checkpoint that was cosigned last, and when; null while none was. */
  readonly note: string | null;
  readonly cosignedAt: Date | null;
  /** Another signed checkpoint of a size that was cosigned before: the two show that the log was forked. */
  readonly refusedNote: string | null;
  readonly refusedAt: Date | null;
}

interface Row extends Omit<WitnessedLogState, 'keys' | 'size'> {
  readonly size: string;
  readonly keys: readonly Buffer[];
}

const READ = `select l.origin, l.size, l.root, l.note, l.cosigned_at as "cosignedAt",
    l.refused_note as "refusedNote", l.refused_at as "refusedAt",
    array(select k.public_key from witnessed_log_key k where k.origin = l.origin order by k.admitted_at) as keys
  from witnessed_log l`;

const stateOf = ({ size, keys, ...row }: Row): WitnessedLogState => ({
  ...row,
  size: Number(size),
  keys: keys.map((publicKey) => ({ name: row.origin, publicKey })),
});

/** Every log that was ever admitted, by name; one without keys was removed and is remembered. */
export async function witnessedLogs(manager: EntityManager): Promise<WitnessedLogState[]> {
  return (await manager.query<Row[]>(`${READ} order by l.origin`)).map(stateOf);
}

/** What is known of a log; nothing at all of one that was never admitted. */
export async function witnessedLog(manager: EntityManager, origin: string): Promise<WitnessedLog> {
  const [row] = await manager.query<Row[]>(`${READ} where l.origin = $1`, [origin]);
  return row ? stateOf(row) : { keys: [], size: 0, root: null };
}

/** Lets a log be witnessed, or one more of its keys count. @param key named like the log */
export async function admitLog(manager: EntityManager, { name, publicKey }: NoteKey): Promise<void> {
  await manager.query(
    `with log as (insert into witnessed_log (origin) values ($1) on conflict do nothing)
     insert into witnessed_log_key (origin, public_key) values ($1, $2) on conflict do nothing`,
    [name, publicKey],
  );
}

/** Witnesses a log no longer. How far it was cosigned stays: admitted again, it must go on from there. @returns whether it was witnessed */
export async function removeLog(manager: EntityManager, origin: string): Promise<boolean> {
  const [removed] = await manager.query<[unknown[], number]>(
    'delete from witnessed_log_key where origin = $1 returning 1',
    [origin],
  );
  return removed.length > 0;
}

/**
 * Moves a log on, unless it moved meanwhile or its key was removed: one statement, which waits for the row and looks again.
 * @param before as it was when it was judged
 * @returns false when somebody else was faster
 */
export async function moveOn(
  manager: EntityManager,
  { checkpoint, signer, note }: Accepted & { readonly note: string },
  before: WitnessedLog,
  seconds: number,
): Promise<boolean> {
  const [moved] = await manager.query<[unknown[], number]>(
    `update witnessed_log l set size = $2, root = $3, note = $4, cosigned_at = to_timestamp($5)
     where origin = $1 and size = $6 and root is not distinct from $7
       and exists (select from witnessed_log_key k where k.origin = l.origin and k.public_key = $8) returning 1`,
    [checkpoint.origin, checkpoint.size, checkpoint.root, note, seconds, before.size, before.root, signer.publicKey],
  );
  return moved.length === 1;
}

/** Keeps a signed checkpoint that contradicts a cosigned one: the first is enough. */
export async function keepRefused(manager: EntityManager, origin: string, note: string): Promise<void> {
  await manager.query(
    'update witnessed_log set refused_note = $2, refused_at = now() where origin = $1 and refused_note is null',
    [origin, note],
  );
}
