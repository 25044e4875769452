import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BroughtFile } from '../../src/document-fonts/examine-font.js';

const FOLDER = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));

/** A real font file: another weight of Sarabun than the one that documents have without asking. */
export function sarabun(name: '300Light' | '700Bold' | '800ExtraBold' | '300Light_Italic'): BroughtFile {
  const file = `Sarabun_${name}.ttf`;
  return { name: file, bytes: Uint8Array.from(readFileSync(join(FOLDER, name, file))) };
}

/** A copy with a number of one of its tables changed. */
export function withNumber(file: BroughtFile, tag: string, offset: number, value: number): BroughtFile {
  const bytes = Uint8Array.from(file.bytes);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    if (Buffer.from(bytes.subarray(at, at + 4)).toString() === tag)
      view.setUint16(view.getUint32(at + 8) + offset, value);
  }
  return { ...file, bytes };
}
