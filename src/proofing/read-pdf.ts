import { DomainError } from '../core/errors.js';
import { legibleThai } from '../core/thai/private-glyphs.js';
import { TextCollector, type SourceText } from '../core/proofreading/source-text.js';
import { blocksOf, type Piece } from './pdf-blocks.js';
import { tablesIn, type PlacedTable } from './pdf-tables.js';

/** Lines of one paragraph lie closer together than this many type sizes. */
const LINE_GAP = 2.2;
const SAME_COLUMN = 30;
/** 2.5 cm in points, and a little more. */
const FIRST_LINE_INDENT = 85;

/**
 * The text layer of a PDF, page by page in the order of the file: pieces of one line are joined, lines of one column become a
 * paragraph, and tables with known headings are put together again by the places of their words. A scan without text layer is refused.
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
  const pages: Piece[][] = [];
  try {
    const document = await loading.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.flatMap(pieceOf));
    }
  } catch {
    throw new DomainError('proofing.file-unreadable', { path });
  } finally {
    await loading.destroy();
  }
  const source = written(pages);
  if (source.text.trim() === '') throw new DomainError('proofing.no-text', { path });
  return source;
}

function pieceOf(item: object): Piece[] {
  if (!('str' in item) || !('transform' in item) || typeof item.str !== 'string' || item.str === '') return [];
  const [, , , , x = 0, y = 0] = item.transform as number[]; // six numbers by the PDF standard
  const size = 'height' in item && typeof item.height === 'number' ? item.height : 0;
  const width = 'width' in item && typeof item.width === 'number' ? item.width : 0;
  return [{ text: legibleThai(item.str), x, y, width, size: size || 12 }];
}

const labelOf = (page: number): string => `p. ${page + 1}`;

/** Text as the file has it, tables in the place of the pieces they are made of. */
function written(pages: readonly (readonly Piece[])[]): SourceText {
  const collector = new TextCollector();
  const blocks = pages.flatMap((pieces, page) => blocksOf(pieces, page));
  const tables = tablesIn(blocks).map((table) => ({ table, first: blocks[table.from], last: blocks[table.to - 1] }));
  let from = 0;
  pages.forEach((pieces, page) => {
    for (const { table, first, last } of tables) {
      if (first?.page === page) {
        writePieces(collector, pieces.slice(from, first.from), labelOf(page));
        writeTable(collector, table);
      }
      if (last && first && first.page <= page && page <= last.page) from = page < last.page ? pieces.length : last.to;
    }
    writePieces(collector, pieces.slice(from), labelOf(page));
    from = 0;
  });
  return collector.finish();
}

/** A heading across the table stands in the bold marks by which it is known. */
function writeTable(collector: TextCollector, { rows }: PlacedTable): void {
  for (const { kind, cells } of rows) {
    const mark = kind === 'group' ? '**' : '';
    cells.forEach((blocks, column) => {
      collector.between(column > 0 ? '\t' : mark);
      blocks.forEach((block, index) => collector.between(index > 0 ? ' ' : '').add(block.text, labelOf(block.page)));
      if (column === 0) collector.between(mark);
    });
    collector.between('\n');
  }
  collector.between('\n');
}

function writePieces(collector: TextCollector, pieces: readonly Piece[], label: string): void {
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
