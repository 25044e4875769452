import { BUNDLE_FILES, jsonOf } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { isConsistent, isIncluded } from './merkle-proofs.js';

/** Event `seq` (from 1) is in the tree of `size` events. */
export interface InclusionProof {
  readonly seq: number;
  readonly size: number;
  readonly path: readonly Buffer[];
}

/** The tree of `from` events is the beginning of the tree of `to` events. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Buffer[];
}

const base64 = (path: readonly Buffer[]): string[] => path.map((hash) => hash.toString('base64'));

/** One line without its line end. */
export const inclusionLine = ({ seq, size, path }: InclusionProof): string =>
  JSON.stringify({ seq: String(seq), size: String(size), path: base64(path) });

export const consistencyLine = ({ from, to, path }: ConsistencyProof): string =>
  JSON.stringify({ from: String(from), to: String(to), path: base64(path) });

/** Null for a line that `inclusionLine` could not have written. */
export function readInclusionLine(line: string): InclusionProof | null {
  const { seq, size, path } = jsonOf(line);
  const proof = { seq: Number(seq), size: Number(size), path: hashesOf(path) };
  return Number.isSafeInteger(proof.seq) && proof.seq > 0 && inclusionLine(proof) === line ? proof : null;
}

/** Null for a line that `consistencyLine` could not have written. */
export function readConsistencyLine(line: string): ConsistencyProof | null {
  const { from, to, path } = jsonOf(line);
  const proof = { from: Number(from), to: Number(to), path: hashesOf(path) };
  return consistencyLine(proof) === line ? proof : null;
}

const hashesOf = (path: unknown): Buffer[] =>
  Array.isArray(path) ? path.map((each) => Buffer.from(String(each), 'base64')) : [];

/** Inclusion proofs of a bundle by event. */
export async function inclusionProofs(bundle: BundleFile): Promise<Map<number, InclusionProof> | BundleBreak> {
  const proofs = new Map<number, InclusionProof>();
  let line = 0;
  for await (const text of bundle.lines(BUNDLE_FILES.inclusion)) {
    line += 1;
    const proof = readInclusionLine(text);
    if (!proof || proofs.has(proof.seq)) return brokenAt(BUNDLE_FILES.inclusion, line, 'proof-malformed');
    proofs.set(proof.seq, proof);
  }
  return proofs;
}

/** Sizes of trees of which a bundle proves something; wrong proofs are found by `checkConsistency`. */
export async function consistencySizes(bundle: BundleFile): Promise<Set<number>> {
  const sizes = new Set<number>();
  for await (const line of bundle.lines(BUNDLE_FILES.consistency)) {
    const proof = readConsistencyLine(line);
    if (proof) sizes.add(proof.from).add(proof.to);
  }
  return sizes;
}

/** Whether the leaf stands where its proof says, under a root that was signed. @param roots hex by size */
export function holds(leaf: Buffer, { seq, size, path }: InclusionProof, roots: ReadonlyMap<number, string>): boolean {
  const root = roots.get(size);
  return root !== undefined && isIncluded(leaf, seq - 1, { size, root: Buffer.from(root, 'hex') }, path);
}

/**
 * Checks every consistency proof of a bundle between roots that were signed.
 * @param mustReach sizes that need a proof towards `end`
 */
export async function checkConsistency(
  bundle: BundleFile,
  roots: ReadonlyMap<number, string>,
  { mustReach, end }: { readonly mustReach: Iterable<number>; readonly end: number },
): Promise<BundleBreak | null> {
  const proven = new Set<number>([end]);
  let line = 0;
  for await (const text of bundle.lines(BUNDLE_FILES.consistency)) {
    line += 1;
    const proof = readConsistencyLine(text);
    if (!proof) return brokenAt(BUNDLE_FILES.consistency, line, 'proof-malformed');
    const [from, to] = [roots.get(proof.from), roots.get(proof.to)].map((root) => Buffer.from(root ?? '', 'hex'));
    const growth = { from: { size: proof.from, root: from ?? NONE }, to: { size: proof.to, root: to ?? NONE } };
    if (!isConsistent(growth, proof.path)) return brokenAt(BUNDLE_FILES.consistency, line, 'proof-wrong');
    if (proof.to === end) proven.add(proof.from);
  }
  const missing = [...mustReach].find((size) => !proven.has(size));
  return missing === undefined ? null : brokenAt(BUNDLE_FILES.consistency, missing, 'proof-missing');
}

const NONE = Buffer.alloc(0);
