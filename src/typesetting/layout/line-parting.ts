import type { TextLine } from '../lines/line-contents.js';
import { LINES_TOGETHER } from './node-heights.js';

/** Lines left empty at a page's foot so that a phrase is not parted. */
const LINES_GIVEN_UP = 2;

/** Whether a text that begins here would leave one line alone, on this page or on the next. @param room left, in points */
export function leavesOneLine(lines: readonly TextLine[], room: number): boolean {
  const fitting = linesThatFit(lines[0], room);
  return (fitting === 1 && lines.length > 1) || (fitting === 2 && lines.length === 3);
}

/**
 * Whether a text that does not fit on this page is parted before this line: two lines or more on either side, and
 * rather where a phrase ends than inside one, so that words written together are not copied apart.
 * @param placed lines of the text already on this page
 * @param room left on it, in points
 */
export function isPlaceToPart(lines: readonly TextLine[], index: number, placed: number, room: number): boolean {
  if (placed < LINES_TOGETHER) return false;
  const fitting = linesThatFit(lines[index], room);
  const latest = Math.min(index + fitting, lines.length - LINES_TOGETHER);
  if (fitting === 0 || index + fitting >= lines.length || latest < index) return false;
  for (let at = latest; at >= Math.max(index, latest - LINES_GIVEN_UP); at--) {
    if (lines[at - 1]?.endsPhrase === true) return at === index;
  }
  return latest === index;
}

function linesThatFit(line: TextLine | undefined, room: number): number {
  return Math.floor((room + 0.01) / Math.max(line?.getHeight() ?? 0, 1));
}
