import { DomainError } from '../core/errors.js';
import { TextCollector, type SourceText } from '../core/proofreading/source-text.js';

interface Piece {
  readonly text: string;
  /** Points from the left and the bottom edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Lines of one paragraph lie closer together than this many type sizes. */
const LINE_GAP = 2.2;
const SAME_COLUMN = 30;
/** 2.5 cm in points, and a little more. */
const FIRST_LINE_INDENT = 85;

/**
 * The text layer of a PDF, page by page in the order of the file: pieces of one line are joined, lines of one column become a
 * paragraph. A scan without text layer is refused.
 * @throws DomainError proofing.file-unreadable, proofing.no-text
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<SourceText> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
  });
  const collector = new TextCollector();
  try {
    const document = await loading.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      writePage(collector, items.flatMap(pieceOf), `p. ${number}`);
    }
  } catch {
    throw new DomainError('proofing.file-unreadable', { path });
  } finally {
    await loading.destroy();
  }
  const source = collector.finish();
  if (source.text.trim() === '') throw new DomainError('proofing.no-text', { path });
  return source;
}

function pieceOf(item: object): Piece[] {
  if (!('str' in item) || !('transform' in item) || typeof item.str !== 'string' || item.str === '') return [];
  const [, , , , x = 0, y = 0] = item.transform as number[]; // six numbers by the PDF standard
  const size = 'height' in item && typeof item.height === 'number' ? item.height : 0;
  const width = 'width' in item && typeof item.width === 'number' ? item.width : 0;
  return [{ text: item.str, x, y, width, size: size || 12 }];
}

function writePage(collector: TextCollector, pieces: readonly Piece[], label: string): void {
  let previous: Piece | null = null;
  let lineStart = 0;
  for (const piece of pieces) {
    const separator = previous ? separatorOf(previous, piece, lineStart) : '';
    if (separator !== '' || previous === null) lineStart = piece.x;
    collector.add(separator + piece.text, label);
    previous = piece;
  }
  collector.add('\n\n', label);
}

/** Nothing within a line, a line end within a paragraph, an empty line between paragraphs and between columns. */
function separatorOf(previous: Piece, piece: Piece, lineStart: number): string {
  const fall = previous.y - piece.y;
  if (Math.abs(fall) < piece.size * 0.4)
    return piece.x - (previous.x + previous.width) > piece.size * 2.5 ? '\n\n' : '';
  const isNextLine =
    fall > 0 &&
    fall < piece.size * LINE_GAP &&
    piece.x - lineStart < SAME_COLUMN &&
    lineStart - piece.x < FIRST_LINE_INDENT;
  return isNextLine ? '\n' : '\n\n';
}
