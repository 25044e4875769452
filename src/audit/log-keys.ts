import { createHash } from 'node:crypto';
import { jsonOf } from './bundle.js';
import { originOf } from './checkpoint.js';
import { openNote, readVerifierKey, type NoteKey } from './signed-note.js';

/** The event by which a log announces the key that signs its checkpoints from then on. */
export const KEY_ACTION = 'log-key.set';

/** A key of a log, from the event on that announces it. */
export interface LogKeyEntry {
  readonly key: NoteKey;
  /** Number of the announcing event. */
  readonly since: number;
  /** The new key, signed by the one before it; empty for the first. */
  readonly endorsement: string;
}

/** SHA-256 (hex) of the 32 bytes, as the announcing event holds it. */
export const keyFingerprint = ({ publicKey }: NoteKey): string => createHash('sha256').update(publicKey).digest('hex');

/** What an old key signs so that a new one may follow it. */
export const endorsementText = (organizationId: string, key: string): string =>
  `prongsai-log-key.v1\n${originOf(organizationId)}\n${key}\n`;

export const logKeyLine = (key: string, { since, endorsement }: Pick<LogKeyEntry, 'since' | 'endorsement'>): string =>
  JSON.stringify({ key, since: String(since), endorsement });

/** Null for a line that `logKeyLine` could not have written, or a key of another log. */
export function readLogKeyLine(line: string, organizationId: string): LogKeyEntry | null {
  const { key: text, since, endorsement } = jsonOf(line);
  if (typeof text !== 'string' || typeof since !== 'string' || typeof endorsement !== 'string') return null;
  const key = readVerifierKey(text);
  if (key?.name !== originOf(organizationId) || !/^[1-9]\d{0,14}$/.test(since)) return null;
  const entry = { key, since: Number(since), endorsement };
  return logKeyLine(text, entry) === line ? entry : null;
}

/** Whether each key but the first comes later than the one before and was signed by it. @returns the first that does not, from 0 */
export function firstUnendorsed(
  keys: readonly LogKeyEntry[],
  organizationId: string,
  text: (key: NoteKey) => string,
): number {
  return keys.findIndex(({ key, since, endorsement }, at) => {
    const before = keys[at - 1];
    if (!before) return endorsement !== '';
    const opened = openNote(endorsement, [before.key]);
    return since <= before.since || opened?.text !== endorsementText(organizationId, text(key));
  });
}

/** The key in force when the log had that many events. */
export const keyInForce = (keys: readonly LogKeyEntry[], size: number): LogKeyEntry | undefined =>
  keys.filter(({ since }) => since <= size).at(-1);
