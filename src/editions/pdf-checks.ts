import { DomainError } from '../core/errors.js';

/** A page smaller than this has no font, no text or no end. */
const LEAST_BYTES = 1_000;
const FORBIDDEN = ['/JavaScript', '/Launch', '/EmbeddedFile', '/OpenAction'];

/**
 * What can be said of a printed file without reading its text: it is a whole PDF, has pages, and does nothing by itself.
 * @returns the number of pages
 * @throws DomainError document.render-failed with details.reason
 */
export function checkPrinted(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  if (pdf.byteLength < LEAST_BYTES || !text.startsWith('%PDF-')) throw unsound('not-a-pdf');
  if (!text.trimEnd().endsWith('%%EOF')) throw unsound('cut-off');
  const active = FORBIDDEN.find((name) => new RegExp(`${name}\\b`).test(text));
  if (active) throw unsound(`contains ${active}`);
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  if (pages === 0) throw unsound('no-pages');
  return pages;
}

const unsound = (reason: string): DomainError => new DomainError('document.render-failed', { reason });
