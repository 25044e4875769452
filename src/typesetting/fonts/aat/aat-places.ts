/** Where a glyph stands, in font units. */
export interface Place {
  advance: number;
  dx: number;
  dy: number;
  /** The glyph it hangs on: as a mark, or in a chain whose rise it shares. */
  hangsOn: { readonly kind: 'mark' | 'chain'; readonly steps: number } | null;
}

export const placeOf = (advance: number): Place => ({ advance, dx: 0, dy: 0, hangsOn: null });

/** Moves what hangs on a glyph with it. */
export function settle(places: readonly Place[]): void {
  const settled = new Set<Place>();
  const settleOne = (at: number): void => {
    const place = places[at];
    if (!place || settled.has(place)) return;
    settled.add(place);
    const { hangsOn } = place;
    const holderAt = at + (hangsOn?.steps ?? 0);
    const holder = places[holderAt];
    if (!hangsOn || !holder || holderAt === at) return;
    settleOne(holderAt);
    place.dy += holder.dy;
    if (hangsOn.kind === 'chain') return;
    place.dx += holder.dx;
    for (let between = holderAt; between < at; between++) place.dx -= places[between]?.advance ?? 0;
    for (let between = at; between < holderAt; between++) place.dx += places[between]?.advance ?? 0;
  };
  places.forEach((_, at) => settleOne(at));
}
