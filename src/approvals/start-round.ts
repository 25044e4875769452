import { uuidv7 } from 'uuidv7';
import type { ItemKindName } from '../core/item.js';
import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import { ItemVersionRow, type ItemRow } from './approval.entities.js';
import type { EffectContext } from './item-kind.js';
import { currentRoute } from './routes.js';

export interface RoundStart {
  readonly round: number;
  readonly routeId: string;
  readonly submittedBy: string | null;
  readonly succeededBy: null;
}

/** A submission freezes the text, takes the newest route unless one is taken already, and opens a new round of decisions. */
export async function startRound(
  tx: Tx,
  itemKind: ItemKindName,
  item: ItemRow<object>,
  { organizationId, personId }: EffectContext,
): Promise<RoundStart> {
  const round = item.round + 1;
  if (!personId) throw new DomainError('permission.denied', { itemId: item.id });
  await tx.insert(ItemVersionRow, {
    organizationId,
    id: uuidv7(),
    itemKind,
    itemId: item.id,
    number: round,
    content: item.content,
    contentHash: item.contentHash,
    frozenBy: personId,
  });
  const routeId = item.routeId ?? (await currentRoute(tx, organizationId, itemKind)).id;
  return { round, routeId, submittedBy: personId, succeededBy: null };
}
