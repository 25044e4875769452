import { inflateRawSync } from 'node:zlib';
import { refuse } from '../findings.js';

/** A spreadsheet of 1,000 long measures unpacks to a few MB. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
}

/**
 * Unpacks an Office file to its parts, never to more than the directory declares, so that a bomb is refused before any
 * parser sees it. Macros are refused here too.
 * @throws DomainError import.not-a-spreadsheet, import.file-too-large, import.macros-refused
 */
export function unpack(bytes: Uint8Array, fileName: string): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(file);
  if (!entries || entries.some(({ isEncrypted }) => isEncrypted))
    return refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: fileName });
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (entries.length > MAX_ENTRIES || unpackedBytes > MAX_UNPACKED_BYTES) {
    return refuse('import.file-too-large', 'make-smaller', {
      file: fileName,
      maxMegabytes: MAX_UNPACKED_BYTES / 1024 / 1024,
    });
  }
  const macro = entries.find(({ name }) => /vbaProject\.bin$|\/macrosheets\//i.test(name));
  if (macro) return refuse('import.macros-refused', 'remove-macros', { file: fileName, part: macro.name });
  return new Map(entries.map((entry) => [entry.name, contentOf(file, entry, fileName)]));
}

function directoryOf(file: Buffer): ZipEntry[] | null {
  const end = endOfDirectory(file);
  if (end === null) return null;
  const count = file.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: file.readUInt32LE(at + 20),
      unpackedBytes: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(file: Buffer): number | null {
  const earliest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= earliest; at--)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return null;
}

/** The deflated parts of a package whose names fit, as they lie in it; none when the directory cannot be read. */
export function deflatedParts(bytes: Uint8Array, name: RegExp): { readonly name: string; readonly packed: Buffer }[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (directoryOf(file) ?? [])
    .filter((entry) => entry.method === DEFLATED && name.test(entry.name))
    .map((entry) => ({ name: entry.name, packed: packedOf(file, entry) ?? Buffer.alloc(0) }));
}

function packedOf(file: Buffer, { offset, packedBytes }: ZipEntry): Buffer | null {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_ENTRY) return null;
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  return file.subarray(start, start + packedBytes);
}

function contentOf(file: Buffer, entry: ZipEntry, fileName: string): Buffer {
  const { unpackedBytes, method, name } = entry;
  const packed = packedOf(file, entry);
  if (!packed) return refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: fileName, part: name });
  if (method === STORED && packed.length === unpackedBytes) return packed;
  const content = method === DEFLATED ? inflated(packed, unpackedBytes) : null;
  if (content === 'too-large') return refuse('import.file-too-large', 'make-smaller', { file: fileName, part: name });
  return content ?? refuse('import.not-a-spreadsheet', 'save-as-xlsx', { file: fileName, part: name });
}

/** zlib refuses a limit of 0 bytes and stops as soon as the limit is passed. */
function inflated(packed: Buffer, declaredBytes: number): Buffer | 'too-large' | null {
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, declaredBytes) });
    return content.length === declaredBytes ? content : null;
  } catch (error) {
    const isTooLarge =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too-large' : null;
  }
}
