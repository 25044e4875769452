import { sign, type KeyObject } from 'node:crypto';
import {
  ED25519_COSIGNER,
  isSigned,
  keyIdOf,
  noteKeyOf,
  readSignatureLine,
  readVerifierKey,
  SIGNATURE_BYTES,
  signatureLine,
  verifierKey,
  type NoteKey,
} from './signed-note.js';

const TIME_BYTES = 8;

/** A witness's line below a checkpoint (C2SP tlog-cosignature, Ed25519): at that time it had seen no larger tree of the log. */
export interface Cosignature {
  /** Name of the witness. */
  readonly name: string;
  /** Of the witness's key, 4 bytes. */
  readonly keyId: Buffer;
  /** Seconds since 1970. */
  readonly seconds: number;
  readonly signature: Buffer;
}

/** A witness's key as it is handed out. */
export const witnessKey = (key: NoteKey): string => verifierKey(key, ED25519_COSIGNER);

/** Null for a text that `witnessKey` could not have written, such as the key of a log. */
export const readWitnessKey = (text: string): NoteKey | null => readVerifierKey(text, ED25519_COSIGNER);

/** The line of a witness, with its line end. @param checkpoint the text that is cosigned, without signatures */
export function cosign(
  checkpoint: string,
  { name, privateKey }: { readonly name: string; readonly privateKey: KeyObject },
  seconds: number,
): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, Buffer.from(cosignedText(checkpoint, seconds), 'utf8'), privateKey);
  const keyId = keyIdOf(noteKeyOf(name, privateKey), ED25519_COSIGNER);
  return signatureLine({ name, keyId, signature: Buffer.concat([time, signature]) });
}

/** @param line without its line end @returns null for a line that `cosign` could not have written */
export function readCosignature(line: string): Cosignature | null {
  const read = readSignatureLine(line);
  if (read?.signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const seconds = Number(read.signature.readBigUInt64BE(0));
  if (seconds > LAST_SECOND) return null;
  return { name: read.name, keyId: read.keyId, seconds, signature: read.signature.subarray(TIME_BYTES) };
}

export const isBy = ({ name, keyId }: Cosignature, witness: NoteKey): boolean =>
  name === witness.name && keyIdOf(witness, ED25519_COSIGNER).equals(keyId);

/** Whether that witness cosigned that checkpoint at the time it says. */
export const isCosignedBy = (cosignature: Cosignature, checkpoint: string, witness: NoteKey): boolean =>
  isBy(cosignature, witness) && isSigned(cosignedText(checkpoint, cosignature.seconds), witness, cosignature.signature);

export const momentOf = ({ seconds }: Pick<Cosignature, 'seconds'>): Date => new Date(seconds * 1_000);

const cosignedText = (checkpoint: string, seconds: number): string => `cosignature/v1\ntime ${seconds}\n${checkpoint}`;

/** The end of the year 9999: later moments cannot be written as a date of four digits. */
const LAST_SECOND = 253_402_300_799;
