import { BUNDLE_FILES, readEventLine, type BundleManifest } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { holds, inclusionProofs, type InclusionProof } from './bundle-proofs.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { parseEvent, type CanonicalEvent } from './canonical-event.js';
import type { ChainedEvent } from './chain.js';
import { KEY_ACTION, keyFingerprint } from './log-keys.js';
import type { LogIndex } from './log-index.js';
import { logStart, LogWalk, type Expectations, type LogPlace } from './log-walk.js';
import { leafHash } from './merkle.js';

/** What was read of the events of a bundle. */
export interface CheckedEvents {
  readonly size: number;
  readonly head: string;
}

/** What events are compared with, and where they are kept for later questions. */
export interface Around {
  readonly manifest: BundleManifest;
  readonly expected: Expectations;
  readonly index: LogIndex;
  /** By number of the event. */
  readonly proofs: ReadonlyMap<number, InclusionProof>;
}

/** The whole log from its first event: chain, tree, checkpoints, and the proofs that come with it. */
export async function checkLog(
  bundle: BundleFile,
  manifest: BundleManifest,
  expected: Expectations,
  index: LogIndex,
): Promise<CheckedEvents | BundleBreak> {
  const proofs = await inclusionProofs(bundle);
  if ('problem' in proofs) return proofs;
  return checkRun(bundle, { manifest, expected, index, proofs }, logStart(manifest));
}

/** Events that follow each other without a gap, from a place that is proven up to the end of the bundle. */
export async function checkRun(
  bundle: BundleFile,
  { manifest, expected, index, proofs }: Around,
  from: LogPlace,
): Promise<(CheckedEvents & { readonly lastAt: string }) | BundleBreak> {
  const leaves = new Map<number, Buffer>();
  const walk = new LogWalk(manifest, expected, from);
  for await (const line of bundle.lines(BUNDLE_FILES.events)) {
    const position = walk.size + 1;
    const event = readEventLine(line);
    if (!event) return brokenAt(BUNDLE_FILES.events, position, 'line-malformed');
    const broken = walk.accept(event);
    if (broken) return brokenAt(BUNDLE_FILES.events, broken.position, broken.problem);
    const unlawful = walk.event && index.add(walk.event);
    if (unlawful) return brokenAt(BUNDLE_FILES.events, position, unlawful);
    if (proofs.has(position)) leaves.set(position, leafHash(event.bytes));
  }
  const end = walk.finish(manifest);
  if (end) return brokenAt(BUNDLE_FILES.events, end.position, end.problem);
  for (const proof of proofs.values()) {
    const leaf = leaves.get(proof.seq);
    if (proof.seq > from.size && (!leaf || !holds(leaf, proof, expected.checkpoints))) return wrongProof(proof.seq);
  }
  return { size: walk.size - from.size, head: walk.head, lastAt: walk.event?.at ?? '' };
}

/** Some events of a log, each with the proof that it stands where it says in the tree that the newest checkpoint signs. */
export async function checkExcerpt(
  bundle: BundleFile,
  manifest: BundleManifest,
  expected: Expectations,
  index: LogIndex,
): Promise<CheckedEvents | BundleBreak> {
  const proofs = await inclusionProofs(bundle);
  if ('problem' in proofs) return proofs;
  const read = await checkProven(bundle, BUNDLE_FILES.events, { manifest, expected, index, proofs });
  if ('problem' in read) return read;
  const unannounced = silentKey(expected, read.announced);
  return unannounced ?? { size: read.count, head: manifest.head };
}

/** What was read of events that are proven one by one. */
export interface ProvenEvents {
  readonly count: number;
  /** Null when there is none. */
  readonly last: CanonicalEvent | null;
  /** Fingerprints of the keys that they announce, by their number. */
  readonly announced: ReadonlyMap<number, string>;
}

/** Events with gaps between them: each comes with its proof. */
export async function checkProven(
  bundle: BundleFile,
  file: string,
  { manifest, expected, index, proofs }: Around,
): Promise<ProvenEvents | BundleBreak> {
  const announced = new Map<number, string>();
  let [last, count]: [CanonicalEvent | null, number] = [null, 0];
  for await (const line of bundle.lines(file)) {
    const before = Number(last?.seq ?? '0');
    const event = readEventLine(line);
    if (!event) return brokenAt(file, before + 1, 'line-malformed');
    const { seq, bytes } = event;
    if (seq <= before) return brokenAt(file, before + 1, 'position-differs');
    const parsed = eventIn(event, manifest);
    if (typeof parsed === 'string') return brokenAt(file, seq, parsed);
    const wrong = unproven(bytes, { file, seq }, proofs.get(seq), expected);
    if (wrong) return wrong;
    const unlawful = index.add(parsed);
    if (unlawful) return brokenAt(file, seq, unlawful);
    if (parsed.action === KEY_ACTION) announced.set(seq, parsed.contentHashAfter);
    [last, count] = [parsed, count + 1];
  }
  return { count, last, announced };
}

function eventIn({ seq, bytes }: ChainedEvent, { organizationId }: BundleManifest) {
  const parsed = parseEvent(bytes);
  if (typeof parsed === 'string') return parsed;
  if (parsed.organizationId !== organizationId) return 'organization-differs';
  return parsed.seq === String(seq) ? parsed : 'seq-differs';
}

/** The first key that none of these events announces. @param upTo keys that came later are announced elsewhere */
export function silentKey(
  { keys }: Expectations,
  announced: ProvenEvents['announced'],
  upTo = Number.POSITIVE_INFINITY,
): BundleBreak | null {
  const silent = keys.find(({ key, since }) => since <= upTo && announced.get(since) !== keyFingerprint(key));
  return silent ? brokenAt(BUNDLE_FILES.events, silent.since, 'log-key-not-announced') : null;
}

function unproven(
  bytes: Uint8Array,
  { file, seq }: { readonly file: string; readonly seq: number },
  proof: InclusionProof | undefined,
  { checkpoints }: Expectations,
): BundleBreak | null {
  if (!proof) return brokenAt(file, seq, 'proof-missing');
  return holds(leafHash(bytes), proof, checkpoints) ? null : wrongProof(seq);
}

const wrongProof = (seq: number): BundleBreak => brokenAt(BUNDLE_FILES.inclusion, seq, 'proof-wrong');
