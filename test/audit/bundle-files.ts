import { BUNDLE_FILES, manifestClaim, readManifest, manifestText, sha256Of } from '../../src/audit/bundle.js';
import { originOf } from '../../src/audit/checkpoint.js';
import { signNote } from '../../src/audit/signed-note.js';
import { tarOf } from '../../src/audit/tar.js';
import type { OwnKey } from '../../src/proofs/key-safe.js';

/** The files of a bundle by name, to be changed. */
export type Files = Map<string, Buffer>;

const BLOCK = 512;

export function unpacked(tar: Buffer): Files {
  const files: Files = new Map();
  for (let at = 0; tar[at] !== 0;) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0+$/, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 135), 8);
    files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

export const packed = (files: Files): Buffer => tarOf([...files].map(([name, bytes]) => ({ name, bytes })));

export const textIn = (files: Files, name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8');

export function withText(files: Files, name: string, change: (text: string) => string): Files {
  return new Map(files).set(name, Buffer.from(change(textIn(files, name)), 'utf8'));
}

export const withoutFile = (files: Files, name: string): Files => new Map([...files].filter(([each]) => each !== name));

/** One line of a file changed. @param place any number; taken round the file @returns also which line that was, from 1 */
export function withLine(files: Files, name: string, place: number, change: (line: string) => string): [Files, number] {
  const lines = textIn(files, name).trimEnd().split('\n');
  const at = place % lines.length;
  lines[at] = change(lines[at] ?? '');
  return [new Map(files).set(name, Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8')), at + 1];
}

/** The list of files made to fit; signed anew only by who holds a key. */
export function relisted(files: Files, key: OwnKey | null = null): Files {
  const manifest = readManifest(textIn(files, BUNDLE_FILES.manifest));
  if (!manifest) throw new Error('the bundle has no manifest');
  const listed = [...files].filter(([name]) => name !== BUNDLE_FILES.manifest && name !== BUNDLE_FILES.signature);
  const text = manifestText({
    ...manifest,
    files: Object.fromEntries(listed.map(([name, bytes]) => [name, sha256Of(bytes)])),
  });
  const fitting = new Map(files).set(BUNDLE_FILES.manifest, Buffer.from(text, 'utf8'));
  if (!key) return fitting;
  const origin = originOf(manifest.organizationId);
  return fitting.set(
    BUNDLE_FILES.signature,
    Buffer.from(signNote(manifestClaim(origin, text), origin, key.privateKey), 'utf8'),
  );
}
