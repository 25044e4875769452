import type { LooseNode } from '../layout/pdfmake-parts.js';
import type { PageContent } from './page-content.js';
import { num } from './pdf-syntax.js';

/** How far a quarter of a circle's control points lie from its ends. */
const QUARTER = 0.5523;

/** Draws a vector of pdfmake: line, rect, polyline or ellipse. @param dy shift down in points */
export function drawVector(content: PageContent, vector: LooseNode, dy: number): void {
  const path = pathOf(vector, (y) => num(content.height - y - dy));
  if (path === '') return;
  const fill = colourOf(vector['color']);
  const stroke = colourOf(vector['lineColor']);
  if (fill !== undefined) content.useFill(fill, opacity(vector['fillOpacity']));
  if (stroke !== undefined || fill === undefined) {
    content.useStroke(stroke ?? 'black', opacity(vector['strokeOpacity']));
    content.useLine(number(vector, 'lineWidth') || 1, dashOf(vector['dash']));
  }
  const isBoth = fill !== undefined && stroke !== undefined;
  content.draw(`${path} ${isBoth ? 'B' : fill !== undefined ? 'f' : 'S'}`);
}

type UpY = (y: number) => string;

function pathOf(vector: LooseNode, up: UpY): string {
  switch (vector['type']) {
    case 'line':
      return (
        `${num(number(vector, 'x1'))} ${up(number(vector, 'y1'))} m ` +
        `${num(number(vector, 'x2'))} ${up(number(vector, 'y2'))} l`
      );
    case 'rect':
      return (
        `${num(number(vector, 'x'))} ${up(number(vector, 'y') + number(vector, 'h'))} ` +
        `${num(number(vector, 'w'))} ${num(number(vector, 'h'))} re`
      );
    case 'polyline':
      return polyline(vector, up);
    case 'ellipse':
      return ellipse(vector, up);
    default:
      return '';
  }
}

function polyline(vector: LooseNode, up: UpY): string {
  const points = Array.isArray(vector['points']) ? (vector['points'] as LooseNode[]) : []; // pdfmake's vocabulary
  const path = points.map((point, i) => `${num(number(point, 'x'))} ${up(number(point, 'y'))} ${i === 0 ? 'm' : 'l'}`);
  return path.length === 0 ? '' : `${path.join(' ')}${vector['closePath'] === true ? ' h' : ''}`;
}

function ellipse(vector: LooseNode, up: UpY): string {
  const [x, y, rx] = [number(vector, 'x'), number(vector, 'y'), number(vector, 'r1')];
  const ry = number(vector, 'r2') || rx;
  const [kx, ky] = [rx * QUARTER, ry * QUARTER];
  const curve = (...points: number[]): string =>
    `${points.map((value, index) => (index % 2 === 0 ? num(value) : up(value))).join(' ')} c`;
  return [
    `${num(x + rx)} ${up(y)} m`,
    curve(x + rx, y + ky, x + kx, y + ry, x, y + ry),
    curve(x - kx, y + ry, x - rx, y + ky, x - rx, y),
    curve(x - rx, y - ky, x - kx, y - ry, x, y - ry),
    curve(x + kx, y - ry, x + rx, y - ky, x + rx, y),
    'h',
  ].join(' ');
}

function number(source: LooseNode, key: string): number {
  const value = source[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function colourOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function opacity(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 1;
}

function dashOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const dash = value as LooseNode; // an object
  const length = number(dash, 'length');
  return length > 0 ? `${num(length)} ${num(number(dash, 'space') || length)}` : '';
}
