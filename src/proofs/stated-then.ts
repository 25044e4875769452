import { RECORD_KEYS, type BundleRecords } from '../audit/bundle-records.js';
import type { Statement } from '../audit/log-index.js';
import { recordText, STATED, STATED_KINDS, type StatedKind } from '../audit/stated-record.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ThenAndNow } from './records-then.js';

/** Words that the log holds a keyed hash of. */
export interface StatedText {
  readonly itemKind: string;
  readonly itemId: string;
  readonly hash: string;
  /** Hexadecimal. */
  readonly key: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Everything that was ever stated of people, posts, orders, appointments and routes. */
export const statedTexts = (tx: Tx, organizationId: OrganizationId): Promise<StatedText[]> =>
  tx.query(
    `select item_kind as "itemKind", item_id as "itemId", content_hash as hash, encode(content_key, 'hex') as key, content
     from logged_text where organization_id = $1 and item_kind = any ($2)`,
    [organizationId, Object.values(STATED).map(({ itemKind }) => itemKind)],
  );

type StatedRecords = Pick<BundleRecords, StatedKind>;
type Row = Readonly<Record<string, string>>;

/**
 * People, posts, orders, appointments and routes as the log had stated them by the end of a period. A row of which nothing was
 * stated since is the row of today, so that a forged one is found as in a whole log.
 */
export function statedThen(all: StatedRecords, texts: readonly StatedText[], times: ThenAndNow): StatedRecords {
  const byHash = new Map(texts.map((text) => [`${text.itemKind} ${text.itemId} ${text.hash}`, text]));
  const rows = STATED_KINDS.map((kind) => {
    const today = new Map(
      rowsOf(all, kind)
        .filter((row) => row['isCurrent'] !== 'false')
        .map((row) => [row['id'] ?? '', row]),
    );
    const ids = [...new Set([...today.keys(), ...texts.filter(isOf(kind)).map(({ itemId }) => itemId)])].sort();
    return [kind, ids.flatMap((id) => rowsThen(kind, id, { today: today.get(id), byHash, times }))] as const;
  });
  return Object.fromEntries(rows) as unknown as StatedRecords; // every kind by its own keys
}

const rowsOf = (all: StatedRecords, kind: StatedKind): readonly Row[] => all[kind];
const isOf =
  (kind: StatedKind) =>
  ({ itemKind }: StatedText): boolean =>
    itemKind === STATED[kind].itemKind;

interface Known {
  readonly today: Row | undefined;
  readonly byHash: ReadonlyMap<string, StatedText>;
  readonly times: ThenAndNow;
}

function rowsThen(kind: StatedKind, id: string, { today, byHash, times }: Known): Row[] {
  const { itemKind } = STATED[kind];
  const [then, now] = [times.then.statements(itemKind, id), times.now.statements(itemKind, id)];
  if (now.length === 0) return today ? [today] : [];
  const told = ({ hash }: Statement, isCurrent: boolean): Row[] => {
    const text = byHash.get(`${itemKind} ${id} ${hash}`);
    return text ? [rowOf(kind, text, isCurrent)] : [];
  };
  const last = then.at(-1);
  if (!last) return [];
  const former = kind === 'people' || kind === 'posts' ? then.slice(0, -1) : [];
  const current = then.length === now.length ? (today ? [today] : []) : told(last, true);
  return [...former.flatMap((statement) => told(statement, false)), ...current];
}

function rowOf<Kind extends StatedKind>(kind: Kind, { content, key }: StatedText, isCurrent: boolean): Row {
  const values = { ...content, key, isCurrent };
  return Object.fromEntries(RECORD_KEYS[kind].map((name) => [name, recordText(values[name as keyof typeof values])]));
}
