import { DomainError } from '../../core/errors.js';
import { refuse } from '../findings.js';
import type { PlanFile } from '../imported-plan.js';
import { readDocxFile } from './docx-file.js';
import type { SourceFile } from './source-table.js';
import { refuseLongSheets } from './long-sheets.js';
import { readTextFile } from './text-file.js';
import { readXlsxFile } from './xlsx-file.js';
import { unpack } from './zip-package.js';

const MEGABYTE = 1024 * 1024;
const MAX_FILE_BYTES = 10 * MEGABYTE;
/** A Word document is held in memory as a tree many times its size. */
const MAX_DOCUMENT_BYTES = 16 * MEGABYTE;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const TEXT_NAME = /\.(csv|tsv|tab|txt)$/i;
/** PDF, Windows program, old Office or encrypted Office, RTF, PNG, JPEG, GIF. */
const FOREIGN = ['%PDF', 'MZ', '\xd0\xcf\x11\xe0', '{\\rtf', '\x89PNG', '\xff\xd8\xff', 'GIF8'];

/**
 * Reads a file as tables of text. What it is, is told by its content; the name only decides whether plain text may be a table.
 * @throws DomainError import.not-a-spreadsheet, import.file-too-large, and what the three readers refuse
 */
export async function readSource({ name, bytes }: PlanFile): Promise<SourceFile> {
  if (bytes.length > MAX_FILE_BYTES)
    refuse('import.file-too-large', 'make-smaller', { file: name, maxMegabytes: MAX_FILE_BYTES / MEGABYTE });
  if (ZIP.every((byte, at) => bytes[at] === byte)) return readPackage(bytes, name);
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const isText = TEXT_NAME.test(name) && bytes.length > 0 && !FOREIGN.some((mark) => head.startsWith(mark));
  return isText
    ? readTextFile(bytes, name)
    : refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: name, bytes: bytes.length });
}

async function readPackage(bytes: Uint8Array, name: string): Promise<SourceFile> {
  const parts = await unpacked(bytes, name);
  if (parts.has('xl/workbook.xml')) return readXlsxFile(bytes, parts, name);
  const document = parts.get('word/document.xml');
  if (document && document.length > MAX_DOCUMENT_BYTES) {
    refuse('import.file-too-large', 'make-smaller', { file: name, maxMegabytes: MAX_DOCUMENT_BYTES / MEGABYTE });
  }
  if (document) return readDocxFile(bytes, name);
  return refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: name });
}

async function unpacked(bytes: Uint8Array, name: string): Promise<Map<string, Buffer>> {
  try {
    return unpack(bytes, name);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'import.file-too-large') await refuseLongSheets(bytes, name);
    throw error;
  }
}
