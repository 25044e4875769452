import { DomainError } from '../core/errors.js';
import type { SourceText } from '../core/proofreading/source-text.js';

/**
 * A text file in UTF-8, UTF-16 with a mark, or Windows-874 (TIS-620). The text is kept unit for unit, a byte order mark
 * included: offsets of findings count it, as readers that keep it do.
 * @throws DomainError proofing.file-unreadable for binary content
 */
export function readPlainText(bytes: Uint8Array, path: string): SourceText {
  const text = decoded(bytes);
  if (text === null || text.includes('\u0000')) throw new DomainError('proofing.file-unreadable', { path });
  if (text.trim() === '') throw new DomainError('proofing.no-text', { path });
  return { text, marks: [], organizationName: null, fiscalYear: null };
}

function decoded(bytes: Uint8Array): string | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encodings = isWide ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-874'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      continue; // not this encoding; the next one, or null below
    }
  }
  return null;
}
