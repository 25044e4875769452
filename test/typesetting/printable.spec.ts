import { unprintableCharacters } from '../../src/core/proofreading/unprintable.rule.js';
import { drawnUnit } from '../../src/typesetting/fonts/drawn-symbols.js';
import { DEFAULT_FAMILY, standardFonts } from '../../src/typesetting/fonts/font-registry.js';

const FACES = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
].map(([bold = false, italics = false]) => standardFonts().face(DEFAULT_FAMILY, bold, italics));
const EMPTY_FRAME = drawnUnit('漢', 1000).parts[0];
const BEYOND = 0x20000;
/** Not shown as characters of their own, or told by another rule; HarfBuzz takes sara am apart itself. */
const ELSEWHERE = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\uFE0F\u0E33]/u;

describe('the table of printable characters', () => {
  it('is what the typeface of documents holds, and what is drawn', () => {
    const differing: string[] = [];
    for (let code = 0x20; code < BEYOND; code += 1) {
      const letter = String.fromCodePoint(code);
      if (ELSEWHERE.test(letter)) continue;
      const isDrawn = drawnUnit(letter, 1000).parts[0] !== EMPTY_FRAME;
      const isPrintable = isDrawn || FACES.every((face) => face.glyphFor(code) !== 0);
      if (isPrintable !== (unprintableCharacters(letter).length === 0)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('says so of letters of other scripts and of pictures, and of nothing a Thai paper writes', () => {
    expect(unprintableCharacters('漢 😀 ลาว ລ 😀')).toEqual(['漢', '😀', 'ລ']);
    expect(unprintableCharacters('น้ำ “ก” – ๑๒๓ ☑ ½ €\t\n')).toEqual([]);
  });
});
