import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);
const HASH_BYTES = 32;

/** RFC 9162 2.1.1: MTH of one entry. */
export const leafHash = (entry: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(entry).digest();

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

const emptyRoot = (): Buffer => createHash('sha256').digest();

/**
 * The right edge of a growing tree: the roots of its perfect subtrees, largest first. All that is needed to append
 * and to tell the root; a tree of a million leaves has at most twenty.
 */
export class MerkleFrontier {
  private constructor(
    private count: number,
    private readonly peaks: Buffer[],
  ) {}

  static empty(): MerkleFrontier {
    return new MerkleFrontier(0, []);
  }

  /** @throws Error when the bytes are not the edge of a tree of that size */
  static read(size: number, bytes: Uint8Array): MerkleFrontier {
    const peaks = Array.from({ length: bytes.length / HASH_BYTES }, (_unused, at) =>
      Buffer.from(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
    );
    if (peaks.length !== onesIn(size)) throw new Error(`a tree of ${size} leaves has another edge`);
    return new MerkleFrontier(size, peaks);
  }

  get size(): number {
    return this.count;
  }

  append(leaf: Uint8Array): void {
    let grown: Buffer = Buffer.from(leaf);
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.peaks.pop();
      if (left) grown = nodeHash(left, grown);
    }
    this.peaks.push(grown);
    this.count += 1;
  }

  root(): Buffer {
    return (
      this.peaks.reduceRight<Buffer | null>((right, left) => (right ? nodeHash(left, right) : left), null) ??
      emptyRoot()
    );
  }

  bytes(): Buffer {
    return Buffer.concat(this.peaks);
  }
}

const onesIn = (size: number): number => size.toString(2).replaceAll('0', '').length;

/** A whole tree in memory, for making proofs. */
export class MerkleTree {
  /** levels[k][i]: root of the perfect subtree over leaves i·2^k up to (i+1)·2^k. */
  private readonly levels: Buffer[][];

  constructor(leaves: readonly Buffer[]) {
    this.levels = [[...leaves]];
    for (let below = this.levels[0] ?? []; below.length > 1;) {
      const level = Array.from(
        { length: Math.floor(below.length / 2) },
        (_unused, at) => nodeHash(below[2 * at] as Buffer, below[2 * at + 1] as Buffer), // both are below the length
      );
      this.levels.push(level);
      below = level;
    }
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** Root over the first `size` leaves. */
  root(size: number = this.size): Buffer {
    return size === 0 ? emptyRoot() : this.span(0, size);
  }

  /** RFC 9162 2.1.3.1. @param index 0 for the first leaf, below `size` */
  inclusionPath(index: number, size: number = this.size): Buffer[] {
    const path: Buffer[] = [];
    for (let [from, to] = [0, size]; to - from > 1;) {
      const middle = from + largestPowerBelow(to - from);
      const isLeft = index < middle;
      path.unshift(isLeft ? this.span(middle, to) : this.span(from, middle));
      [from, to] = isLeft ? [from, middle] : [middle, to];
    }
    return path;
  }

  /** RFC 9162 2.1.4.1. @param first size of the older tree, 1 up to `size` */
  consistencyPath(first: number, size: number = this.size): Buffer[] {
    const path: Buffer[] = [];
    let isWholeOldTree = true;
    let [from, to] = [0, size];
    while (first !== to) {
      const middle = from + largestPowerBelow(to - from);
      const isLeft = first <= middle;
      path.unshift(isLeft ? this.span(middle, to) : this.span(from, middle));
      if (!isLeft) isWholeOldTree = false;
      [from, to] = isLeft ? [from, middle] : [middle, to];
    }
    return isWholeOldTree ? path : [this.span(from, to), ...path];
  }

  private span(from: number, to: number): Buffer {
    const length = to - from;
    const level = Math.log2(length);
    const perfect = Number.isInteger(level) && from % length === 0 ? this.levels[level]?.[from / length] : undefined;
    if (perfect) return perfect;
    const middle = from + largestPowerBelow(length);
    return nodeHash(this.span(from, middle), this.span(middle, to));
  }
}

/** The largest power of two below n, for n from 2. */
const largestPowerBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);
