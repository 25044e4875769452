/** A glyph on its way through an AAT font's rules; `cluster` is an offset into the text. */
export interface AatGlyph {
  id: number;
  cluster: number;
}

/** Stands where a ligature swallowed a glyph, until the rules are through. (Apple TrueType Reference Manual, "morx") */
export const DELETED = 0xffff;

/**
 * What lies in `from` to `to` belongs together from now on, with all that shared a cluster with either end.
 * @param earliest what lies before is left alone
 */
export function mergeClusters(glyphs: AatGlyph[], from: number, to: number, earliest = 0): void {
  if (to - from < 2) return;
  const cluster = Math.min(...glyphs.slice(from, to).map((glyph) => glyph.cluster));
  let [first, end] = [from, to];
  while (end < glyphs.length && glyphs[end]?.cluster === glyphs[end - 1]?.cluster) end++;
  while (first > earliest && glyphs[first - 1]?.cluster === glyphs[first]?.cluster) first--;
  for (const glyph of glyphs.slice(first, end)) glyph.cluster = cluster;
}

/** Takes the swallowed glyphs out; the text they stood for goes to a neighbour. */
export function withoutDeleted(glyphs: readonly AatGlyph[]): AatGlyph[] {
  const kept: AatGlyph[] = [];
  for (const [at, glyph] of glyphs.entries()) {
    if (glyph.id !== DELETED) kept.push(glyph);
    else leaveText(glyphs, at, kept);
  }
  return kept;
}

function leaveText(glyphs: readonly AatGlyph[], at: number, kept: AatGlyph[]): void {
  const cluster = glyphs[at]?.cluster ?? 0;
  const next = glyphs[at + 1];
  if (next?.cluster === cluster) return;
  const before = kept.at(-1)?.cluster;
  if (before === undefined) {
    if (next) mergeClusters([...glyphs], at, at + 2);
    return;
  }
  if (cluster >= before) return;
  for (let back = kept.length - 1; kept[back]?.cluster === before; back--) (kept[back] as AatGlyph).cluster = cluster; // the loop's condition has seen it
}
