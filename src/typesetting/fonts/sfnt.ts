import { DomainError } from '../../core/errors.js';

/** What a TrueType or OpenType file says about itself. Distances are in font units (`unitsPerEm` to the em). */
export interface FontFacts {
  readonly family: string;
  readonly style: string;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: readonly [number, number, number, number];
  readonly weight: number;
  readonly italic: boolean;
  readonly fixedPitch: boolean;
  /** OS/2 fsType: bits 1 to 3 restrict embedding, bit 8 forbids subsetting. */
  readonly embedding: number;
  readonly glyphCount: number;
  readonly isCff: boolean;
}

/** Table access to one font file. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  /** What tables there are, in the order of the file's directory. */
  readonly tags: readonly string[];
  table(tag: string): DataView | undefined;
  need(tag: string): DataView;
}

/** @throws DomainError font.unreadable */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = tableDirectory(whole);
  const table = (tag: string): DataView | undefined => directory.get(tag);
  return {
    bytes,
    tags: [...directory.keys()],
    table,
    need(tag) {
      const found = table(tag);
      if (!found) throw new DomainError('font.unreadable', { missing: tag });
      return found;
    },
  };
}

function tableDirectory(whole: DataView): Map<string, DataView> {
  const tables = new Map<string, DataView>();
  if (whole.byteLength < 12) throw new DomainError('font.unreadable', { reason: 'too short' });
  const kind = whole.getUint32(0);
  if (kind !== 0x00010000 && kind !== 0x4f54544f && kind !== 0x74727565) {
    throw new DomainError('font.unreadable', { reason: 'neither TrueType nor OpenType' });
  }
  const count = whole.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    if (at + 16 > whole.byteLength) throw new DomainError('font.unreadable', { reason: 'directory cut short' });
    const offset = whole.getUint32(at + 8);
    const length = whole.getUint32(at + 12);
    if (offset + length > whole.byteLength) throw new DomainError('font.unreadable', { reason: 'table cut short' });
    tables.set(tagAt(whole, at), new DataView(whole.buffer, whole.byteOffset + offset, length));
  }
  return tables;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** @throws DomainError font.unreadable when a required table is missing or cut short */
export function readFacts(sfnt: Sfnt): FontFacts {
  try {
    return factsOf(sfnt);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('font.unreadable', { reason: 'table cut short' });
  }
}

function factsOf(sfnt: Sfnt): FontFacts {
  const head = sfnt.need('head');
  const hhea = sfnt.need('hhea');
  const os2 = sfnt.table('OS/2');
  const post = sfnt.table('post');
  const names = readNames(sfnt.table('name'));
  const ascent = hhea.getInt16(4);
  const newer = os2 !== undefined && os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  return {
    family: names.get(16) ?? names.get(1) ?? 'Unnamed',
    style: names.get(17) ?? names.get(2) ?? 'Regular',
    postscriptName: (names.get(6) ?? names.get(4) ?? 'Unnamed').replace(/[^!-~]|[[\](){}<>/%]/g, ''),
    unitsPerEm: head.getUint16(18) || 1000,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: newer ? os2.getInt16(88) : ascent,
    xHeight: newer ? os2.getInt16(86) : 0,
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    weight: os2 ? os2.getUint16(4) : (head.getUint16(44) & 1) === 1 ? 700 : 400,
    italic: (head.getUint16(44) & 2) !== 0 || (os2 !== undefined && (os2.getUint16(62) & 1) !== 0),
    fixedPitch: post !== undefined && post.getUint32(12) !== 0,
    embedding: os2 ? os2.getUint16(8) : 0,
    glyphCount: sfnt.need('maxp').getUint16(4),
    isCff: sfnt.table('CFF ') !== undefined,
  };
}

/** English names where there are any, else those of another language, else the old Macintosh ones. */
function readNames(name: DataView | undefined): Map<number, string> {
  const ranked = new Map<number, { rank: number; text: string }>();
  if (!name) return new Map();
  const storage = name.getUint16(4);
  for (let i = 0; i < name.getUint16(2); i++) {
    const at = 6 + i * 12;
    const platform = name.getUint16(at);
    const isEnglish = name.getUint16(at + 4) === 0x409;
    const rank = platform === 3 ? (isEnglish ? 3 : 2) : platform === 1 ? 1 : 0;
    const id = name.getUint16(at + 6);
    if (rank <= (ranked.get(id)?.rank ?? 0)) continue;
    const start = storage + name.getUint16(at + 10);
    const length = name.getUint16(at + 8);
    ranked.set(id, { rank, text: platform === 3 ? utf16(name, start, length) : latin(name, start, length) });
  }
  return new Map([...ranked].map(([id, { text }]) => [id, text]));
}

function utf16(view: DataView, start: number, length: number): string {
  let text = '';
  for (let i = 0; i + 1 < length; i += 2) text += String.fromCharCode(view.getUint16(start + i));
  return text;
}

function latin(view: DataView, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(start + i));
  return text;
}
