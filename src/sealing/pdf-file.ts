import type { PdfDictionary, PdfReference, PdfValue } from './pdf-syntax.js';
import { nameOf, PdfSyntaxError, readArray, readDictionary, readValue, referenceOf, skipBlank } from './pdf-syntax.js';

const MOST_REVISIONS = 50;
const MOST_OBJECTS = 2_000_000;
const DEEPEST_PAGE_TREE = 50;
const INHERITED = ['MediaBox', 'CropBox'] as const;

export interface PdfPage {
  readonly reference: PdfReference;
  readonly entries: PdfDictionary;
  /** Two opposite corners of the crop box in points, or of the media box where there is none. */
  readonly box: readonly [number, number, number, number];
}

/** A PDF with classic cross-reference tables, read without decoding any stream. */
export class PdfFile {
  /** The newest trailer. */
  readonly trailer: PdfDictionary;
  /** Offset of the newest cross-reference table. */
  readonly tableAt: number;
  private readonly offsets = new Map<number, PdfReference & { at: number }>();

  /** @throws PdfSyntaxError for anything that is not a whole, unencrypted PDF with classic tables */
  constructor(readonly text: string) {
    if (!text.startsWith('%PDF-')) throw new PdfSyntaxError('not-a-pdf');
    const end = /startxref[\r\n ]+(\d{1,12})[\r\n ]+%%EOF[\r\n]*$/.exec(text.slice(-1024));
    if (!end) throw new PdfSyntaxError('end-missing');
    this.tableAt = Number(end[1]);
    this.trailer = this.readTables();
    if (this.trailer.has('Encrypt')) throw new PdfSyntaxError('encrypted');
  }

  static of(bytes: Uint8Array): PdfFile {
    return new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  }

  get size(): number {
    return integerOf(this.trailer.get('Size'));
  }

  get rootReference(): PdfReference {
    return mustRefer(this.trailer.get('Root'));
  }

  /** A dictionary given directly or by reference; null when it is absent. */
  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const found = this.resolve(value);
    return found ? readDictionary(this.text, found.from) : null;
  }

  /** An array given directly or by reference; empty when it is absent. */
  array(value: PdfValue | undefined): PdfValue[] {
    const found = this.resolve(value);
    return found ? readArray(this.text, found.from) : [];
  }

  /** Follows a reference to its object, once: an object that is only another reference is refused by whoever reads it. */
  resolve(value: PdfValue | undefined): PdfValue | null {
    if (!value || value.raw === 'null') return null;
    const reference = referenceOf(value.raw);
    return reference ? this.object(reference) : value;
  }

  /** The page that a reader shows first. */
  firstPage(): PdfPage {
    const inherited = new Map<string, PdfValue>();
    let reference = mustRefer(this.dictionary(this.trailer.get('Root'))?.get('Pages'));
    for (let depth = 0; depth < DEEPEST_PAGE_TREE; depth += 1) {
      const entries = readDictionary(this.text, this.mustFind(reference).from);
      for (const key of INHERITED) inherited.set(key, entries.get(key) ?? inherited.get(key) ?? NOTHING);
      const first = this.array(entries.get('Kids'))[0];
      if (!first) return { reference, entries, box: this.boxOf(inherited) };
      reference = mustRefer(first);
    }
    throw new PdfSyntaxError('page-tree-too-deep');
  }

  private boxOf(inherited: ReadonlyMap<string, PdfValue>): PdfPage['box'] {
    const crop = this.array(inherited.get('CropBox'));
    const numbers = (crop.length > 0 ? crop : this.array(inherited.get('MediaBox'))).map(({ raw }) => Number(raw));
    const [left, bottom, right, top] = numbers;
    if (numbers.length !== 4 || numbers.some((each) => !Number.isFinite(each)))
      throw new PdfSyntaxError('page-box-missing');
    return [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0];
  }

  private mustFind(reference: PdfReference): PdfValue {
    const value = this.object(reference);
    if (!value) throw new PdfSyntaxError('object-missing');
    return value;
  }

  private object({ number, generation }: PdfReference): PdfValue | null {
    const place = this.offsets.get(number);
    if (!place || place.generation !== generation || place.at === 0) return null;
    const head = /(\d{1,10})[\t\r\n ]+(\d{1,5})[\t\r\n ]+obj/y;
    head.lastIndex = place.at;
    const found = head.exec(this.text);
    if (Number(found?.[1]) !== number || Number(found?.[2]) !== generation)
      throw new PdfSyntaxError('object-misplaced');
    return readValue(this.text, head.lastIndex);
  }

  private readTables(): PdfDictionary {
    const seen = new Set<number>();
    let newest: PdfDictionary | null = null;
    for (let at: number | null = this.tableAt; at !== null;) {
      if (seen.has(at) || seen.size >= MOST_REVISIONS) throw new PdfSyntaxError('too-many-revisions');
      seen.add(at);
      const trailer: PdfDictionary = this.readTable(at);
      if (trailer.has('XRefStm')) throw new PdfSyntaxError('xref-stream');
      newest ??= trailer;
      at = trailer.has('Prev') ? integerOf(trailer.get('Prev')) : null;
    }
    if (!newest) throw new PdfSyntaxError('trailer-missing');
    return newest;
  }

  /** Newer tables are read first, so an object that is already known stays as it is. */
  private readTable(tableAt: number): PdfDictionary {
    if (!this.text.startsWith('xref', tableAt))
      throw new PdfSyntaxError(/^\d/.test(this.text.slice(tableAt, tableAt + 1)) ? 'xref-stream' : 'xref-missing');
    const section = /(\d{1,10}) (\d{1,10})[ \r\n]+/y;
    let place = skipBlank(this.text, tableAt + 4);
    while (!this.text.startsWith('trailer', place)) {
      section.lastIndex = place;
      const [, first, count] = section.exec(this.text) ?? [];
      if (first === undefined || count === undefined) throw new PdfSyntaxError('xref-malformed');
      place = this.readSection(section.lastIndex, Number(first), Number(count));
    }
    return readDictionary(this.text, place + 'trailer'.length);
  }

  private readSection(from: number, first: number, count: number): number {
    if (count > MOST_OBJECTS || from + count * 20 > this.text.length) throw new PdfSyntaxError('xref-malformed');
    for (let index = 0; index < count; index += 1) {
      const entry = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(
        this.text.slice(from + index * 20, from + index * 20 + 20),
      );
      if (!entry) throw new PdfSyntaxError('xref-malformed');
      const [, at, generation, kind] = entry;
      const number = first + index;
      if (!this.offsets.has(number))
        this.offsets.set(number, { number, generation: Number(generation), at: kind === 'n' ? Number(at) : 0 });
    }
    return skipBlank(this.text, from + count * 20);
  }
}

const NOTHING: PdfValue = { raw: 'null', from: 0, to: 0 };

/** The name in a value such as /Page; null for anything else. */
export const nameIn = (value: PdfValue | undefined): string | null =>
  value?.raw.startsWith('/') ? nameOf(value.raw) : null;

export function integerOf(value: PdfValue | undefined): number {
  if (!value || !/^\d{1,12}$/.test(value.raw)) throw new PdfSyntaxError('number-expected');
  return Number(value.raw);
}

function mustRefer(value: PdfValue | undefined): PdfReference {
  const reference = value ? referenceOf(value.raw) : null;
  if (!reference) throw new PdfSyntaxError('reference-expected');
  return reference;
}
