import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';

/** Kinds of key in C2SP signed-note: Ed25519 over the text, and over a text with the time in front (tlog-cosignature). */
export const ED25519 = 0x01;
export const ED25519_COSIGNER = 0x04;
type Kind = typeof ED25519 | typeof ED25519_COSIGNER;
const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** A public key of a log or a witness under its name, as C2SP signed-note knows it. */
export interface NoteKey {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** "name+hash+key": what is handed out so that others can verify. */
export const verifierKey = (key: NoteKey, kind: Kind = ED25519): string =>
  `${key.name}+${keyIdOf(key, kind).toString('hex')}+${Buffer.concat([Buffer.from([kind]), key.publicKey]).toString('base64')}`;

/** Null for a text that `verifierKey` could not have written, or of a key of another kind. */
export function readVerifierKey(text: string, kind: Kind = ED25519): NoteKey | null {
  const [, name, base64] = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (!name || bytes[0] !== kind || bytes.length !== KEY_BYTES + 1) return null;
  const key = { name, publicKey: bytes.subarray(1) };
  return verifierKey(key, kind) === text ? key : null;
}

export function noteKeyOf(name: string, privateKey: KeyObject): NoteKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { name, publicKey: Buffer.from(String(x), 'base64url') };
}

/** A new private key of a log or a witness, as it is kept. */
export const newKeyPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The text with a signature below it. @param text ends with a line end */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  const keyId = keyIdOf(noteKeyOf(name, privateKey), ED25519);
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey);
  return `${text}\n${signatureLine({ name, keyId, signature })}`;
}

/** One line below a note. What the signature means depends on the kind of the key. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

/** With its line end. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;

/** @param line without its line end @returns null for a line that `signatureLine` could not have written */
export function readSignatureLine(line: string): NoteSignature | null {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (!name || bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== base64) return null;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** The text of a note and its signature lines; null for what is not a note. */
export function splitNote(
  note: string,
): { readonly text: string; readonly signatures: readonly NoteSignature[] } | null {
  const at = note.lastIndexOf('\n\n');
  if (at === -1 || !note.endsWith('\n') || /[\x00-\x09\x0b-\x1f\x7f]/.test(note)) return null;
  const lines = note
    .slice(at + 2, -1)
    .split('\n')
    .map(readSignatureLine);
  const signatures = lines.filter((line) => line !== null);
  return signatures.length === lines.length ? { text: note.slice(0, at + 1), signatures } : null;
}

/**
 * The text of a note and which of the keys signed it; null for what is not a note or is signed by none of them. One wrong
 * signature under the name of a key that is known spoils the note; lines of others, such as witnesses, do not count.
 */
export function openNote(
  note: string,
  keys: readonly NoteKey[],
): { readonly text: string; readonly key: NoteKey } | null {
  const { text, signatures } = splitNote(note) ?? { text: '', signatures: [] };
  const found: NoteKey[] = [];
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find((each) => each.name === name && keyIdOf(each, ED25519).equals(keyId));
    if (!key) continue;
    if (!isSigned(text, key, signature)) return null;
    found.push(key);
  }
  return found[0] ? { text, key: found[0] } : null;
}

export function isSigned(text: string, { publicKey }: NoteKey, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  try {
    return verify(null, Buffer.from(text, 'utf8'), createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false; // 32 bytes that are no point of the curve
  }
}

/** The first four bytes of SHA-256 over name, line end, kind and key. */
export const keyIdOf = ({ name, publicKey }: NoteKey, kind: Kind): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(kind))
    .update(publicKey)
    .digest()
    .subarray(0, KEY_ID_BYTES);
