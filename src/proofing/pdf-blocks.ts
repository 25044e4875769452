/** One stretch of glyphs as the PDF draws it. */
export interface Piece {
  readonly text: string;
  /** Points from the left and the bottom edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Lines below each other that read as one text, as in the cell of a table. */
export interface TextBlock {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the first line, and of the last. */
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly lines: number;
  /** Pieces [from, to) of the page. */
  readonly from: number;
  readonly to: number;
}

/** Lines of one cell lie closer together than this many type sizes. */
const LINE_GAP = 1.95;
/** … and no further apart than its lines before, by this share. */
const SAME_PITCH = 1.25;
/** A space wider than this many type sizes may part two columns. */
const COLUMN_GAP = 0.6;

/** The pieces of a page, in the order of the file, gathered into blocks. */
export function blocksOf(pieces: readonly Piece[], page: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  pieces.forEach((piece, index) => {
    if (piece.text.trim() === '') return;
    const last = blocks[blocks.length - 1];
    const own = blockOf(piece, page, index);
    if (last && belongs(last, own, pieces[index - 1])) blocks[blocks.length - 1] = joined(last, own);
    else blocks.push(own);
  });
  return blocks;
}

const blockOf = (piece: Piece, page: number, index: number): TextBlock => ({
  page,
  text: piece.text,
  left: piece.x,
  right: piece.x + piece.width,
  top: piece.y,
  bottom: piece.y,
  size: piece.size,
  lines: 1,
  from: index,
  to: index + 1,
});

/** Points. */
const INDENT = 40;
/** A line that begins with a number begins an item, or the row below a heading. */
const NUMBERED = /^\s*[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2}|[.)])\s/;

/** On the last line of the block, or on the next line below it. */
function belongs(block: TextBlock, next: TextBlock, before: Piece | undefined): boolean {
  const fall = block.bottom - next.top;
  if (isSameLine(block, next)) {
    const gap = before ? next.left - (before.text.trim() === '' ? before.x : before.x + before.width) : 0;
    return gap < block.size * COLUMN_GAP && next.left >= block.left;
  }
  const pitch = block.lines > 1 ? (block.top - block.bottom) / (block.lines - 1) : Infinity;
  const isBelow = fall > 0 && fall < Math.min(block.size * LINE_GAP, pitch * SAME_PITCH);
  return isBelow && isAligned(block, next) && !NUMBERED.test(next.text);
}

/** Lines of one cell begin together, but for an indent, or stand in the middle of it. */
const isAligned = (block: TextBlock, next: TextBlock): boolean =>
  next.left < block.right &&
  next.right > block.left &&
  (Math.abs(next.left - block.left) < INDENT || Math.abs(next.left + next.right - block.left - block.right) < INDENT);

const isSameLine = (block: TextBlock, next: TextBlock): boolean => Math.abs(block.bottom - next.top) < next.size * 0.4;

const joined = (block: TextBlock, next: TextBlock): TextBlock => ({
  ...block,
  text: isSameLine(block, next) ? sameLine(block, next) : `${block.text} ${next.text}`,
  left: Math.min(block.left, next.left),
  right: Math.max(block.right, next.right),
  bottom: next.bottom,
  lines: block.lines + (isSameLine(block, next) ? 0 : 1),
  to: next.to,
});

/** A piece of nothing but space stood between them. */
const sameLine = (block: TextBlock, next: TextBlock): string =>
  block.text + (next.from > block.to ? ' ' : '') + next.text;
