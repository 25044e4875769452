import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Kind of key in C2SP signed-note: Ed25519 over the text. */
const ED25519 = 0x01;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** A public key of a log under its name, as C2SP signed-note knows it. */
export interface NoteKey {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** "name+hash+key": what is handed out so that others can verify. */
export const verifierKey = (key: NoteKey): string =>
  `${key.name}+${keyHash(key).toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), key.publicKey]).toString('base64')}`;

/** Null for a text that `verifierKey` could not have written. */
export function readVerifierKey(text: string): NoteKey | null {
  const [, name, base64] = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (!name || bytes[0] !== ED25519 || bytes.length !== KEY_BYTES + 1) return null;
  const key = { name, publicKey: bytes.subarray(1) };
  return verifierKey(key) === text ? key : null;
}

export function noteKeyOf(name: string, privateKey: KeyObject): NoteKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { name, publicKey: Buffer.from(String(x), 'base64url') };
}

/** The text with a signature below it. @param text ends with a line end */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  const key = noteKeyOf(name, privateKey);
  const signed = Buffer.concat([keyHash(key), sign(null, Buffer.from(text, 'utf8'), privateKey)]);
  return `${text}\n— ${name} ${signed.toString('base64')}\n`;
}

/**
 * The text of a note and which of the keys signed it; null for what is not a note or is signed by none of them. One wrong
 * signature under the name of a key that is known spoils the note.
 */
export function openNote(
  note: string,
  keys: readonly NoteKey[],
): { readonly text: string; readonly key: NoteKey } | null {
  const at = note.lastIndexOf('\n\n');
  if (at === -1 || !note.endsWith('\n') || /[\x00-\x09\x0b-\x1f\x7f]/.test(note)) return null;
  const text = note.slice(0, at + 1);
  const found: NoteKey[] = [];
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    if (!name || bytes.length !== 4 + SIGNATURE_BYTES || bytes.toString('base64') !== base64) return null;
    const key = keys.find((each) => each.name === name && keyHash(each).equals(bytes.subarray(0, 4)));
    if (!key) continue;
    if (!isSigned(text, key, bytes.subarray(4))) return null;
    found.push(key);
  }
  return found[0] ? { text, key: found[0] } : null;
}

function isSigned(text: string, { publicKey }: NoteKey, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  try {
    return verify(null, Buffer.from(text, 'utf8'), createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false; // 32 bytes that are no point of the curve
  }
}

/** The first four bytes of SHA-256 over name, line end, kind and key. */
const keyHash = ({ name, publicKey }: NoteKey): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey).digest().subarray(0, 4);
