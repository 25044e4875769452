import { jsonOf } from './bundle.js';
import { STATED } from './stated-record.js';

/**
 * What stands beside the events: names for their ids, and the rows whose hashes they hold. All values are text; the content of
 * a version is empty when the words under its hash are not kept any more. A stated row comes with the key of its hash; what
 * people and posts were called before is not current.
 */
export const RECORD_KEYS = {
  people: [...STATED.people.keys, 'key', 'isCurrent'],
  posts: [...STATED.posts.keys, 'key', 'isCurrent'],
  orders: [...STATED.orders.keys, 'key'],
  appointments: [...STATED.appointments.keys, 'key'],
  routes: [...STATED.routes.keys, 'key'],
  versions: ['itemKind', 'itemId', 'number', 'contentHash', 'content', 'frozenBy', 'frozenAt'],
  decisions: [
    'itemKind',
    'itemId',
    'round',
    'stage',
    'step',
    'act',
    'postId',
    'personId',
    'actingOrderIds',
    'shownHash',
    'affirms',
    'reason',
    'reasonKey',
    'reasonCode',
    'backToStep',
    'isSetAside',
    'decidedAt',
  ],
  overrides: ['itemKind', 'itemId', 'round', 'transition', 'personId', 'reason', 'madeAt', 'ratifiedBy', 'ratifiedAt'],
  editions: [
    'id',
    'itemKind',
    'itemId',
    'documentId',
    'number',
    'language',
    'template',
    'title',
    'snapshotHash',
    'snapshot',
    'signedAt',
    'renderedSha256',
    'sealedSha256',
    'sealLevel',
    'sealIsDemo',
    'checkpoint',
  ],
  publications: [
    'editionId',
    'target',
    'address',
    'desired',
    'desiredSha256',
    'generation',
    'verifiedAt',
    'withdrawnReason',
  ],
} as const;

export type RecordKind = keyof typeof RECORD_KEYS;
export type BundleRecord<Kind extends RecordKind> = Readonly<Record<(typeof RECORD_KEYS)[Kind][number], string>>;
/** Every kind's records, each in the order of its file. */
export type BundleRecords = { readonly [Kind in RecordKind]: readonly BundleRecord<Kind>[] };

export const RECORD_KINDS = Object.keys(RECORD_KEYS) as readonly RecordKind[]; // the keys of the table above
export const recordFile = (kind: RecordKind): string => `records/${kind}.ndjson`;

/** One line without its line end, keys in the order of the table. */
export const recordLine = <Kind extends RecordKind>(kind: Kind, record: BundleRecord<Kind>): string =>
  JSON.stringify(
    Object.fromEntries(RECORD_KEYS[kind].map((key) => [key, (record as Readonly<Record<string, string>>)[key]])),
  );

/** Null for a line that `recordLine` could not have written. */
export function readRecordLine<Kind extends RecordKind>(kind: Kind, line: string): BundleRecord<Kind> | null {
  const value = jsonOf(line);
  if (!RECORD_KEYS[kind].every((key) => typeof value[key] === 'string')) return null;
  const record = value as BundleRecord<Kind>; // checked key by key
  return recordLine(kind, record) === line ? record : null;
}
