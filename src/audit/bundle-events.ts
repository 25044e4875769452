import { BUNDLE_FILES, readEventLine, type BundleManifest } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import { holds, inclusionProofs, type InclusionProof } from './bundle-proofs.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { parseEvent } from './canonical-event.js';
import { KEY_ACTION, keyFingerprint } from './log-keys.js';
import type { LogIndex } from './log-index.js';
import { LogWalk, type Expectations } from './log-walk.js';
import { leafHash } from './merkle.js';

/** What was read of the events of a bundle. */
export interface CheckedEvents {
  readonly size: number;
  readonly head: string;
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
  const leaves = new Map<number, Buffer>();
  const walk = new LogWalk(manifest, expected);
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
    if (!leaf || !holds(leaf, proof, expected.checkpoints)) return wrongProof(proof.seq);
  }
  return { size: walk.size, head: walk.head };
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
  const announced = new Map<number, string>();
  let [last, count] = [0, 0];
  for await (const line of bundle.lines(BUNDLE_FILES.events)) {
    const event = readEventLine(line);
    if (!event) return brokenAt(BUNDLE_FILES.events, last + 1, 'line-malformed');
    const { seq, bytes } = event;
    if (seq <= last) return brokenAt(BUNDLE_FILES.events, last + 1, 'position-differs');
    const parsed = parseEvent(bytes);
    if (typeof parsed === 'string') return brokenAt(BUNDLE_FILES.events, seq, parsed);
    if (parsed.organizationId !== manifest.organizationId)
      return brokenAt(BUNDLE_FILES.events, seq, 'organization-differs');
    if (parsed.seq !== String(seq)) return brokenAt(BUNDLE_FILES.events, seq, 'seq-differs');
    const wrong = unproven(bytes, seq, proofs.get(seq), expected);
    if (wrong) return wrong;
    const unlawful = index.add(parsed);
    if (unlawful) return brokenAt(BUNDLE_FILES.events, seq, unlawful);
    if (parsed.action === KEY_ACTION) announced.set(seq, parsed.contentHashAfter);
    [last, count] = [seq, count + 1];
  }
  const silent = expected.keys.find(({ key, since }) => announced.get(since) !== keyFingerprint(key));
  if (silent) return brokenAt(BUNDLE_FILES.events, silent.since, 'log-key-not-announced');
  return { size: count, head: manifest.head };
}

function unproven(
  bytes: Uint8Array,
  seq: number,
  proof: InclusionProof | undefined,
  { checkpoints }: Expectations,
): BundleBreak | null {
  if (!proof) return brokenAt(BUNDLE_FILES.events, seq, 'proof-missing');
  return holds(leafHash(bytes), proof, checkpoints) ? null : wrongProof(seq);
}

const wrongProof = (seq: number): BundleBreak => brokenAt(BUNDLE_FILES.inclusion, seq, 'proof-wrong');
