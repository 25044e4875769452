/** Levenshtein distance, or `limit` + 1 when it exceeds `limit`. Time: length × limit. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const beyond = limit + 1;
  let row = Int32Array.from({ length: other.length + 2 }, (_, index) => Math.min(index, beyond));
  let next = new Int32Array(other.length + 2);
  for (let i = 1; i <= one.length; i += 1) {
    const first = Math.max(1, i - limit);
    const last = Math.min(other.length, i + limit);
    next[first - 1] = first === 1 ? Math.min(i, beyond) : beyond;
    let best = next[first - 1] ?? beyond;
    for (let j = first; j <= last; j += 1) {
      const substitution = (row[j - 1] ?? beyond) + (one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1);
      const distance = Math.min(substitution, (row[j] ?? beyond) + 1, (next[j - 1] ?? beyond) + 1, beyond);
      next[j] = distance;
      best = Math.min(best, distance);
    }
    next[last + 1] = beyond;
    if (best > limit) return beyond;
    [row, next] = [next, row];
  }
  return row[other.length] ?? beyond;
}

export interface PrefixMatch {
  readonly distance: number;
  readonly length: number;
}

/** The prefix of `text` nearest to `word`, by edit distance; the shortest among equals that keeps the last letter. */
export function nearestPrefix(word: string, text: string): PrefixMatch {
  const reach = Math.min(text.length, word.length + 4);
  let row = Array.from({ length: reach + 1 }, (_, index) => index);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= reach; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (word.charAt(i - 1) === text.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = Math.min(...row);
  const lengths = row.flatMap((value, length) => (value === distance ? [length] : []));
  const closing = lengths.find((length) => text.charAt(length - 1) === word.charAt(word.length - 1));
  return { distance, length: closing ?? lengths[0] ?? 0 };
}

/** 1 for equal texts, 0 for texts without anything in common. */
export function similarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - editDistance(one, other, longest) / longest;
}

export interface SubstringMatch {
  readonly distance: number;
  readonly from: number;
  readonly to: number;
}

/** The part of `text` nearest to `pattern`. Time: pattern × text. */
export function nearestSubstring(pattern: string, text: string): SubstringMatch {
  const width = text.length + 1;
  const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  let distances = new Int32Array(width);
  let origins = Int32Array.from({ length: width }, (_, index) => index);
  let nextDistances = new Int32Array(width);
  let nextOrigins = new Int32Array(width);
  for (let i = 1; i <= pattern.length; i += 1) {
    const letter = pattern.charCodeAt(i - 1);
    nextDistances[0] = i;
    nextOrigins[0] = 0;
    for (let j = 1; j < width; j += 1) {
      const substitution = (distances[j - 1] ?? 0) + (letter === units[j - 1] ? 0 : 1);
      const deletion = (distances[j] ?? 0) + 1;
      const insertion = (nextDistances[j - 1] ?? 0) + 1;
      const best = Math.min(substitution, deletion, insertion);
      nextDistances[j] = best;
      nextOrigins[j] =
        (best === substitution ? origins[j - 1] : best === deletion ? origins[j] : nextOrigins[j - 1]) ?? 0;
    }
    [distances, nextDistances] = [nextDistances, distances];
    [origins, nextOrigins] = [nextOrigins, origins];
  }
  let to = 0;
  for (let j = 1; j < width; j += 1) if ((distances[j] ?? 0) < (distances[to] ?? 0)) to = j;
  return { distance: distances[to] ?? pattern.length, from: origins[to] ?? 0, to };
}
