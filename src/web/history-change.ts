import type { ComparedField } from '../../templates/web/components/comparison.js';
import type { HistoryEntry } from '../audit/history.queries.js';
import { loggedText } from '../audit/logged-texts.queries.js';
import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import { COMPARED } from './changes.js';
import type { Me } from './desk.js';
import type { ItemDoor, TitledRow } from './item-doors.js';

export interface ChangeInHistory {
  readonly item: TitledRow;
  readonly entry: HistoryEntry;
  /** What differs between the text before and after, part by part; empty when it is the same text. */
  readonly fields: readonly ComparedField[];
}

/** One event of an item's history with what it changed in the text. @throws DomainError item.not-found, request.not-found */
export async function changeInHistory(
  tx: Tx,
  me: Me,
  door: ItemDoor,
  { id, seq }: { readonly id: string; readonly seq: string },
): Promise<ChangeInHistory> {
  const { item, history } = await door.see(tx, me, id);
  const entry = history.find((each) => each.seq === seq);
  if (!entry) throw new DomainError('request.not-found');
  if (!entry.isComparable) return { item, entry, fields: [] };
  const textUnder = (hash: string): Promise<object | null> =>
    loggedText(tx, me.visitor.organizationId, { itemKind: door.name, itemId: id }, hash);
  const [before, after] = [await textUnder(entry.contentHashBefore), await textUnder(entry.contentHash)];
  return { item, entry, fields: before && after ? COMPARED[door.name](before, after) : [] };
}
