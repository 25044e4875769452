import { createHash } from 'node:crypto';
import type { ChainedEvent } from './chain.js';

export const BUNDLE_FORMAT = 'prongsai-audit-bundle.v3';

/** Where things are in a bundle. Everything but the manifest and its signature is listed in the manifest. */
export const BUNDLE_FILES = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  readme: 'README-th.txt',
  keys: 'keys.ndjson',
  /** Keys of the witnesses whose cosignatures are here; only where there are any. */
  witnesses: 'witnesses.txt',
  events: 'events.ndjson',
  /** Of a period: events from before it that it rests on. */
  earlier: 'earlier.ndjson',
  inclusion: 'proofs/inclusion.ndjson',
  consistency: 'proofs/consistency.ndjson',
} as const;
export const checkpointFile = (size: number): string => `checkpoints/${String(size).padStart(12, '0')}.txt`;
export const isCheckpointFile = (name: string): boolean => name.startsWith('checkpoints/');
/** Time stamp of the checkpoint of that size: an RFC 3161 TimeStampToken, DER. */
export const stampFile = (size: number): string => `tst/${String(size).padStart(12, '0')}.tst`;
export const isStampFile = (name: string): boolean => name.startsWith('tst/');
/** The size that the name of a stamp file gives; 0 for another name. */
export const stampedCheckpoint = (name: string): number => Number(/^tst\/(\d{12})\.tst$/.exec(name)?.[1] ?? '0');
/** What witnesses said about the checkpoint of that size: signature lines of C2SP tlog-cosignature. */
export const cosignatureFile = (size: number): string => `cosignatures/${String(size).padStart(12, '0')}.txt`;
export const isCosignatureFile = (name: string): boolean => name.startsWith('cosignatures/');
/** The size that the name of a file of cosignatures gives; 0 for another name. */
export const cosignedCheckpoint = (name: string): number =>
  Number(/^cosignatures\/(\d{12})\.txt$/.exec(name)?.[1] ?? '0');
export const artefactFile = (sha256: string): string => `artefacts/${sha256}.pdf`;

/** What the bundle is of, and which files it has. Numbers are decimal strings, as everywhere in the log. */
export interface BundleManifest {
  readonly organizationId: string;
  /** When the log was opened, as bound into its first hash. */
  readonly createdAt: string;
  /** The whole log, the events of one item with their proofs, or those of a period. */
  readonly scope: (typeof SCOPES)[number];
  /** Empty but for one item. */
  readonly itemKind: string;
  readonly itemId: string;
  /** Null but for a period. */
  readonly period: BundlePeriod | null;
  /** How many events the log had. */
  readonly size: number;
  /** Hash of the last of them. */
  readonly head: string;
  /** SHA-256 by name, sorted by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** The days that a part of a log covers, and where the part goes on from. */
export interface BundlePeriod {
  /** First and last day in Thailand, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** How many events stand before the part: the size of a checkpoint, or 0. */
  readonly after: number;
  /** Hash of the last of them, or the hash that the log begins with. */
  readonly head: string;
  /** Right edge of the Merkle tree over them, hexadecimal. */
  readonly edge: string;
}

const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^(0|[1-9]\d{0,14})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function manifestText(manifest: BundleManifest): string {
  const { organizationId, createdAt, scope, itemKind, itemId, period, size, head, files } = manifest;
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  const part = period ? { period: { ...period, after: String(period.after) } } : {};
  const fields = {
    organizationId,
    createdAt,
    scope,
    itemKind,
    itemId,
    ...part,
    size: String(size),
    head,
    files: sorted,
  };
  return `${JSON.stringify({ format: BUNDLE_FORMAT, ...fields }, null, 1)}\n`;
}

/** Null for a text that `manifestText` could not have written. */
export function readManifest(text: string): BundleManifest | null {
  const value = jsonOf(text);
  const { organizationId = '', createdAt = '', itemKind = '', itemId = '', size = '', head = '' } = textsOf(value);
  const files = textsOf(value['files']);
  const scope = SCOPES.find((each) => each === value['scope']);
  if (!UUID.test(organizationId) || !/^[\x20-\x7e]+$/.test(createdAt) || !scope) return null;
  if (!COUNT.test(size) || !HASH.test(head) || !Object.values(files).every((hash) => HASH.test(hash))) return null;
  const period = readPeriod(value['period']);
  if ((scope === 'period') !== (period !== null)) return null;
  const manifest = { organizationId, createdAt, scope, itemKind, itemId, period, size: Number(size), head, files };
  return manifestText(manifest) === text ? manifest : null;
}

function readPeriod(value: unknown): BundlePeriod | null {
  const { from = '', to = '', after = '', head = '', edge = '' } = textsOf(value);
  if (!DAY.test(from) || !DAY.test(to) || !COUNT.test(after) || !HASH.test(head)) return null;
  return /^([0-9a-f]{64})*$/.test(edge) ? { from, to, after: Number(after), head, edge } : null;
}

/** What the key of the log signs for a bundle: not to be confused with a checkpoint, whose first line is its origin. */
export const manifestClaim = (origin: string, manifest: string): string =>
  `${BUNDLE_FORMAT}\n${origin}\n${sha256Of(manifest)}\n`;

/** One line without its line end. */
export const eventLine = ({ seq, bytes, hash }: ChainedEvent): string =>
  JSON.stringify({ seq: String(seq), bytes: Buffer.from(bytes).toString('base64'), hash });

const EVENT_LINE =
  /^\{"seq":"(0|[1-9]\d{0,14})","bytes":"((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)","hash":"([0-9a-f]{64})"\}$/;

/** Null for a line that `eventLine` could not have written: other keys, another order, loose base64. */
export function readEventLine(line: string): ChainedEvent | null {
  const [, seq, base64 = '', hash] = EVENT_LINE.exec(line) ?? [];
  if (seq === undefined || hash === undefined) return null;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? { seq: Number(seq), bytes, hash } : null;
}

const SCOPES = ['log', 'item', 'period'] as const;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const textsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

/** The object in a text of JSON; an empty one for anything else. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // an object, keys unknown
  } catch {
    return {};
  }
}
