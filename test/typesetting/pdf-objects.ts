import { inflateSync } from 'node:zlib';

/** PDF values as JavaScript ones: names keep their slash, strings are bytes, references are `Ref`. */
export type PdfValue = number | boolean | null | string | PdfString | Ref | PdfValue[] | Dict | Stream;
export type Dict = Map<string, PdfValue>;

export class Ref {
  constructor(readonly object: number) {}
}
export class PdfString {
  constructor(readonly bytes: Buffer) {}

  get text(): string {
    if (this.bytes[0] === 0xfe && this.bytes[1] === 0xff) return this.bytes.subarray(2).swap16().toString('utf16le');
    return this.bytes.toString('latin1');
  }
}
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly raw: Buffer,
  ) {}

  get data(): Buffer {
    return this.dict.get('/Filter') === '/FlateDecode' ? inflateSync(this.raw) : this.raw;
  }
}

/** Reads a file by its cross-reference table, as a reader would. */
export class PdfObjects {
  readonly trailer: Dict;
  private readonly offsets = new Map<number, number>();
  private readonly known = new Map<number, PdfValue>();
  private readonly source: Buffer;

  constructor(bytes: Uint8Array) {
    this.source = Buffer.from(bytes);
    const tail = this.source.toString('latin1', this.source.length - 64);
    const start = Number(/startxref\n(\d+)\n%%EOF/.exec(tail)?.[1]);
    const table = this.source.toString('latin1', start);
    const head = /^xref\n0 (\d+)\n/.exec(table);
    if (!head) throw new Error('no cross-reference table');
    const count = Number(head[1]);
    for (let i = 1; i < count; i++) {
      const row = table.slice(head[0].length + i * 20, head[0].length + i * 20 + 20);
      if (!/^\d{10} 00000 n \n$/.test(row)) throw new Error(`bad cross-reference row ${i}: ${row}`);
      this.offsets.set(i, Number(row.slice(0, 10)));
    }
    const trailerAt = start + head[0].length + count * 20 + 'trailer\n'.length;
    this.trailer = new Parser(this.source, trailerAt).value() as Dict;
  }

  get count(): number {
    return this.offsets.size;
  }

  get(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof Ref)) return value ?? null;
    const known = this.known.get(value.object);
    if (known !== undefined) return known;
    const at = this.offsets.get(value.object);
    if (at === undefined) throw new Error(`object ${value.object} is missing`);
    const parsed = new Parser(this.source, at).object(value.object, (ref) => this.get(ref));
    this.known.set(value.object, parsed);
    return parsed;
  }

  dict(value: PdfValue | undefined): Dict {
    const found = this.get(value);
    if (found instanceof Stream) return found.dict;
    if (!(found instanceof Map)) throw new Error('not a dictionary');
    return found;
  }

  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value);
    return found === null ? [] : Array.isArray(found) ? found : [found];
  }

  stream(value: PdfValue | undefined): Stream {
    const found = this.get(value);
    if (!(found instanceof Stream)) throw new Error('not a stream');
    return found;
  }

  text(value: PdfValue | undefined): string {
    const found = this.get(value);
    if (!(found instanceof PdfString)) throw new Error('not a string');
    return found.text;
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('/Root'));
  }

  get pages(): Dict[] {
    return this.list(this.dict(this.catalog.get('/Pages')).get('/Kids')).map((kid) => this.dict(kid));
  }
}

const WHITE = /[\s\0]/;
const DELIMITER = /[\s\0()<>[\]{}/%]/;

/** A parser of PDF's syntax; also used for content streams. */
export class Parser {
  constructor(
    private readonly source: Buffer,
    private at: number,
  ) {}

  object(number: number, resolve: (ref: Ref) => PdfValue): PdfValue {
    this.expect(`${number} 0 obj`);
    const value = this.value();
    this.skip();
    if (!(value instanceof Map) || this.peek(6) !== 'stream') {
      this.expect('endobj');
      return value;
    }
    this.at += this.source[this.at + 6] === 0x0d ? 8 : 7;
    const length = value.get('/Length');
    const size = Number(length instanceof Ref ? resolve(length) : length);
    const stream = new Stream(value, this.source.subarray(this.at, this.at + size));
    this.at += size;
    this.expect('endstream');
    this.expect('endobj');
    return stream;
  }

  get isAtEnd(): boolean {
    this.skip();
    return this.at >= this.source.length;
  }

  /** A value, or an operator as `{ operator }`. */
  token(): PdfValue | { readonly operator: string } {
    this.skip();
    const next = this.peek(1);
    if (/[A-Za-z'"*]/.test(next)) {
      const word = this.word();
      if (word === 'true' || word === 'false') return word === 'true';
      return word === 'null' ? null : { operator: word };
    }
    return this.value(false);
  }

  value(mayRefer = true): PdfValue {
    this.skip();
    const next = this.peek(1);
    if (this.peek(2) === '<<') return this.dictionary();
    if (next === '<') return this.hexString();
    if (next === '(') return this.literalString();
    if (next === '[') return this.array(mayRefer);
    if (next === '/') return this.name();
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    const number = Number(word);
    if (word === '' || Number.isNaN(number))
      throw new Error(`unexpected ${JSON.stringify(word || next)} at ${this.at}`);
    const reference = mayRefer ? /^\s+0\s+R(?![A-Za-z])/.exec(this.peek(12)) : null;
    if (!reference) return number;
    this.at += reference[0].length;
    return new Ref(number);
  }

  private dictionary(): Dict {
    const dict: Dict = new Map();
    this.at += 2;
    for (;;) {
      this.skip();
      if (this.peek(2) === '>>') break;
      const key = this.name();
      dict.set(key, this.value());
    }
    this.at += 2;
    return dict;
  }

  private array(mayRefer: boolean): PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.skip();
      if (this.peek(1) === ']') break;
      values.push(this.value(mayRefer));
    }
    this.at += 1;
    return values;
  }

  private name(): string {
    if (this.peek(1) !== '/') throw new Error(`name expected at ${this.at}`);
    this.at += 1;
    return `/${this.word()}`;
  }

  private hexString(): PdfString {
    const end = this.source.indexOf('>', this.at);
    const hex = this.source.toString('latin1', this.at + 1, end);
    this.at = end + 1;
    return new PdfString(Buffer.from(hex, 'hex'));
  }

  private literalString(): PdfString {
    const bytes: number[] = [];
    let depth = 0;
    for (;;) {
      const byte = this.source[this.at++];
      if (byte === undefined) throw new Error('string without end');
      if (byte === 0x5c) bytes.push(this.source[this.at++] ?? 0);
      else if (byte === 0x28 && depth++ > 0) bytes.push(byte);
      else if (byte === 0x29 && --depth === 0) return new PdfString(Buffer.from(bytes));
      else if (byte !== 0x28) bytes.push(byte);
    }
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.source.length && !DELIMITER.test(String.fromCharCode(this.source[this.at] ?? 0))) this.at++;
    return this.source.toString('latin1', start, this.at);
  }

  private skip(): void {
    while (this.at < this.source.length && WHITE.test(String.fromCharCode(this.source[this.at] ?? 0))) this.at++;
  }

  private expect(text: string): void {
    this.skip();
    if (this.peek(text.length) !== text) throw new Error(`${text} expected at ${this.at}, found ${this.peek(20)}`);
    this.at += text.length;
  }

  private peek(length: number): string {
    return this.source.toString('latin1', this.at, this.at + length);
  }
}
