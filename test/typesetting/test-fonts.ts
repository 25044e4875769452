import { existsSync, readFileSync } from 'node:fs';
import { standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { Typeface } from '../../src/typesetting/fonts/typeface.js';
import { cffTwin } from './cff-twin.js';

export interface TestFont {
  readonly family: string;
  readonly files: readonly Uint8Array[];
  readonly face: Typeface;
}

const LAKSAMAN = ['/usr/share/fonts/truetype/tlwg/Laksaman.ttf', '/usr/share/fonts/truetype/tlwg/Laksaman-Bold.ttf'];

/** Sarabun, its twin with CFF outlines, and Laksaman where the machine has it. */
export function testFonts(): TestFont[] {
  const sarabun = standardFonts().face('Sarabun', false, false);
  const twin = cffTwin(sarabun, 'Sarabun Twin');
  const fonts: TestFont[] = [
    { family: 'Sarabun', files: [], face: sarabun },
    { family: 'Sarabun Twin', files: [twin], face: new Typeface(twin) },
  ];
  if (LAKSAMAN.every((path) => existsSync(path))) {
    const files = LAKSAMAN.map((path) => new Uint8Array(readFileSync(path)));
    fonts.push({ family: 'Laksaman', files, face: new Typeface(files[0] ?? new Uint8Array()) });
  }
  return fonts;
}
