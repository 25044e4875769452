import type { BundleNote } from '../core/verdicts.js';
import { BUNDLE_FILES, manifestClaim, readManifest, type BundleManifest } from './bundle.js';
import { checkExcerpt, checkLog, type CheckedEvents } from './bundle-events.js';
import { expectationsOf, type Anchors } from './bundle-expectations.js';
import { BundleFile } from './bundle-file.js';
import { checkConsistency } from './bundle-proofs.js';
import { checkStamps, type NewestStamp } from './bundle-stamps.js';
import type { BundleRecords } from './bundle-records.js';
import { brokenAt, type BundleBreak, type BundleVerdict, type WholeBundle } from './bundle-verdict.js';
import { checkRecords } from './check-records.js';
import { originOf } from './checkpoint.js';
import { LogIndex } from './log-index.js';
import { keyInForce } from './log-keys.js';
import type { Expectations } from './log-walk.js';
import { readRecords } from './read-records.js';
import { openNote } from './signed-note.js';

/** A bundle with what was read of it; `facts` only when it is whole. */
export interface InspectedBundle {
  readonly verdict: BundleVerdict;
  readonly facts: BundleFacts | null;
}

export interface BundleFacts {
  readonly records: BundleRecords;
  readonly index: LogIndex;
}

/** Checks an exported log with nothing but the file: no database, no network, no package. @param path the bundle (tar) */
export const verifyBundle = async (path: string, anchors: Anchors = {}): Promise<BundleVerdict> =>
  (await inspectBundle(path, anchors)).verdict;

/** The same, and what the bundle says, for questions to it. */
export async function inspectBundle(path: string, anchors: Anchors = {}): Promise<InspectedBundle> {
  const bundle = await openedOrNull(path);
  if (bundle === 'unreadable') return { verdict: { usable: false, problem: 'bundle-unreadable' }, facts: null };
  const text = (await bundle?.text(BUNDLE_FILES.manifest)) ?? '';
  const manifest = readManifest(text);
  if (!bundle || !manifest) {
    await bundle?.close();
    return { verdict: { usable: false, problem: 'manifest-malformed' }, facts: null };
  }
  try {
    const found = await check(bundle, manifest, text, anchors);
    if ('problem' in found) return { verdict: { usable: true, manifest, ...found }, facts: null };
    return { verdict: { usable: true, manifest, ...found.whole }, facts: found.facts };
  } finally {
    await bundle.close();
  }
}

/** What is nearest to the evidence is looked at first, so that the place that is named is the place that was touched. */
async function check(
  bundle: BundleFile,
  manifest: BundleManifest,
  text: string,
  anchors: Anchors,
): Promise<{ whole: WholeBundle; facts: BundleFacts } | BundleBreak> {
  const records = await readRecords(bundle);
  if ('problem' in records) return records;
  const expected = await expectationsOf(bundle, manifest, records, anchors);
  if ('problem' in expected) return expected;
  const index = new LogIndex();
  const checked = await (manifest.scope === 'log' ? checkLog : checkExcerpt)(bundle, manifest, expected, index);
  if ('problem' in checked) return checked;
  const broken = (await checkGrowth(bundle, manifest, expected)) ?? checkRecords(records, index);
  if (broken) return broken;
  const stamps = await checkStamps(bundle, anchors.stampRoots ?? []);
  if ('problem' in stamps) return stamps;
  const altered =
    (await checkFiles(bundle, manifest)) ??
    signatureProblem(await bundle.text(BUNDLE_FILES.signature), manifest, text, expected);
  if (altered) return altered;
  const whole = wholeOf(manifest, { checked, expected, anchors, index, stamp: stamps.newest });
  return { whole, facts: { records, index } };
}

/** In a whole log every root was recomputed; in an excerpt what documents carry must be the beginning of what is signed. */
function checkGrowth(
  bundle: BundleFile,
  { scope }: BundleManifest,
  { checkpoints, known }: Expectations,
): Promise<BundleBreak | null> {
  const mustReach = scope === 'log' ? [] : [...checkpoints.keys(), ...known.keys()];
  const roots = new Map([...known, ...checkpoints]);
  return checkConsistency(bundle, roots, { mustReach, end: Math.max(0, ...checkpoints.keys()) });
}

async function checkFiles(bundle: BundleFile, { files }: BundleManifest): Promise<BundleBreak | null> {
  for (const [name, sha256] of Object.entries(files)) {
    if (!bundle.has(name)) return brokenAt(name, 0, 'file-missing');
    if ((await bundle.sha256(name)) !== sha256) return brokenAt(name, 0, 'file-differs');
  }
  const own: readonly string[] = [BUNDLE_FILES.manifest, BUNDLE_FILES.signature];
  const extra = bundle.names.find((name) => !own.includes(name) && files[name] === undefined);
  return extra === undefined ? null : brokenAt(extra, 0, 'file-unexpected');
}

function signatureProblem(
  note: string,
  { organizationId, size }: BundleManifest,
  text: string,
  { keys }: Expectations,
): BundleBreak | null {
  const signer = keyInForce(keys, size);
  const claim = signer && openNote(note, [signer.key])?.text;
  if (claim !== undefined && claim === manifestClaim(originOf(organizationId), text)) return null;
  return brokenAt(BUNDLE_FILES.signature, 0, 'manifest-signature-wrong');
}

interface Held {
  readonly checked: CheckedEvents;
  readonly expected: Expectations;
  readonly anchors: Anchors;
  readonly index: LogIndex;
  readonly stamp: NewestStamp | null;
}

function wholeOf(manifest: BundleManifest, { checked, expected, anchors, index, stamp }: Held): WholeBundle {
  const { checkpoints, known } = expected;
  const covered = Math.max(0, ...checkpoints.keys(), ...known.keys());
  const isAnchored = anchors.logKey !== undefined || (anchors.checkpoints?.size ?? 0) + (anchors.events?.size ?? 0) > 0;
  const notes: BundleNote[] = [];
  if (covered < manifest.size) notes.push('tail-not-covered');
  if (!isAnchored && stamp?.isTrusted !== true) notes.push('not-anchored');
  if (!stamp && (anchors.stampRoots?.length ?? 0) > 0) notes.push('not-stamped');
  if (index.clockWentBackAt > 0) notes.push('clock-went-back');
  return { intact: true, ...checked, covered, checkpoints: checkpoints.size, stamp, overrides: index.overrides, notes };
}

async function openedOrNull(path: string): Promise<BundleFile | null | 'unreadable'> {
  try {
    return await BundleFile.open(path);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) return 'unreadable';
    throw error;
  }
}
