import { drawnOutline } from './drawn-symbols.js';

/** A drawn symbol as a simple TrueType glyph of straight lines. */
export function polygonGlyph(glyph: number, unitsPerEm: number): Uint8Array {
  const contours = drawnOutline(glyph, unitsPerEm);
  const points = contours.flat();
  const data = new Uint8Array(10 + contours.length * 2 + 2 + points.length * 5);
  const view = new DataView(data.buffer);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, index) =>
    view.setInt16(index * 2, value),
  );
  let end = -1;
  contours.forEach((contour, index) => view.setUint16(10 + index * 2, (end += contour.length)));
  let at = 10 + contours.length * 2 + 2;
  for (let i = 0; i < points.length; i++) data[at++] = 1;
  for (const list of [xs, ys]) {
    list.forEach((value, index) => {
      view.setInt16(at, value - (list[index - 1] ?? 0));
      at += 2;
    });
  }
  return data;
}
