import { readCheckpoint, type Checkpoint } from './checkpoint.js';
import { isConsistent } from './merkle-proofs.js';
import { openNote, splitNote, type NoteKey } from './signed-note.js';

/** What a log tells a witness (C2SP tlog-witness): its new checkpoint, and that it grew out of the one the witness knows. */
export interface AddCheckpoint {
  /** Size of the tree that the witness cosigned last; 0 for none. */
  readonly oldSize: number;
  /** RFC 6962 consistency proof from there; empty from 0. */
  readonly proof: readonly Buffer[];
  /** The signed checkpoint. */
  readonly note: string;
}

/** A checkpoint of it may be this long, with many lines of other witnesses. */
export const LARGEST_REQUEST_BYTES = 16_384;
const LONGEST_PROOF = 63;
const HASH_BYTES = 32;

export const addCheckpointBody = ({ oldSize, proof, note }: AddCheckpoint): string =>
  `old ${oldSize}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`;

/** Null for a text that `addCheckpointBody` could not have written. */
export function readAddCheckpoint(body: string): AddCheckpoint | null {
  const at = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, at).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? [];
  if (at === -1 || size === undefined || lines.length > LONGEST_PROOF) return null;
  const asked = {
    oldSize: Number(size),
    proof: lines.map((line) => Buffer.from(line, 'base64')),
    note: body.slice(at + 2),
  };
  const isWhole = asked.proof.every((hash) => hash.length === HASH_BYTES) && splitNote(asked.note) !== null;
  return isWhole && addCheckpointBody(asked) === body ? asked : null;
}

/** Which log a request is about, before anything of it is believed; null for a note that is no checkpoint of the form we know. */
export const originIn = ({ note }: AddCheckpoint): string | null =>
  readCheckpoint(splitNote(note)?.text ?? '')?.origin ?? null;

/** What a witness knows of a log. */
export interface WitnessedLog {
  /** Whose signature counts; none: the log was not admitted. */
  readonly keys: readonly NoteKey[];
  /** Of the newest tree that was cosigned; 0 for none. */
  readonly size: number;
  /** Null while the size is 0. */
  readonly root: Buffer | null;
}

/** Why a witness refuses, as C2SP tlog-witness numbers it. `knownSize` is told with 409. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 409 | 422;
}

/** What is to be cosigned. */
export interface Accepted {
  readonly status: 200;
  readonly checkpoint: Checkpoint;
  /** The checkpoint as it was signed, without signatures. */
  readonly text: string;
  /** The key of the log that signed it. */
  readonly signer: NoteKey;
}

/**
 * Whether a witness may cosign: only a tree that is signed by the log and in which everything that was cosigned before stands
 * unchanged. Never a smaller one, never another of the same size.
 */
export function judgeAddCheckpoint({ oldSize, proof, note }: AddCheckpoint, log: WitnessedLog): Accepted | Refusal {
  if (log.keys.length === 0) return { status: 404 };
  const opened = openNote(note, log.keys);
  const checkpoint = opened && readCheckpoint(opened.text);
  if (!opened || checkpoint?.origin !== opened.key.name) return { status: 403 };
  if (oldSize > checkpoint.size || checkpoint.size === 0) return { status: 400 };
  if (oldSize !== log.size) return { status: 409 };
  const accepted = { status: 200, checkpoint, text: opened.text, signer: opened.key } as const;
  if (!log.root) return proof.length === 0 ? accepted : { status: 422 };
  if (oldSize === checkpoint.size && !log.root.equals(checkpoint.root)) return { status: 409 };
  return isConsistent({ from: { size: oldSize, root: log.root }, to: checkpoint }, proof) ? accepted : { status: 422 };
}
