import type { X509Certificate } from 'node:crypto';
import { artefactFile, BUNDLE_FILES, isCheckpointFile, sha256Of, type BundleManifest } from './bundle.js';
import type { BundleFile } from './bundle-file.js';
import type { BundleRecords } from './bundle-records.js';
import { recordFile } from './bundle-records.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { originOf, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { firstUnendorsed, keyInForce, readLogKeyLine, type LogKeyEntry } from './log-keys.js';
import type { Expectations } from './log-walk.js';
import { pdfCheckpoint } from './pdf-checkpoint.js';
import { openNote, readVerifierKey, verifierKey, type NoteKey } from './signed-note.js';

/** What somebody who checks a bundle has from elsewhere. */
export interface Anchors {
  /** The log's key as it was published ("name+hash+key"). */
  readonly logKey?: string;
  /** Signed checkpoints, by the name of the file they were found in. */
  readonly checkpoints?: ReadonlyMap<string, string>;
  /** Roots (hex) by size, from paper: without a signature. */
  readonly roots?: ReadonlyMap<number, string>;
  /** Hashes (hex) of events by position. */
  readonly events?: ReadonlyMap<number, string>;
  /** Issuers of time-stamping authorities that the reader trusts. */
  readonly stampRoots?: readonly X509Certificate[];
  /** Keys of witnesses that the reader knows. */
  readonly witnesses?: readonly NoteKey[];
}

/**
 * Reads everything signed in a bundle, and what was brought along, into what the events must add up to.
 * @returns also the sizes of the checkpoints that only were brought along
 */
export async function expectationsOf(
  bundle: BundleFile,
  manifest: BundleManifest,
  records: BundleRecords,
  anchors: Anchors,
): Promise<{ expected: Expectations; given: ReadonlySet<number> } | BundleBreak> {
  const keys = await keysOf(bundle, manifest);
  if ('problem' in keys) return keys;
  const own = await ownCheckpoints(bundle, manifest, keys.keys);
  if ('problem' in own) return own;
  if (anchors.logKey !== undefined) {
    const trusted = isTrusted(anchors.logKey, keys.keys, own.signers);
    if (!trusted) return brokenAt(BUNDLE_FILES.keys, 0, 'log-key-unknown');
  }
  const known = await knownCheckpoints(bundle, manifest, keys.keys, records, anchors);
  if ('problem' in known) return known;
  const { roots, given } = known;
  const events = anchors.events ?? new Map<number, string>();
  return { expected: { checkpoints: own.roots, known: roots, anchors: events, keys: keys.keys }, given };
}

async function keysOf(bundle: BundleFile, manifest: BundleManifest): Promise<{ keys: LogKeyEntry[] } | BundleBreak> {
  const keys: LogKeyEntry[] = [];
  for await (const line of bundle.lines(BUNDLE_FILES.keys)) {
    const entry = readLogKeyLine(line, manifest.organizationId);
    if (!entry) return brokenAt(BUNDLE_FILES.keys, keys.length + 1, 'log-key-malformed');
    keys.push(entry);
  }
  const loose = firstUnendorsed(keys, manifest.organizationId, verifierKey);
  return loose === -1 ? { keys } : brokenAt(BUNDLE_FILES.keys, loose + 1, 'log-key-not-endorsed');
}

/** The checkpoints of a bundle, each signed by the key of its time, each of another size. */
async function ownCheckpoints(
  bundle: BundleFile,
  manifest: BundleManifest,
  keys: readonly LogKeyEntry[],
): Promise<{ roots: Map<number, string>; signers: Set<string> } | BundleBreak> {
  const roots = new Map<number, string>();
  const signers = new Set<string>();
  for (const name of bundle.names.filter(isCheckpointFile).sort()) {
    const opened = signedCheckpoint(await bundle.text(name), manifest, keys);
    if (typeof opened === 'string') return brokenAt(name, 0, opened);
    const { size, root, signer } = opened;
    if (roots.has(size)) return brokenAt(name, size, 'checkpoint-twice');
    roots.set(size, root.toString('hex'));
    signers.add(signer);
  }
  return { roots, signers };
}

type CheckpointProblem = 'checkpoint-malformed' | 'checkpoint-signature-wrong' | 'checkpoint-key-not-valid-then';

export function signedCheckpoint(
  note: string,
  { organizationId }: Pick<BundleManifest, 'organizationId'>,
  keys: readonly LogKeyEntry[],
): (Checkpoint & { signer: string }) | CheckpointProblem {
  const opened = openNote(
    note,
    keys.map(({ key }) => key),
  );
  if (!opened) return 'checkpoint-signature-wrong';
  const checkpoint = readCheckpoint(opened.text);
  if (checkpoint?.origin !== originOf(organizationId)) return 'checkpoint-malformed';
  const signer = verifierKey(opened.key);
  const inForce = keyInForce(keys, checkpoint.size);
  return inForce && verifierKey(inForce.key) === signer ? { ...checkpoint, signer } : 'checkpoint-key-not-valid-then';
}

/** A key that was given counts when it is the first one, or signed a checkpoint here: what it signed proves all before it. */
function isTrusted(given: string, keys: readonly LogKeyEntry[], signers: ReadonlySet<string>): boolean {
  const first = keys[0] && verifierKey(keys[0].key);
  return readVerifierKey(given) !== null && (given === first || signers.has(given));
}

/** Checkpoints that documents carry, and those that were brought along. */
async function knownCheckpoints(
  bundle: BundleFile,
  manifest: BundleManifest,
  keys: readonly LogKeyEntry[],
  { editions }: BundleRecords,
  anchors: Anchors,
): Promise<{ roots: Map<number, string>; given: Set<number> } | BundleBreak> {
  const roots = new Map(anchors.roots);
  const given = new Set(roots.keys());
  for await (const { file, line, note } of remembered(bundle, editions, anchors)) {
    const opened = signedCheckpoint(note, manifest, keys);
    if (typeof opened === 'string') return brokenAt(file, line, 'known-checkpoint-wrong');
    const root = opened.root.toString('hex');
    if ((roots.get(opened.size) ?? root) !== root) return brokenAt(file, line, 'known-checkpoint-differs');
    roots.set(opened.size, root);
    if (anchors.checkpoints?.has(file)) given.add(opened.size);
  }
  return { roots, given };
}

async function* remembered(
  bundle: BundleFile,
  editions: BundleRecords['editions'],
  { checkpoints = new Map() }: Anchors,
): AsyncGenerator<{ file: string; line: number; note: string }> {
  for (const [file, note] of checkpoints) yield { file, line: 0, note };
  for (const [at, { checkpoint, sealedSha256 }] of editions.entries()) {
    if (checkpoint !== '') yield { file: recordFile('editions'), line: at + 1, note: checkpoint };
    const file = artefactFile(sealedSha256);
    if (sealedSha256 === '' || !bundle.has(file)) continue;
    const pdf = await bundle.bytes(file);
    const note = pdfCheckpoint(pdf);
    if (sha256Of(pdf) !== sealedSha256) yield { file, line: 0, note: '' };
    else if (note !== null) yield { file, line: 0, note };
  }
}
