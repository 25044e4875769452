import { uuidv7 } from 'uuidv7';
import type { ItemKindName } from '../core/item.js';
import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import { ItemVersionRow, RouteRow, type ItemRow } from './approval.entities.js';
import type { EffectContext } from './item-kind.js';

export interface RoundStart {
  readonly round: number;
  readonly routeId: string;
  readonly submittedBy: string | null;
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
  const routeId = item.routeId ?? (await newestRoute(tx, organizationId, itemKind));
  return { round, routeId, submittedBy: personId };
}

async function newestRoute(tx: Tx, organizationId: string, itemKind: ItemKindName): Promise<string> {
  const route = await tx.findOne(RouteRow, { where: { organizationId, itemKind }, order: { version: 'DESC' } });
  if (!route) throw new DomainError('route.nobody-may-sign', { itemKind });
  return route.id;
}
