import type { BundleRecords } from './bundle-records.js';
import type { LogIndex, Statement } from './log-index.js';
import { STATED, statementHash, type StatedKind, type StatedRecord } from './stated-record.js';

type StatedRow = StatedRecord & { readonly id: string; readonly key: string };

const rowsOf = (records: BundleRecords, kind: StatedKind): readonly StatedRow[] => records[kind];

const hashOf = (kind: StatedKind, row: StatedRow): string =>
  row.key === '' ? '' : statementHash(kind, row, Buffer.from(row.key, 'hex'));

/** The first row that is not what the log says of it last; of a former name, that the log never said. -1 when there is none. */
export function firstUnstated(records: BundleRecords, kind: StatedKind, index: LogIndex): number {
  return rowsOf(records, kind).findIndex((row) => {
    const statements = index.statements(STATED[kind].itemKind, row.id);
    const hash = hashOf(kind, row);
    return row['isCurrent'] === 'false'
      ? !statements.some((statement) => statement.hash === hash)
      : statements.at(-1)?.hash !== hash;
  });
}

/** Rows that are never deleted, and whether what they said before is kept too. */
export const KEPT_FOR_EVER = { people: true, posts: true, orders: false } as const;

/** Does every row that the log speaks of stand in the records? */
export function allStated(records: BundleRecords, kind: keyof typeof KEPT_FOR_EVER, index: LogIndex): boolean {
  const hashes = new Set(rowsOf(records, kind).map((row) => hashOf(kind, row)));
  return index.allStatements(STATED[kind].itemKind).every((statements) => {
    const wanted = KEPT_FOR_EVER[kind] ? statements : statements.slice(-1);
    return wanted.every(({ hash }) => hashes.has(hash));
  });
}

/** What a person or a post was called at a time of the log: by the last event before it, or by the first there is. */
export function calledAt(
  records: BundleRecords,
  kind: 'people' | 'posts',
  index: LogIndex,
  { id, at }: { readonly id: string; readonly at: string },
): StatedRow | undefined {
  const statements: readonly Statement[] = index.statements(STATED[kind].itemKind, id);
  const statement = statements.findLast((each) => each.at <= at) ?? statements[0];
  const own = rowsOf(records, kind).filter((row) => row.id === id);
  return own.find((row) => hashOf(kind, row) === statement?.hash) ?? own[0];
}
