import { runsOfToken } from '../fonts/runs-of-token.js';
import type { Typeface } from '../fonts/typeface.js';
import { drawnOutline } from '../fonts/drawn-symbols.js';
import { num } from './pdf-syntax.js';

const GREY = '0.9 g';
/** Share of the page's diagonal that the word takes. */
const SHARE = 0.55;
const LARGEST = 190;

/**
 * A word across the page as outlines: it is seen, but neither read out nor copied with the text.
 * @param width of the page in points @param height of the page in points
 */
export function watermarkPath(text: string, face: Typeface, width: number, height: number): string {
  const shapes: string[] = [];
  let pen = 0;
  const unit = 1 / face.facts.unitsPerEm;
  for (const token of text.split(/(\s+)/)) {
    for (const { run } of runsOfToken(token, face)) {
      run.units.forEach((each, index) => {
        shapes.push(...outlines(each.parts, pen + (run.pens[index] ?? 0), face));
      });
      pen += run.pens[run.units.length] ?? 0;
    }
  }
  const diagonal = Math.hypot(width, height);
  const size = Math.min(LARGEST, (diagonal * SHARE) / Math.max(pen * unit, 0.1));
  const scale = size * unit;
  const [cos, sin] = [width / diagonal, height / diagonal];
  const [halfX, halfY] = [(pen * scale) / 2, size * 0.3];
  const x = width / 2 - halfX * cos + halfY * sin;
  const y = height / 2 - halfX * sin - halfY * cos;
  const matrix = [scale * cos, scale * sin, -scale * sin, scale * cos].map((part) =>
    String(Math.round(part * 1e6) / 1e6),
  );
  return `q ${GREY} ${matrix.join(' ')} ${num(x)} ${num(y)} cm ${shapes.join(' ')} f Q`;
}

function outlines(parts: readonly number[], pen: number, face: Typeface): string[] {
  const shapes: string[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [glyph = 0, dx = 0, dy = 0] = [parts[i], parts[i + 1], parts[i + 2]];
    if (glyph < 0) {
      for (const polygon of drawnOutline(glyph, face.facts.unitsPerEm)) {
        shapes.push(
          polygon.map(([x, y], at) => `${num(x + pen + dx)} ${num(y + dy)} ${at === 0 ? 'm' : 'l'}`).join(' '),
        );
      }
    } else shapes.push(...glyphOutline(face, glyph, pen + dx, dy));
  }
  return shapes;
}

function glyphOutline(face: Typeface, glyph: number, dx: number, dy: number): string[] {
  let [x, y] = [0, 0];
  return face.outline(glyph).map(({ type, values }) => {
    const at = values.map((value, index) => value + (index % 2 === 0 ? dx : dy));
    const [a = 0, b = 0, c = 0, d = 0] = at;
    const points =
      type === 'Q'
        ? [x + (2 * (a - x)) / 3, y + (2 * (b - y)) / 3, c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3, c, d]
        : at;
    [x, y] = [at.at(-2) ?? x, at.at(-1) ?? y];
    const operator = type === 'M' ? 'm' : type === 'L' ? 'l' : type === 'Z' ? 'h' : 'c';
    return `${points.map(num).join(' ')} ${operator}`;
  });
}
