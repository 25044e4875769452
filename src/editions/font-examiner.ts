import { familySpecimen } from '../../templates/documents/font-specimen.js';
import { DomainError } from '../core/errors.js';
import { reportFont, type FontReport } from '../typesetting/fonts/font-report.js';
import { typeset } from '../typesetting/typeset.js';
import type { PrintFont } from './print-request.js';

/** Of the specimen, so that the same font gives the same file. */
const SPECIMEN_INSTANT = '2026-01-01T00:00:00Z';

/** What is to be said about a font file; null when it cannot be read, whatever breaks on the way. */
export function inspectFont(bytes: Uint8Array): FontReport | null {
  try {
    return reportFont(bytes);
  } catch {
    return null;
  }
}

/** A typeface in all its styles. The same files give the same bytes. @throws DomainError font.unreadable, document.* */
export async function specimenOf({ family, files }: PrintFont): Promise<Uint8Array> {
  const styles = files.map((bytes) => {
    const report = inspectFont(bytes);
    if (!report) throw new DomainError('font.unreadable', { family });
    return report.facts.style;
  });
  return typeset(familySpecimen(family, styles), {
    title: family,
    language: 'th',
    createdAt: SPECIMEN_INSTANT,
    fonts: files,
    family,
  });
}
