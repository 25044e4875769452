import { BUNDLE_README } from '../core/thai/bundle-readme.js';
import {
  artefactFile,
  BUNDLE_FILES,
  checkpointFile,
  cosignatureFile,
  eventLine,
  manifestClaim,
  manifestText,
  sha256Of,
  stampFile,
  type BundlePeriod,
} from '../audit/bundle.js';
import { consistencyLine, inclusionLine } from '../audit/bundle-proofs.js';
import { recordFile, recordLine, RECORD_KINDS, type BundleRecords, type RecordKind } from '../audit/bundle-records.js';
import type { ChainedEvent } from '../audit/chain.js';
import { originOf, readCheckpoint } from '../audit/checkpoint.js';
import type { LogKeyEntry } from '../audit/log-keys.js';
import type { MerkleTree } from '../audit/merkle.js';
import { witnessKey } from '../audit/cosignature.js';
import { signNote } from '../audit/signed-note.js';
import { tarOf, type TarFile } from '../audit/tar.js';
import type { StoredCosignature } from './cosignatures.queries.js';
import { keyLines, type StoredCheckpoint } from './checkpoints.queries.js';
import type { ItemRef } from './excerpt.js';
import type { OwnKey } from './key-safe.js';
import type { StoredStamp } from './stamps.queries.js';

/** Everything that goes into a bundle, read and signed. */
export interface BundleParts {
  readonly organizationId: string;
  readonly createdAt: string;
  /** Null but for one item. */
  readonly item: ItemRef | null;
  /** Null but for a period, whose events are then all after its beginning. */
  readonly period: PeriodParts | null;
  /** Hash of the last event that the newest checkpoint covers, hexadecimal. */
  readonly head: string;
  readonly events: readonly ChainedEvent[];
  readonly keys: readonly LogKeyEntry[];
  /** Oldest first; of an excerpt only the newest, the newest that is stamped, and the newest that is cosigned. */
  readonly checkpoints: readonly StoredCheckpoint[];
  /** Of these checkpoints, oldest first. */
  readonly stamps: readonly StoredStamp[];
  /** Of these checkpoints, oldest first, then by witness. */
  readonly cosignatures: readonly StoredCosignature[];
  readonly records: BundleRecords;
  /** Over all events that the newest checkpoint covers. */
  readonly tree: MerkleTree;
  /** Events that get a proof of their own. */
  readonly proven: readonly number[];
  /** Sealed files. */
  readonly artefacts: readonly Uint8Array[];
}

/** Where a period begins in the log, and what it rests on from before. */
export interface PeriodParts extends BundlePeriod {
  readonly earlier: readonly ChainedEvent[];
}

/** The archive: equal parts give equal bytes. @param key signs the list of files */
export function bundleOf(parts: BundleParts, key: OwnKey): Buffer {
  const files = [
    ...textFiles(parts),
    ...parts.checkpoints.map(checkpointOf),
    ...parts.stamps.map(stampOf),
    ...cosignatureFiles(parts),
    ...parts.artefacts.map(artefactOf),
  ];
  const { organizationId, createdAt, item, period, head } = parts;
  const manifest = manifestText({
    organizationId,
    createdAt,
    scope: item ? 'item' : period ? 'period' : 'log',
    itemKind: item?.itemKind ?? '',
    itemId: item?.itemId ?? '',
    period: period && beginningOf(period),
    size: sizeOf(parts),
    head,
    files: Object.fromEntries(files.map(({ name, bytes }) => [name, sha256Of(bytes)])),
  });
  const origin = originOf(organizationId);
  const signature = signNote(manifestClaim(origin, manifest), origin, key.privateKey);
  return tarOf([file(BUNDLE_FILES.manifest, manifest), file(BUNDLE_FILES.signature, signature), ...files]);
}

const beginningOf = ({ from, to, after, head, edge }: PeriodParts): BundlePeriod => ({ from, to, after, head, edge });
const sizeOf = ({ checkpoints }: BundleParts): number => checkpoints.at(-1)?.size ?? 0;

