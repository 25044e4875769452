import { createHash } from 'node:crypto';
import { constants, deflateSync } from 'node:zlib';
import { DomainError } from '../../core/errors.js';
import { ref } from './pdf-syntax.js';

const HEADER = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');
const MOST_BYTES = 512 * 1024 * 1024;

/** Numbered objects in the order they are written, with a classic cross-reference table at the end. */
export class PdfFile {
  private readonly chunks: Uint8Array[] = [HEADER];
  private readonly offsets: number[] = [0];
  private length = HEADER.length;
  private pending: string[] = [];
  private pendingLength = 0;

  /** A number for an object that is written later. */
  reserve(): number {
    this.offsets.push(-1);
    return this.offsets.length - 1;
  }

  /** @param body ASCII @returns the object's number */
  add(body: string, object = this.reserve()): number {
    this.offsets[object] = this.length + this.pendingLength;
    this.text(`${object} 0 obj\n${body}\nendobj\n`);
    return object;
  }

  /** @param dictionary entries without the brackets, length and filter @returns the object's number */
  addStream(dictionary: string, data: Uint8Array | string, object = this.reserve(), packed = true): number {
    const raw = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    const bytes: Uint8Array = packed ? deflateSync(raw, { level: constants.Z_DEFAULT_COMPRESSION }) : raw;
    const filter = packed ? '/Filter/FlateDecode' : '';
    this.offsets[object] = this.length + this.pendingLength;
    this.text(`${object} 0 obj\n<<${dictionary}${filter}/Length ${bytes.length}>>\nstream\n`);
    this.flush();
    this.push(bytes);
    this.text('\nendstream\nendobj\n');
    return object;
  }

  /** @throws DomainError document.too-large */
  finish(root: number, info: number): Uint8Array {
    this.flush();
    const start = this.length;
    const id = this.contentHash();
    const rows = this.offsets.map((offset, object) =>
      object === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    const trailer = `<</Size ${this.offsets.length}/Root ${ref(root)}/Info ${ref(info)}/ID[<${id}><${id}>]>>`;
    this.text(`xref\n0 ${this.offsets.length}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`);
    this.flush();
    return new Uint8Array(Buffer.concat(this.chunks));
  }

  /** The same content gives the same identifier. */
  private contentHash(): string {
    const hash = createHash('sha256');
    for (const chunk of this.chunks) hash.update(chunk);
    return hash.digest('hex').slice(0, 32).toUpperCase();
  }

  private text(ascii: string): void {
    this.pending.push(ascii);
    this.pendingLength += ascii.length;
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    this.push(Buffer.from(this.pending.join(''), 'latin1'));
    this.pending = [];
    this.pendingLength = 0;
  }

  private push(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
    if (this.length > MOST_BYTES) throw new DomainError('document.too-large', { mostBytes: MOST_BYTES });
  }
}
