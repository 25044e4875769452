import { createInflateRaw } from 'node:zlib';
import { refuse } from '../findings.js';
import { MAX_ROWS } from './sheet-survey.js';
import { deflatedParts, MAX_UNPACKED_BYTES } from './zip-package.js';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const ROW = /<(?:\w+:)?row[\s>]/g;
/** A tag may be cut by the end of a portion. */
const LONGEST_TAG_START = 32;

/**
 * Looks into the sheets of a workbook that is too large to be unpacked: when it is its rows that make it large, the refusal says so.
 * Reads no further than the first row too many, and never more than a file may unpack to.
 * @throws DomainError import.too-many-rows
 */
export async function refuseLongSheets(bytes: Uint8Array, file: string): Promise<void> {
  for (const { name, packed } of deflatedParts(bytes, SHEET)) {
    if ((await rowsUpTo(packed, MAX_ROWS + 1)) > MAX_ROWS)
      refuse('import.too-many-rows', 'make-smaller', { file, part: name, limit: MAX_ROWS });
  }
}

async function rowsUpTo(packed: Buffer, enough: number): Promise<number> {
  const unpacking = createInflateRaw();
  unpacking.end(packed);
  let rows = 0;
  let seen = 0;
  let rest = '';
  try {
    for await (const portion of unpacking) {
      const bytes = portion as Buffer; // no encoding is set
      seen += bytes.length;
      const text = rest + bytes.toString('latin1');
      const cut = text.lastIndexOf('<');
      const isCut = cut >= 0 && text.length - cut < LONGEST_TAG_START;
      rest = isCut ? text.slice(cut) : '';
      rows += (isCut ? text.slice(0, cut) : text).match(ROW)?.length ?? 0;
      if (rows >= enough || seen > MAX_UNPACKED_BYTES) break;
    }
  } catch {
    return rows; // damaged further on: what was seen so far counts
  }
  return rows;
}
