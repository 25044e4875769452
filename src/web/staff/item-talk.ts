import type { Request } from 'express';
import type { ItemTalkView, OverridesView, OverrideView } from '../../../templates/web/components/item-talk.js';
import { links } from '../../../templates/web/links.js';
import { deedLabel } from '../../../templates/web/words/item-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { commentsOn } from '../../approvals/comments.js';
import { openOverrides, RATIFIERS, type OpenOverride } from '../../approvals/overrides.js';
import type { Tx } from '../../database/unit-of-work.js';
import { csrfTokenOf } from '../csrf.js';
import type { Me } from '../desk.js';
import { doorAt } from '../item-doors.js';

/** What is said about an item beside its decisions, and what was decided in an emergency. */
export async function itemTalk(
  tx: Tx,
  me: Me,
  request: Request,
  section: string,
  itemId: string,
): Promise<ItemTalkView> {
  const { organizationId } = me.visitor;
  const { name: itemKind } = doorAt(section);
  const { digits } = me.organization;
  const comments = await commentsOn(tx, organizationId, itemKind, itemId);
  return {
    ...(await overridesOf(tx, me, request, section, itemId)),
    comments: comments.map(({ id, person, kind, text, writtenAt }) => ({
      key: id,
      who: person,
      isNoted: kind === 'noted',
      text,
      at: writtenAt.toISOString(),
      atText: momentText(writtenAt, digits),
    })),
    action: links.comments(section, itemId),
  };
}

/** Emergency decisions on the item that nobody has ratified. */
export async function overridesOf(
  tx: Tx,
  me: Me,
  request: Request,
  section: string,
  itemId: string,
): Promise<OverridesView> {
  const { name: itemKind } = doorAt(section);
  const overrides = await openOverrides(tx, me.visitor.organizationId, { itemKind, itemId });
  return {
    overrides: overrides.map((override) => overrideView(override, me, section)),
    csrfToken: csrfTokenOf(request),
  };
}

/** Who watches over emergency decisions of the whole agency. */
export const OVERRIDE_READERS = [...RATIFIERS, 'administrator'] as const;

export const overrideView = (
  { id, itemKind, itemId, transition, person, personId, reason, madeAt }: OpenOverride,
  { actor, organization }: Me,
  section: string,
): OverrideView => ({
  id,
  deed: `${deedLabel(itemKind, transition)} โดย ${person} เมื่อ ${momentText(madeAt, organization.digits)}`,
  reason,
  ratifyHref:
    personId !== actor.personId && RATIFIERS.some((capacity) => actor.capacities.includes(capacity))
      ? links.ratifyOverride(section, itemId, id)
      : null,
});
