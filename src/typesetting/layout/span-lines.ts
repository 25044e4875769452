import type { TextLine } from '../lines/line-contents.js';
import { Paragraph } from '../lines/paragraph.js';
import { marginOf } from './node-heights.js';
import type { LooseNode } from './pdfmake-parts.js';

/** A cell with one of these is laid by pdfmake. */
const OWN_PLACE = ['pageBreak', 'absolutePosition', 'relativePosition', 'verticalAlignment', 'unbreakable'] as const;

/** A line of a spanning cell, with the space before it and its place in the column. Points. */
export interface SpanLine {
  readonly line: TextLine;
  readonly gap: number;
  readonly left: number;
  readonly width: number;
}

/** Sets the lines of one text node at a width in points. */
export type LineSetter = (node: LooseNode, width: number) => TextLine[];

/** Whether a cell holds texts only; anything else stands as a whole in the first row of its span. */
export function isText(node: LooseNode): boolean {
  if (OWN_PLACE.some((key) => node[key] !== undefined)) return false;
  if (node['_paragraph'] instanceof Paragraph) return true;
  const { stack } = node;
  return Array.isArray(stack) && stack.every((child) => isText(child as LooseNode)); // pdfmake turns every child into a node
}

/** All lines of a cell of texts, from the top. @param width of the column in points */
export function spanLines(cell: LooseNode, width: number, setLines: LineSetter): SpanLine[] {
  const lines: SpanLine[] = [];
  let gap = 0;
  const add = (node: LooseNode, left: number, room: number): void => {
    const [toLeft, above, toRight, below] = marginOf(node);
    const [inner, innerRoom] = [left + toLeft, room - toLeft - toRight];
    gap += above;
    if (Array.isArray(node['stack'])) for (const child of node['stack'] as LooseNode[]) add(child, inner, innerRoom);
    else {
      for (const line of setLines(node, innerRoom)) {
        lines.push({ line, gap, left: inner, width: innerRoom });
        gap = 0;
      }
    }
    gap += below;
  };
  add(cell, 0, width);
  return lines;
}

/** How much of the lines stands in a room, the space before the first left out; not all but one. @returns their number */
export function linesFitting(lines: readonly SpanLine[], room: number): number {
  let count = 0;
  while (count < lines.length && heightOf(lines.slice(0, count + 1)) <= room + 0.01) count++;
  return lines.length - count === 1 && count > 2 ? count - 1 : count;
}

/** Height of lines under each other, in points. */
export const heightOf = (lines: readonly SpanLine[]): number =>
  lines.reduce((sum, { line, gap }, index) => sum + (index > 0 ? gap : 0) + line.getHeight(), 0);
