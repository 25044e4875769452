const SEED = 30;
const SHORTEST = 60;

/** Stretches of at least 60 units that already stand earlier in the same text; the later copy is returned. Linear in length. */
export function repeatedStretches(tight: string): { from: number; to: number }[] {
  const firstAt = new Map<string, number>();
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at + SEED <= tight.length; at += 1) {
    const seed = tight.slice(at, at + SEED);
    const earlier = firstAt.get(seed);
    if (earlier === undefined || earlier + SEED > at) {
      if (earlier === undefined) firstAt.set(seed, at);
      continue;
    }
    let length = SEED;
    while (
      at + length < tight.length &&
      earlier + length < at &&
      tight.charCodeAt(earlier + length) === tight.charCodeAt(at + length)
    )
      length += 1;
    if (length >= SHORTEST) found.push({ from: at, to: at + length });
    at += length - 1;
  }
  return found;
}
