import type { GlyphUnit } from './shaped-run.js';

/** Closed polygons on a 1000-unit em; contours that cut a hole run the other way. */
type Polygon = readonly (readonly [number, number])[];

const BOX: readonly Polygon[] = [rectangle(70, -60, 730, 600), rectangle(120, -10, 680, 550).toReversed()];
const TICK: Polygon = [
  [190, 300],
  [340, 110],
  [640, 500],
  [690, 450],
  [340, 20],
  [135, 255],
];
const CROSS: Polygon = [
  [200, 120],
  [350, 270],
  [200, 420],
  [250, 470],
  [400, 320],
  [550, 470],
  [600, 420],
  [450, 270],
  [600, 120],
  [550, 70],
  [400, 220],
  [250, 70],
];

/** Signs that Thai faces lack and forms need; any other missing character is drawn as an empty frame. */
const SYMBOLS: readonly { readonly letters: string; readonly outline: readonly Polygon[] }[] = [
  { letters: '\u2610\u25A1', outline: BOX },
  { letters: '\u2611\u2705', outline: [...BOX, TICK] },
  { letters: '\u2612', outline: [...BOX, CROSS] },
  { letters: '\u2713\u2714', outline: [TICK] },
  { letters: '', outline: [rectangle(90, -40, 590, 700), rectangle(120, -10, 560, 670).toReversed()] },
];
const ADVANCE = 800;

/** Unit that draws a character the face does not have. Its glyph id is negative: `drawnOutline` gives the shape. */
export function drawnUnit(letter: string, unitsPerEm: number): GlyphUnit {
  const known = SYMBOLS.findIndex((symbol) => symbol.letters.includes(letter));
  const index = known >= 0 ? known : SYMBOLS.length - 1;
  return { parts: [-1 - index, 0, 0], advance: Math.round((ADVANCE * unitsPerEm) / 1000), text: letter };
}

/** Polygons of a drawn symbol in font units, for a negative glyph id. */
export function drawnOutline(glyph: number, unitsPerEm: number): [number, number][][] {
  const outline = SYMBOLS[-1 - glyph]?.outline ?? [];
  const scale = unitsPerEm / 1000;
  return outline.map((polygon) => polygon.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]));
}

/** Clockwise, as TrueType fills. */
function rectangle(left: number, bottom: number, right: number, top: number): Polygon {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ];
}
