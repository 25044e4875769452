import { existsSync, readFileSync } from 'node:fs';
import { standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { Typeface } from '../../src/typesetting/fonts/typeface.js';
import { lookup, morx, withTables } from './aat-font.js';
import { cffTwin, names } from './cff-twin.js';

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

/** Sarabun under another name, with AAT rules instead of GSUB: tone marks come down where no vowel stands above. */
export function aatTwin(): TestFont {
  const family = 'Sarabun AAT';
  const sarabun = standardFonts().face('Sarabun', false, false);
  const glyphOf = (letter: string): number => sarabun.glyphFor(letter.codePointAt(0) ?? 0);
  const lower = new Map([...'\u0E48\u0E49\u0E4A\u0E4B'].map((tone) => [glyphOf(tone), loweredTone(sarabun, tone)]));
  const rules = morx([{ kind: 4, body: lookup(lower, 6) }]);
  const file = withTables(sarabun.sfnt, { GSUB: null, morx: rules, name: names(family) });
  return { family, files: [file], face: new Typeface(file) };
}

/** What GSUB makes of a tone mark that stands alone above a consonant. */
const loweredTone = (face: Typeface, tone: string): number => face.shape(`\u0E01${tone}`, 'Thai').at(-1)?.id ?? 0;