const file = (name: string, text: string): TarFile => ({ name, bytes: Buffer.from(text, 'utf8') });
const checkpointOf = ({ size, note }: StoredCheckpoint): TarFile => file(checkpointFile(size), note);
const stampOf = ({ size, token }: StoredStamp): TarFile => ({ name: stampFile(size), bytes: token });
/** One file for each checkpoint, and the keys of the witnesses; nothing at all where no witness was asked. */
function cosignatureFiles({ cosignatures }: BundleParts): TarFile[] {
  const sizes = [...new Set(cosignatures.map(({ size }) => size))];
  const keys = cosignatures.map(({ witness, publicKey }) => witnessKey({ name: witness, publicKey }));
  const linesAt = (at: number): string => cosignatures.flatMap(({ size, line }) => (size === at ? line : [])).join('');
  const files = sizes.map((size) => file(cosignatureFile(size), linesAt(size)));
  return files.length === 0 ? [] : [...files, file(BUNDLE_FILES.witnesses, linesOf([...new Set(keys)].sort()))];
}
const artefactOf = (bytes: Uint8Array): TarFile => ({ name: artefactFile(sha256Of(bytes)), bytes });
const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function textFiles(parts: BundleParts): TarFile[] {
  return [
    file(BUNDLE_FILES.readme, BUNDLE_README),
    file(BUNDLE_FILES.keys, keyLines(parts.keys)),
    file(BUNDLE_FILES.events, linesOf(parts.events.map(eventLine))),
    ...(parts.period ? [file(BUNDLE_FILES.earlier, linesOf(parts.period.earlier.map(eventLine)))] : []),
    ...RECORD_KINDS.map((kind) => file(recordFile(kind), recordLines(parts.records, kind))),
    file(BUNDLE_FILES.inclusion, inclusionProofs(parts)),
    file(BUNDLE_FILES.consistency, consistencyProofs(parts)),
  ];
}

const recordLines = <Kind extends RecordKind>(records: BundleRecords, kind: Kind): string =>
  linesOf(records[kind].map((record) => recordLine(kind, record)));

/** What comes from before a period is proven at its beginning, everything else at the end. */
function inclusionProofs(parts: BundleParts): string {
  const [after, end] = [parts.period?.after ?? 0, sizeOf(parts)];
  return linesOf(
    parts.proven.map((seq) => {
      const size = seq <= after ? after : end;
      return inclusionLine({ seq, size, path: parts.tree.inclusionPath(seq - 1, size) });
    }),
  );
}

/**
 * Each checkpoint towards the next; of an excerpt its earlier one, and what its documents carry, towards the one at its end; of
 * a period what documents from before it carry, towards its beginning.
 */
function consistencyProofs(parts: BundleParts): string {
  const end = parts.item ? sizeOf(parts) : (parts.period?.after ?? 0);
  const earlier = earlierSizes(parts, end).map((from) => [from, end] as const);
  const steps = [...earlier, ...(parts.item ? [] : successive(parts))];
  return linesOf(steps.map(([from, to]) => consistencyLine({ from, to, path: parts.tree.consistencyPath(from, to) })));
}

const successive = ({ checkpoints }: BundleParts): (readonly [number, number])[] =>
  checkpoints.slice(1).map((next, at) => [checkpoints[at]?.size ?? 0, next.size] as const);

/** Sizes of the checkpoints that editions carry, and of the bundle's own, below the end. */
function earlierSizes({ records, checkpoints }: BundleParts, end: number): number[] {
  const carried = records.editions.flatMap(
    ({ checkpoint }) => readCheckpoint(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1))?.size ?? [],
  );
  const sizes = new Set([...carried, ...checkpoints.map(({ size }) => size)]);
  return [...sizes].filter((size) => size < end).sort((one, other) => one - other);
}
