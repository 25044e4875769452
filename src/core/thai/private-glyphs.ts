/** What the marks and letters stand for that older Thai fonts keep at U+F700 to U+F71A, in that order: the same signs, drawn elsewhere. */
const SIGNS =
  '\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A';
const FIRST = 0xf700;

/** The Thai sign of such a character; null for any other. */
export const signOfPrivateGlyph = (unit: string): string | null => SIGNS[unit.charCodeAt(0) - FIRST] ?? null;

/** Text of a PDF as its author wrote it: private glyphs as Thai signs, sara am in one piece, marks in the order of writing. */
export const legibleThai = (text: string): string =>
  text
    .replace(/[\uF700-\uF71A]/g, (unit) => signOfPrivateGlyph(unit) ?? unit)
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E39])/g, '$2$1');
