import { DomainError } from '../core/errors.js';
import type { LooseNode } from './layout/pdfmake-parts.js';

const LONGEST_QR = 1_200;
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)[^\s"<>\\^`{}\u0000-\u001F]*$/i;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Replaced marks of old Thai fonts, U+F700 to U+F71A, stand for these letters. */
const OLD_THAI =
  '\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A';

/** Sara am in two characters, a tone mark before or between them: as every font draws it, and as nobody searches for it. */
const SPLIT_SARA_AM = /([\u0E48-\u0E4B]?)\u0E4D([\u0E48-\u0E4B]?)\u0E32/g;

/** Old private-use marks become letters, sara am one character; what no file may contain is dropped. */
export function cleanText(text: string): string {
  if (
    !/[\u0E4D\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uFEFF\uD800-\uDFFF\uE000-\uF8FF]/.test(
      text,
    )
  )
    return text;
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/[\uF700-\uF71A]/g, (mark) => OLD_THAI.charAt(mark.charCodeAt(0) - 0xf700))
    .replace(SPLIT_SARA_AM, '$1$2\u0E33')
    .replace(/[\uE000-\uF8FF]/g, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\uFEFF]/g, '');
}

/** A span of a hundred thousand columns would be filled in cell by cell. */
export function refuseSpansBeyond(rows: readonly (readonly unknown[])[]): void {
  rows.forEach((row, at) =>
    row.forEach((cell, column) => {
      if (typeof cell !== 'object' || cell === null) return;
      const { colSpan = 1, rowSpan = 1 } = cell as LooseNode; // an object
      const fits = (span: unknown, room: number): boolean =>
        typeof span === 'number' && Number.isInteger(span) && span >= 1 && span <= room;
      if (!fits(colSpan, row.length - column) || !fits(rowSpan, rows.length - at)) throw refused('table-spans');
    }),
  );
}

/** Bytes of a picture given as bytes or as a data address. @throws DomainError document.content-refused for anything else */
export function pictureBytes(source: unknown): Uint8Array {
  if (source instanceof Uint8Array) return source;
  const data =
    typeof source === 'string' ? /^data:image\/(?:png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]+)$/.exec(source) : null;
  if (!data) throw refused('image');
  return new Uint8Array(Buffer.from(data[1] ?? '', 'base64'));
}

/** A link that may stand in a file: web, mail, telephone. @throws DomainError document.content-refused */
export function safeLink(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value.length > 2_000) throw refused('link');
  const encoded = /[^\x20-\x7E]/.test(value) ? encodeURI(value.replace(LONE_SURROGATE, '\uFFFD')) : value;
  if (!SAFE_LINK.test(encoded)) throw refused('link');
  return encoded;
}

/** A text short enough for a QR code. @throws DomainError document.content-refused */
export function shortString(key: string, value: unknown): string {
  if (typeof value !== 'string' || value.length === 0 || value.length > LONGEST_QR) throw refused(key);
  return value;
}

/** @throws DomainError document.content-refused */
export function bad(key: string): never {
  throw refused(key);
}

/** The refusal of a piece of content. @param what kind of content, for the sentence */
export function refused(what: string): DomainError {
  return new DomainError('document.content-refused', { what });
}
