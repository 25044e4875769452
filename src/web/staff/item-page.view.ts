import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { FindingListProps } from '../../../templates/web/components/finding-list.js';
import type { ItemPageProps } from '../../../templates/web/components/item-page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { nowText } from '../../../templates/web/words/now-words.js';
import { waitingText } from '../../../templates/web/words/route-words.js';
import { slotsAsked } from '../../core/route/route.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';
import { proofVerdict } from '../../proofreading/proof-verdict.js';
import { lookAgain } from '../changes.js';
import { isOfficer, type Me } from '../desk.js';
import { SECTION_OF, type ItemDoor, type Sight, type TitledRow } from '../item-doors.js';
import { deedsView, type RankedDeed } from './deeds.view.js';
import { itemTalk } from './item-talk.js';
import { routeAhead } from './route-ahead.js';
import { changesView, returnedView, timelineView } from './sight.view.js';

/** An item in front of somebody, with what only its kind knows. */
export interface OpenItem<Row extends TitledRow> {
  readonly door: ItemDoor<Row>;
  readonly sight: Sight<Row>;
  readonly proofOf: (
    findings: readonly ItemFinding[],
    item: Row,
    me: Me,
    request: Request,
  ) => { readonly proof?: FindingListProps };
  /** Beside the deeds of the lifecycle: to edit, to record results. */
  readonly links: readonly RankedDeed[];
  /** True for a measure whose results are written. */
  readonly hasResults?: boolean;
}

/** What the page of every item shows beside its text. Its present state counts as seen by this person from now on. */
export async function itemPage<Row extends TitledRow>(
  tx: Tx,
  me: Me,
  request: Request,
  { door, sight, proofOf, links, hasResults = false }: OpenItem<Row>,
): Promise<Omit<ItemPageProps, 'frame'>> {
  const { item, mySlots, turn } = sight;
  const { digits } = me.organization;
  const section = SECTION_OF[door.name];
  const findings = await door.findings(tx, me, item);
  const changes = await lookAgain(tx, me, door.name, sight);
  return {
    state: stateView(door.name, item.state, sight.wasReturned),
    now: nowText({
      kind: door.name,
      state: item.state,
      myPosts: mySlots.map((slot) => slot.postName),
      waiting: waitingText(slotsAsked(turn.open)),
      mayDraft: isOfficer(me),
      hasResults,
    }),
    timeline: timelineView(door.name, sight, digits, changes),
    ...returnedView(sight, digits),
    ...changesView(changes, digits),
    talk: await itemTalk(tx, me, request, section, item.id),
    ...proofOf(findings, item, me, request),
    ...(await routeAhead(tx, me, door, item, request)),
    deeds: deedsView(sight, me.visitor, { section, proof: proofVerdict(findings), links }),
    ...seenOf(item),
  };
}

/** What a decision is bound to: the version and the words that were shown, once. */
export const seenOf = ({ version, contentHash }: TitledRow) => ({
  seenVersion: String(version),
  shownHash: contentHash,
  idempotencyKey: randomUUID(),
});
