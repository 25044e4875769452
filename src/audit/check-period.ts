import { bangkokInstant, addDays } from '../core/time/calendar-days.js';
import { BUNDLE_FILES, type BundleManifest, type BundlePeriod } from './bundle.js';
import { checkProven, checkRun, silentKey, type CheckedEvents } from './bundle-events.js';
import type { BundleFile } from './bundle-file.js';
import { inclusionProofs } from './bundle-proofs.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { chainStart } from './chain.js';
import type { LogIndex } from './log-index.js';
import type { Expectations, LogPlace } from './log-walk.js';
import { MerkleFrontier } from './merkle.js';

/** What was read of a part of a log. */
export interface CheckedPeriod extends CheckedEvents {
  /** Events from before the part, each proven by itself. */
  readonly earlier: number;
  /** By its own clock the log was before the period where the part begins, and past it where the part ends. */
  readonly isCovered: boolean;
}

/**
 * A part of a log from a signed checkpoint on: the edge of the tree there must add up to the root that was signed, and every
 * root after it is computed again as in a whole log. What the part rests on from before comes event by event, each proven.
 */
export async function checkPeriod(
  bundle: BundleFile,
  manifest: BundleManifest & { readonly period: BundlePeriod },
  expected: Expectations,
  index: LogIndex,
): Promise<CheckedPeriod | BundleBreak> {
  const { period } = manifest;
  const start = startOf(manifest, expected);
  if (!start) return brokenAt(BUNDLE_FILES.manifest, 0, 'start-not-proven');
  const proofs = await inclusionProofs(bundle);
  if ('problem' in proofs) return proofs;
  const around = { manifest, expected, index, proofs };
  const earlier = await checkProven(bundle, BUNDLE_FILES.earlier, around);
  if ('problem' in earlier) return earlier;
  const { last } = earlier;
  const lastSeq = Number(last?.seq ?? '0');
  if (lastSeq > period.after) return brokenAt(BUNDLE_FILES.earlier, lastSeq, 'position-differs');
  const unannounced = silentKey(expected, earlier.announced, period.after);
  if (unannounced) return unannounced;
  const run = await checkRun(bundle, around, start);
  if ('problem' in run) return run;
  const isBegun = period.after === 0 || (lastSeq === period.after && (last?.at ?? '') < beginOf(period.from));
  const isCovered = isBegun && run.lastAt >= beginOf(addDays(period.to, 1));
  return { size: run.size, head: run.head, earlier: earlier.count, isCovered };
}

/** Where the part goes on from; null when no checkpoint signs it, or what is known from elsewhere says otherwise. */
function startOf(
  manifest: BundleManifest & { readonly period: BundlePeriod },
  { checkpoints, known, anchors }: Expectations,
): LogPlace | null {
  const { after: size, head, edge } = manifest.period;
  const isBeginning = head === chainStart(manifest).toString('hex') && edge === '';
  if (size === 0) return isBeginning ? placeOf(manifest.period) : null;
  const root = rootOf(manifest.period);
  const agrees = root !== null && checkpoints.get(size) === root && (known.get(size) ?? root) === root;
  return agrees && (anchors.get(size) ?? head) === head ? placeOf(manifest.period) : null;
}

const placeOf = ({ after, head, edge }: BundlePeriod): LogPlace => ({
  size: after,
  head: Buffer.from(head, 'hex'),
  frontier: Buffer.from(edge, 'hex'),
});

/** Null when the edge is not one of a tree of that size. */
function rootOf({ after, edge }: BundlePeriod): string | null {
  try {
    return MerkleFrontier.read(after, Buffer.from(edge, 'hex')).root().toString('hex');
  } catch {
    return null;
  }
}

/** The first instant of a day in Thailand, with microseconds as events have them. */
export const beginOf = (day: string): string => bangkokInstant(day, 0).toISOString().replace('Z', '000Z');
