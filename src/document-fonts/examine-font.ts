import { DomainError } from '../core/errors.js';
import type { FontExamination } from '../editions/print-request.js';
import { familyOf, type FontFamily } from './font-family.js';

const MOST_FILES = 4;
/** Four of them are about what one request may carry; the national fonts have some 100 kB. */
export const LARGEST_FONT_BYTES = 8 * 1024 * 1024;
/** Milliseconds for the whole examination. */
const PATIENCE = 40_000;

export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Looks over the files of one typeface and prints a specimen of them, all in a process of its own. Takes a while: not
 * for a transaction.
 * @throws DomainError input.file-not-found, input.body-too-large, font.unusable, font.unreadable, font.families-differ,
 *   font.style-twice
 */
export async function examineFont(fonts: FontExamination, brought: readonly BroughtFile[]): Promise<FontFamily> {
  if (brought.length === 0) throw new DomainError('input.file-not-found', { field: 'files' });
  if (brought.length > MOST_FILES) throw new DomainError('input.invalid', { field: 'files' });
  if (brought.some(({ bytes }) => bytes.length > LARGEST_FONT_BYTES)) throw new DomainError('input.body-too-large');
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const files = brought.map(({ bytes }) => bytes);
    const reports = await fonts.inspectFonts(files, signal);
    const family = familyOf(brought.map((file, index) => ({ ...file, report: reports[index] ?? null })));
    await fonts.printSpecimen({ family: family.family, files }, signal);
    return family;
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('font.')) throw error;
    if (error instanceof DomainError && error.code.startsWith('document.'))
      throw new DomainError('font.unreadable', { reason: error.code });
    throw error;
  }
}
