import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { NoteKey } from '../audit/signed-note.js';

/** A witness that the logs of this installation are shown to. */
export interface Witness {
  readonly id: string;
  readonly key: NoteKey;
  /** Submission prefix of C2SP tlog-witness, without a slash at the end. */
  readonly url: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly url: string;
}

const READ = 'select id, name, public_key as "publicKey", url from log_witness';
const witnessOf = ({ id, name, publicKey, url }: Row): Witness => ({ id, key: { name, publicKey }, url });

/** By name. */
export async function witnesses(manager: EntityManager): Promise<Witness[]> {
  return (await manager.query<Row[]>(`${READ} order by name, id`)).map(witnessOf);
}

/** Null when it is not asked any more. */
export async function witnessById(manager: EntityManager, id: string): Promise<Witness | null> {
  const [row] = await manager.query<Row[]>(`${READ} where id = $1`, [id]);
  return row ? witnessOf(row) : null;
}

/** Shows the logs to one more witness, or to a known one at another address. @param url without a slash at the end */
export async function addWitness(manager: EntityManager, { name, publicKey }: NoteKey, url: string): Promise<void> {
  await manager.query('delete from log_witness where public_key = $1', [publicKey]);
  await manager.query('insert into log_witness (id, name, public_key, url) values ($1, $2, $3, $4)', [
    uuidv7(),
    name,
    publicKey,
    url,
  ]);
}

/** What it has cosigned stays. @returns whether there was one of that name */
export async function removeWitness(manager: EntityManager, name: string): Promise<boolean> {
  const [removed] = await manager.query<[unknown[], number]>('delete from log_witness where name = $1 returning 1', [
    name,
  ]);
  return removed.length > 0;
}
