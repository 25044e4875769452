import { DomainError } from '../core/errors.js';
import { bad, cleanText, pictureBytes, refused, refuseSpansBeyond, safeLink, shortString } from './intake-rules.js';
import type { LooseNode } from './layout/pdfmake-parts.js';

const DEEPEST = 80;
const MOST_NODES = 600_000;
const MOST_LETTERS = 12_000_000;
const MOST_PICTURES = 300;
const LARGEST_NUMBER = 100_000;
const LARGEST_FONT = 400;
/** Kinds of node that reach outside the document or that this engine does not draw. */
const REFUSED = [
  'svg',
  'attachment',
  'toc',
  'section',
  'pageReference',
  'textReference',
  'linkToFile',
  'files',
] as const;
const VECTORS = new Set(['rect', 'line', 'polyline', 'ellipse']);

/**
 * Makes a copy of content in which only known, harmless things are left; pictures stand apart under their keys.
 * @param named pictures by name, as pdfmake's `images`
 * @throws DomainError document.content-refused, document.too-large
 */
export class Intake {
  readonly pictures = new Map<string, Uint8Array>();
  private readonly keys = new Map<unknown, string>();
  private nodes = 0;
  private letters = 0;

  constructor(private readonly named: Readonly<Record<string, unknown>> = {}) {}

  content(value: unknown): LooseNode {
    const taken = this.value(value, 0);
    if (Array.isArray(taken)) return { stack: taken };
    return typeof taken === 'object' && taken !== null ? (taken as LooseNode) : { text: taken ?? '' }; // an object
  }

  /** Named styles; a style may have any name, also that of a kind of node. */
  styles(value: unknown): Record<string, LooseNode> {
    if (typeof value !== 'object' || value === null) return {};
    const named = Object.entries(value).map(([name, style]: [string, unknown]) => [name, this.content(style)] as const);
    return Object.fromEntries(named);
  }

  private value(value: unknown, depth: number): unknown {
    if (depth > DEEPEST) throw new DomainError('document.too-large', { deepest: DEEPEST });
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.number(value);
    if (typeof value === 'boolean' || value === undefined || value === null) return value ?? undefined;
    if (Array.isArray(value)) return value.map((each) => this.value(each, depth + 1) ?? '');
    if (typeof value === 'object') return this.node(value as LooseNode, depth); // an object
    throw refused(typeof value);
  }

  private node(source: LooseNode, depth: number): LooseNode {
    if (++this.nodes > MOST_NODES) throw new DomainError('document.too-large', { mostNodes: MOST_NODES });
    const prototype: unknown = Object.getPrototypeOf(source);
    if (prototype !== Object.prototype && prototype !== null) throw refused('object');
    for (const kind of REFUSED) if (source[kind] !== undefined) throw refused(kind);
    const copy: LooseNode = {};
    for (const key of Object.keys(source)) {
      const isLeftOut = source[key] === undefined || (source[key] === null && key !== 'text');
      if (key.startsWith('_') || isLeftOut) continue;
      copy[key] = this.property(key, source[key], depth);
    }
    if (copy['image'] !== undefined) copy['_origin'] = copy;
    return copy;
  }

  private property(key: string, value: unknown, depth: number): unknown {
    switch (key) {
      case 'layout':
        return value;
      case 'image':
        return this.picture(value);
      case 'link':
        return safeLink(value);
      case 'qr':
        return shortString(key, value);
      case 'text':
        return this.textProperty(value, depth);
      case 'table':
        return this.table(value, depth);
      case 'canvas':
        return this.canvas(value, depth);
      case 'fontSize':
        return typeof value === 'number' && value > 0 && value <= LARGEST_FONT ? value : bad(key);
      default:
        return this.value(value, depth + 1);
    }
  }

  /** A text is a string, or a list of strings and text nodes; another object in its place is refused. */
  private textProperty(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return this.value(value, depth) ?? '';
    const parts = Array.isArray(value) ? value : [value];
    return parts.map((part: unknown) => {
      if (typeof part !== 'object' || part === null) return this.value(part, depth + 1) ?? '';
      if (Array.isArray(part) || !('text' in part)) throw refused('text');
      return this.value(part, depth + 1);
    });
  }

  private table(value: unknown, depth: number): LooseNode {
    if (typeof value !== 'object' || value === null) throw refused('table');
    const { body, widths, headerRows, heights, dontBreakRows } = value as LooseNode; // an object
    if (!Array.isArray(body) || body.length === 0) throw refused('table');
    const rows = body.map((row: unknown) => {
      if (!Array.isArray(row) || row.length === 0) throw refused('table');
      return row.map((cell: unknown) => this.cell(cell, depth + 1));
    });
    if (rows.some((row) => row.length !== rows[0]?.length)) throw refused('table-rows-unequal');
    refuseSpansBeyond(rows);
    const height = typeof heights === 'function' ? heights : this.value(heights, depth + 1);
    const table = {
      body: rows,
      widths: this.value(widths, depth + 1),
      headerRows,
      heights: height,
      dontBreakRows,
    };
    return Object.fromEntries(Object.entries(table).filter(([, entry]) => entry !== undefined));
  }

  private cell(cell: unknown, depth: number): unknown {
    const taken = this.value(cell, depth + 1) ?? '';
    if (Array.isArray(taken)) return { stack: taken };
    return typeof taken === 'object' ? taken : { text: taken };
  }

  private canvas(value: unknown, depth: number): unknown {
    if (!Array.isArray(value)) throw refused('canvas');
    return value.map((vector: unknown) => {
      const taken = this.value(vector, depth + 1);
      const type = typeof taken === 'object' && taken !== null && 'type' in taken ? taken.type : undefined;
      if (typeof type !== 'string' || !VECTORS.has(type)) throw refused('canvas');
      return taken;
    });
  }

  /** Bytes, a data address, or the name of a picture given with the definition; never a path or an address. */
  private picture(value: unknown): string {
    const source = typeof value === 'string' && Object.hasOwn(this.named, value) ? this.named[value] : value;
    const known = this.keys.get(source);
    if (known !== undefined) return known;
    const bytes = pictureBytes(source);
    const key = `picture-${this.pictures.size + 1}`;
    if (this.pictures.size >= MOST_PICTURES)
      throw new DomainError('document.too-large', { mostPictures: MOST_PICTURES });
    this.pictures.set(key, bytes);
    this.keys.set(source, key);
    return key;
  }

  private text(value: string): string {
    this.letters += value.length;
    if (this.letters > MOST_LETTERS) throw new DomainError('document.too-large', { mostLetters: MOST_LETTERS });
    return cleanText(value);
  }

  private number(value: number): number {
    if (!Number.isFinite(value) || Math.abs(value) > LARGEST_NUMBER) throw refused('number');
    return value;
  }
}
