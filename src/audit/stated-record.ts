import { createHmac } from 'node:crypto';
import { sortedJson } from '../core/sorted-json.js';

/**
 * Rows beside the log of which its events hold a hash: whoever changes one, changes the log too or is found out. All values are
 * text, empty where there is nothing.
 */
export const STATED = {
  people: { itemKind: 'person', keys: ['id', 'name', 'nameEn'] },
  posts: { itemKind: 'post', keys: ['id', 'title', 'titleEn', 'kind', 'divisionId', 'endsOn'] },
  orders: {
    itemKind: 'acting-order',
    keys: [
      'id',
      'personId',
      'postId',
      'capacity',
      'throughOrderId',
      'orderNumber',
      'orderedOn',
      'startsOn',
      'endsOn',
      'revokedOn',
      'itemKinds',
      'inCapacityOf',
    ],
  },
  appointments: { itemKind: 'appointment', keys: ['id', 'personId', 'postId', 'startsOn', 'endsOn'] },
  routes: { itemKind: 'route', keys: ['id', 'itemKind', 'version', 'steps'] },
} as const;

export type StatedKind = keyof typeof STATED;
/** Texts by the keys of its kind; others beside them do not count. */
export type StatedRecord = Readonly<Record<string, string | undefined>>;

export const STATED_KINDS = Object.keys(STATED) as readonly StatedKind[]; // the keys of the table above

/**
 * HMAC-SHA-256 (hex) of the record as JSON with sorted keys, under a key of its own: destroying the key erases the name, and the
 * log still says that there was one (RELIABILITY 5, personal data).
 */
export function statementHash(kind: StatedKind, record: StatedRecord, key: Buffer): string {
  const stated = Object.fromEntries(STATED[kind].keys.map((name) => [name, record[name]]));
  return createHmac('sha256', key).update(sortedJson(stated)).digest('hex');
}

/** How a value of a row is written: objects as JSON with sorted keys, nothing as empty text. */
export function recordText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? sortedJson(value) : String(value as string | number | boolean); // scalars of JSON
}
