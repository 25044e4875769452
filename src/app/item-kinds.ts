import { watchDeeds, watchOverrides } from '../approvals/deed-watch.js';
import type { ListedKind } from '../approvals/waiting-turns.queries.js';
import type { ItemRow } from '../approvals/approval.entities.js';
import type { ItemKind } from '../approvals/item-kind.js';
import { lockItem, runSystemTransition } from '../approvals/run-transition.js';
import { announcementKind } from '../announcements/announcement.kind.js';
import { assertEveryStateReachable } from '../core/lifecycle/lifecycle.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measureKind } from '../measures/measure.kind.js';
import { everythingVerified } from '../publishing/item-publications.queries.js';
import { askRatification } from '../schedule/ask-ratification.js';
import { stepsAsked } from '../schedule/steps-asked.js';
import { reportKind } from '../reports/report.kind.js';

/** Every kind of item, as lists over all kinds see them. */
export const ITEM_KINDS = [measureKind, reportKind, announcementKind] as unknown as readonly ListedKind[]; // lists read the shared columns only

/** At the start of every process: a broken lifecycle table must not start; due days, reminders and notices follow every deed. */
export function openItemKinds(): void {
  watchDeeds((tx, item) => stepsAsked(tx, ITEM_KINDS, item));
  watchOverrides(askRatification);
  for (const { lifecycle } of ITEM_KINDS) assertEveryStateReachable(lifecycle);
}

/**
 * A signed item becomes published with the last of its documents that was fetched back. Any other state is left as it is.
 * @returns whether every document of it was seen
 */
export function confirmPublished(
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  itemId: string,
): Promise<boolean> {
  if (itemKind === 'report') return publish(tx, reportKind, organizationId, itemId);
  if (itemKind === 'announcement') return publish(tx, announcementKind, organizationId, itemId);
  return Promise.resolve(false);
}

async function publish<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  kind: ItemKind<Row, Name | 'publish', Effect>,
  organizationId: OrganizationId,
  itemId: string,
): Promise<boolean> {
  // locked before it is asked: of two documents seen at the same moment neither transaction sees the other's
  const { state } = await lockItem(tx, kind, organizationId, itemId);
  if (!(await everythingVerified(tx, organizationId, kind.name, itemId))) return false;
  if (state === 'signed') await runSystemTransition(tx, kind, organizationId, itemId, 'publish');
  return true;
}
