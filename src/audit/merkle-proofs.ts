import { nodeHash } from './merkle.js';

/** An older and a newer tree, each with its root. */
export interface Growth {
  readonly from: { readonly size: number; readonly root: Buffer };
  readonly to: { readonly size: number; readonly root: Buffer };
}

/** RFC 9162 2.1.3.2. @param index 0 for the first leaf */
export function isIncluded(
  leaf: Buffer,
  index: number,
  tree: { readonly size: number; readonly root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (index >= tree.size) return false;
  let place = index;
  let last = tree.size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      [place, last] = atLeftChild(place, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash.equals(tree.root);
}

/** RFC 9162 2.1.4.2: everything in the older tree stands unchanged at the beginning of the newer one. */
export function isConsistent({ from, to }: Growth, path: readonly Buffer[]): boolean {
  if (from.size === 0 || from.size > to.size) return false;
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root);
  const steps = isPowerOfTwo(from.size) ? [from.root, ...path] : [...path];
  const [start, ...rest] = steps;
  if (!start || path.length === 0) return false;
  let [place, last] = atLeftChild(from.size - 1, to.size - 1, false);
  let [older, newer] = [start, start];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      [place, last] = atLeftChild(place, last);
    } else {
      newer = nodeHash(newer, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && older.equals(from.root) && newer.equals(to.root);
}

/** Climbs while the node is a left child without a sibling of its own (or, at the beginning, while it is a right child). */
function atLeftChild(place: number, last: number, untilRight = true): [number, number] {
  let [up, end] = [place, last];
  while (untilRight ? up % 2 === 0 && up !== 0 : up % 2 === 1) [up, end] = [half(up), half(end)];
  return [up, end];
}

const half = (n: number): number => Math.floor(n / 2);
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
