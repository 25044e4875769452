import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { DomainError } from '../core/errors.js';
import type { SourceText } from '../core/proofreading/source-text.js';
import { readPdf } from '../proofing/read-pdf.js';
import type { BroughtFile, EvidencePage } from './brought-file.js';
import { pagePicture, type DrawnPicture } from './clean-picture.js';
import { copyOfPages } from './copy-of-pages.js';

export const MOST_PAGES = 50;
/** All pages of one file together, bytes. */
const MOST_DRAWN = 20 * 1024 * 1024;
const DOTS_PER_POINT = 150 / 72;
/** Pixels; a poster is drawn coarser. */
const LONGEST_SIDE = 2_000;
const MOST_LETTERS_OF_PAGE = 100_000;

/**
 * A PDF is drawn page by page and made anew from the pictures and the words of its text layer. Scripts, forms,
 * attachments, links and metadata, also those inside its pictures, have no way into the copy.
 * @throws DomainError evidence.encrypted, evidence.unreadable, evidence.too-many-pages, evidence.too-complex
 */
export async function cleanPdf(
  file: BroughtFile,
): Promise<{ readonly copy: Uint8Array; readonly pages: readonly EvidencePage[] }> {
  refuseEncrypted(file.bytes);
  const pictures = await drawnPages(file.bytes);
  const texts = await textOfPages(file.bytes, pictures.length);
  const pages = pictures.map((picture, index) => ({ ...picture, text: texts[index] ?? '' }));
  return { copy: await copyOfPages(pages, file), pages };
}

/** Also files that anybody may open but that hide what they forbid. */
function refuseEncrypted(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) throw new DomainError('evidence.encrypted', { field: 'file' });
}

async function drawnPages(bytes: Uint8Array): Promise<DrawnPicture[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes).catch((error: unknown) => {
      const isLocked = error instanceof Error && /password/i.test(error.message);
      throw new DomainError(isLocked ? 'evidence.encrypted' : 'evidence.unreadable', { field: 'file' });
    });
    return await drawAll(document);
  } finally {
    library.destroy();
  }
}

async function drawAll(document: PDFiumDocument): Promise<DrawnPicture[]> {
  const count = document.getPageCount();
  if (count === 0) throw new DomainError('evidence.unreadable', { field: 'file' });
  if (count > MOST_PAGES)
    throw new DomainError('evidence.too-many-pages', { field: 'file', pages: count, limit: MOST_PAGES });
  const pictures: DrawnPicture[] = [];
  let drawn = 0;
  for (let index = 0; index < count; index += 1) {
    const picture = await drawnPage(document, index, MOST_DRAWN / count);
    drawn += picture.picture.length;
    if (drawn > MOST_DRAWN) throw new DomainError('evidence.too-complex', { field: 'file' });
    pictures.push(picture);
  }
  return pictures;
}

async function drawnPage(document: PDFiumDocument, index: number, room: number): Promise<DrawnPicture> {
  try {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(DOTS_PER_POINT, LONGEST_SIDE / Math.max(originalWidth, originalHeight));
    const side = (points: number): number => Math.max(1, Math.round(points * scale));
    const size = { width: side(originalWidth), height: side(originalHeight) };
    return await pagePicture(await page.render({ ...size, render: 'bitmap', renderFormFields: true }), room);
  } catch {
    throw new DomainError('evidence.unreadable', { field: 'file', page: index + 1 });
  }
}

/** The text layer by pages; empty where a page has none. What the drawing engine opened and this reader cannot is refused. */
async function textOfPages(bytes: Uint8Array, count: number): Promise<string[]> {
  const source = await readPdf(bytes, 'evidence').catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'proofing.no-text') return null;
    throw new DomainError('evidence.unreadable', { field: 'file' });
  });
  return Array.from({ length: count }, (_page, index) => (source ? wordsOf(source, index + 1) : ''));
}

function wordsOf({ text, marks }: SourceText, page: number): string {
  const pieces = marks.filter(({ label }) => label === `p. ${page}`).map(({ start, end }) => text.slice(start, end));
  const words = pieces.join('').replace(/\0/g, '').trim();
  // more than a person could read there: nobody would find what hides in it
  if (words.length > MOST_LETTERS_OF_PAGE) throw new DomainError('evidence.too-complex', { field: 'file', page });
  return words;
}
