import type { BundleManifest } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { consistencySizes } from './bundle-proofs.js';
import type { Expectations } from './log-walk.js';

/** What was brought along, as far as a bundle can be compared with it. */
export interface ComparedWith {
  readonly expected: Expectations;
  /** Something from elsewhere speaks of a place that this bundle does not reach. */
  readonly leavesOut: boolean;
  /** Something from elsewhere is compared. */
  readonly isAnchored: boolean;
}

/**
 * A whole log is compared with everything. A part of it can say nothing of a checkpoint that is newer than its end, or older
 * than its beginning without a proof that leads from there: whoever only holds such a one has compared nothing.
 * @param given sizes of the checkpoints that were brought along
 */
export async function comparedWith(
  bundle: BundleFile,
  { scope, period, size }: BundleManifest,
  all: Expectations,
  given: ReadonlySet<number>,
): Promise<ComparedWith> {
  if (scope === 'log') return { expected: all, leavesOut: false, isAnchored: given.size + all.anchors.size > 0 };
  const proven = await consistencySizes(bundle);
  const isWithin = (at: number): boolean => period !== null && at >= period.after && at <= size;
  const reaches = (at: number): boolean => at <= size && (isWithin(at) || all.checkpoints.has(at) || proven.has(at));
  const known = new Map([...all.known].filter(([at]) => !given.has(at) || reaches(at)));
  const anchors = new Map([...all.anchors].filter(([at]) => isWithin(at)));
  return {
    expected: { ...all, known, anchors },
    leavesOut: known.size < all.known.size || anchors.size < all.anchors.size,
    isAnchored: anchors.size > 0 || [...given].some((at) => known.has(at)),
  };
}
