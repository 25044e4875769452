import type { BundleNote } from '../core/verdicts.js';
import { BUNDLE_FILES, manifestClaim, readManifest, type BundleManifest } from './bundle.js';
import { checkExcerpt, checkLog, type CheckedEvents } from './bundle-events.js';
import { expectationsOf, type Anchors } from './bundle-expectations.js';
import { BundleFile } from './bundle-file.js';
import { checkConsistency } from './bundle-proofs.js';
import { checkCosignatures, type CosignedBy } from './bundle-cosignatures.js';
import { checkStamps, type NewestStamp } from './bundle-stamps.js';
import type { BundleRecords } from './bundle-records.js';
import { brokenAt, type BundleBreak, type BundleVerdict, type WholeBundle } from './bundle-verdict.js';
import { comparedWith, type ComparedWith } from './bundle-witnesses.js';
import { checkPeriod, type CheckedPeriod } from './check-period.js';
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
  const signed = await expectationsOf(bundle, manifest, records, anchors);
  if ('problem' in signed) return signed;
  const witnesses = await comparedWith(bundle, manifest, signed.expected, signed.given);
  const { expected } = witnesses;
  const index = new LogIndex();
  const checked = await checkEvents(bundle, manifest, expected, index);
  if ('problem' in checked) return checked;
  const broken = (await checkGrowth(bundle, manifest, expected)) ?? checkRecords(records, index);
  if (broken) return broken;
  const stamps = await checkStamps(bundle, anchors.stampRoots ?? []);
  if ('problem' in stamps) return stamps;
  const seen = await checkCosignatures(bundle, anchors.witnesses ?? []);
  if ('problem' in seen) return seen;
  const altered =
    (await checkFiles(bundle, manifest)) ??
    signatureProblem(await bundle.text(BUNDLE_FILES.signature), manifest, text, expected);
  if (altered) return altered;
  const whole = wholeOf(manifest, { checked, witnesses, anchors, index, stamp: stamps.newest, ...seen });
  return { whole, facts: { records, index } };
}

function checkEvents(
  bundle: BundleFile,
  manifest: BundleManifest,
  expected: Expectations,
  index: LogIndex,
): Promise<CheckedEvents | CheckedPeriod | BundleBreak> {
  const { scope, period } = manifest;
  if (period) return checkPeriod(bundle, { ...manifest, period }, expected, index);
  return (scope === 'log' ? checkLog : checkExcerpt)(bundle, manifest, expected, index);
}

/**
 * In a whole log every root was recomputed; in an excerpt what documents carry must be the beginning of what is signed, in a
 * period the beginning of where it starts.
 */
async function checkGrowth(
  bundle: BundleFile,
  { scope, period }: BundleManifest,
  { checkpoints, known }: Expectations,
): Promise<BundleBreak | null> {
  const roots = new Map([...known, ...checkpoints]);
  const fork = [...known].find(([size, root]) => roots.get(size) !== root);
  if (fork) return brokenAt(BUNDLE_FILES.events, fork[0], 'known-checkpoint-differs');
  if (scope === 'log')
    return checkConsistency(bundle, roots, { mustReach: [], end: Math.max(0, ...checkpoints.keys()) });
  const end = period?.after ?? Math.max(0, ...checkpoints.keys());
  const mustReach = [...roots.keys()].filter((size) => !period || size < end);
  return checkConsistency(bundle, roots, { mustReach, end });
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
  readonly checked: CheckedEvents | CheckedPeriod;
  readonly witnesses: ComparedWith;
  readonly anchors: Anchors;
  readonly index: LogIndex;
  readonly stamp: NewestStamp | null;
  readonly cosigned: readonly CosignedBy[];
}

function wholeOf(manifest: BundleManifest, held: Held): WholeBundle {
  const { checked, witnesses, index, stamp, cosigned } = held;
  const { checkpoints, known } = witnesses.expected;
  const covered = Math.max(0, ...checkpoints.keys(), ...known.keys());
  const { size, head } = checked;
  return {
    intact: true,
    size,
    head,
    period: manifest.period && 'earlier' in checked ? { ...manifest.period, earlier: checked.earlier } : null,
    covered,
    checkpoints: checkpoints.size,
    stamp,
    cosigned,
    overrides: index.overrides,
    notes: notesOn(manifest, covered, held),
  };
}

function notesOn({ size, period }: BundleManifest, covered: number, held: Held): BundleNote[] {
  const { checked, witnesses, anchors, index, stamp, cosigned } = held;
  const known = cosigned.filter(({ isTrusted, checkpoints }) => isTrusted && checkpoints.length > 0);
  const isSeen = stamp?.isTrusted === true || known.length > 0;
  const isAnchored = anchors.logKey !== undefined || witnesses.isAnchored || isSeen;
  const told: readonly (readonly [BundleNote, boolean])[] = [
    ['tail-not-covered', covered < size],
    ['not-anchored', !isAnchored],
    ['known-not-compared', witnesses.leavesOut],
    ['not-stamped', !stamp && (anchors.stampRoots?.length ?? 0) > 0],
    ['not-cosigned', known.length < (anchors.witnesses?.length ?? 0)],
    ['clock-went-back', index.clockWentBackAt > 0],
    ['earlier-not-complete', (period?.after ?? 0) > 0],
    ['period-not-covered', 'isCovered' in checked && !checked.isCovered],
  ];
  return told.filter(([, applies]) => applies).map(([note]) => note);
}

async function openedOrNull(path: string): Promise<BundleFile | null | 'unreadable'> {
  try {
    return await BundleFile.open(path);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) return 'unreadable';
    throw error;
  }
}
