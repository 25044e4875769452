/** PDF objects as text in Latin-1, one letter per byte, so that an offset in the text is an offset in the file. */

/** The bytes are not the PDF they should be. `reason` is a code for logs and refusals. */
export class PdfSyntaxError extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'PdfSyntaxError';
  }
}

export interface PdfValue {
  /** As it stands in the file, references and escapes untouched. */
  readonly raw: string;
  /** Offset of the first byte. */
  readonly from: number;
  /** Offset behind the last byte. */
  readonly to: number;
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

const DEEPEST_NESTING = 100;
const BLANK = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX_STRING = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;

export function skipBlank(text: string, at: number): number {
  return matchAt(BLANK, text, at)?.to ?? at;
}

/** The value that starts at or after `at`. */
export function readValue(text: string, at: number, depth = 0): PdfValue {
  const from = skipBlank(text, at);
  const to = endOfValue(text, from, depth);
  return { raw: text.slice(from, to), from, to };
}

/**
 * Keys without their slash, #xx decoded, in the order of the file.
 * A key given twice is refused: readers disagree about which one counts, and forgers know that.
 */
export function readDictionary(text: string, at: number, depth = 0): PdfDictionary {
  let place = skipBlank(text, at);
  if (!text.startsWith('<<', place)) throw new PdfSyntaxError('dictionary-expected');
  const entries = new Map<string, PdfValue>();
  for (place = skipBlank(text, place + 2); !text.startsWith('>>', place); place = skipBlank(text, place)) {
    const name = matchAt(NAME, text, place);
    if (!name) throw new PdfSyntaxError('name-expected');
    const key = nameOf(name.raw);
    if (entries.has(key)) throw new PdfSyntaxError('key-given-twice');
    const value = readValue(text, name.to, depth + 1);
    entries.set(key, value);
    place = value.to;
  }
  return entries;
}

/** The elements of an array. */
export function readArray(text: string, at: number, depth = 0): PdfValue[] {
  let place = skipBlank(text, at);
  if (text[place] !== '[') throw new PdfSyntaxError('array-expected');
  const elements: PdfValue[] = [];
  for (place = skipBlank(text, place + 1); text[place] !== ']'; place = skipBlank(text, place)) {
    const element = readValue(text, place, depth + 1);
    elements.push(element);
    place = element.to;
  }
  return elements;
}

export interface PdfReference {
  readonly number: number;
  readonly generation: number;
}

export function referenceOf(raw: string): PdfReference | null {
  const parts = /^(\d{1,10})\s+(\d{1,5})\s+R$/.exec(raw);
  return parts ? { number: Number(parts[1]), generation: Number(parts[2]) } : null;
}

export const nameOf = (raw: string): string =>
  raw.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));

export const writeReference = ({ number, generation }: PdfReference): string => `${number} ${generation} R`;

/** One key per line, so that a difference between two revisions can be read by a person. */
export function writeDictionary(entries: Iterable<readonly [string, string]>): string {
  const lines = [...entries].map(([key, raw]) => `/${key.replace(/[^!-~]|[#()<>[\]{}/%]/g, escapeInName)} ${raw}`);
  return `<<\n${lines.join('\n')}\n>>`;
}

/** Text as a hexadecimal UTF-16 string with byte order mark: no escapes, every script. */
export const writeText = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

const escapeInName = (letter: string): string => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;

function endOfValue(text: string, from: number, depth: number): number {
  if (depth > DEEPEST_NESTING) throw new PdfSyntaxError('nested-too-deep');
  if (text.startsWith('<<', from)) return endOfDictionary(text, from, depth);
  if (text[from] === '[') return endOfArray(text, from, depth);
  if (text[from] === '(') return endOfLiteral(text, from);
  for (const form of [HEX_STRING, NAME, REFERENCE, REGULAR]) {
    const found = matchAt(form, text, from);
    if (found) return found.to;
  }
  throw new PdfSyntaxError('value-expected');
}

function endOfDictionary(text: string, from: number, depth: number): number {
  const last = [...readDictionary(text, from, depth).values()].at(-1);
  return skipBlank(text, last?.to ?? from + 2) + 2;
}

function endOfArray(text: string, from: number, depth: number): number {
  const last = readArray(text, from, depth).at(-1);
  return skipBlank(text, last?.to ?? from + 1) + 1;
}

function endOfLiteral(text: string, from: number): number {
  let open = 0;
  for (let place = from; place < text.length; place += 1) {
    const letter = text[place];
    if (letter === '\\') place += 1;
    else if (letter === '(') open += 1;
    else if (letter === ')' && --open === 0) return place + 1;
  }
  throw new PdfSyntaxError('string-without-end');
}

function matchAt(pattern: RegExp, text: string, at: number): PdfValue | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { raw: found[0], from: at, to: at + found[0].length } : null;
}
