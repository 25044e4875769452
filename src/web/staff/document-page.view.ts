import type { Request } from 'express';
import type { Fact } from '../../../templates/web/components/facts.js';
import type { DocumentPageProps } from '../../../templates/web/components/item-page.js';
import { links } from '../../../templates/web/links.js';
import type { SignProps } from '../../../templates/web/pages/staff/sign.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { signatureLines } from '../../core/acting/signature-block.js';
import type { Tx } from '../../database/unit-of-work.js';
import { signatureBlockOf } from '../../organizations/printed.queries.js';
import { publicationStatuses } from '../../publishing/publications.queries.js';
import type { Me } from '../desk.js';
import { SECTION_OF, type TitledRow } from '../item-doors.js';
import { isFresh } from '../visitor.js';
import { itemPage, seenOf, type OpenItem } from './item-page.view.js';
import { overridesOf } from './item-talk.js';
import { isMoving, itemPath, previewOf } from './publications.view.js';

/** An item that is signed and published. */
export interface OpenDocument<Row extends TitledRow> extends OpenItem<Row> {
  readonly facts: readonly Fact[];
  /** Where its draft is printed. */
  readonly draftHref: string;
}

/** What the page of every document shows: the item, and how far it is on its way to the public. */
export async function documentPage<Row extends TitledRow>(
  tx: Tx,
  me: Me,
  request: Request,
  document: OpenDocument<Row>,
): Promise<Omit<DocumentPageProps, 'frame'>> {
  const { door, sight, facts, draftHref } = document;
  const { id: itemId, title, state } = sight.item;
  const { digits, slug } = me.organization;
  const statuses = await publicationStatuses(tx, me.visitor.organizationId, { itemKind: door.name, itemId });
  return {
    ...(await itemPage(tx, me, request, document)),
    title,
    facts,
    preview: previewOf(slug, statuses, draftHref),
    path: itemPath(state, statuses, digits),
    isMoving: state === 'signed' || statuses.some(isMoving),
    href: links.item(SECTION_OF[door.name], itemId),
  };
}

type Signing = Omit<SignProps, 'frame' | 'kind' | 'gaps' | 'groups'>;

/** What every signer reads and signs; null for whoever is not asked. */
export async function signingPage<Row extends TitledRow>(
  tx: Tx,
  me: Me,
  request: Request,
  { door, sight, proofOf, facts, draftHref }: Omit<OpenDocument<Row>, 'links'>,
): Promise<Signing | null> {
  const { item, mySlots } = sight;
  const [slot] = mySlots;
  if (!slot) return null;
  const { organizationId, personId } = me.visitor;
  const section = SECTION_OF[door.name];
  const itemKind = door.name;
  const block = await signatureBlockOf(tx, organizationId, { personId, postId: slot.postId, itemKind });
  return {
    section,
    title: item.title,
    itemHref: links.item(section, item.id),
    state: stateView(itemKind, item.state),
    facts,
    preview: previewOf(me.organization.slug, [], draftHref),
    ...proofOf(await door.findings(tx, me, item), item, me, request),
    overrides: await overridesOf(tx, me, request, section, item.id),
    signatureLines: signatureLines(block),
    deedLabel: door.deed('sign').label,
    action: links.act(section, item.id, 'sign'),
    returnHref: links.act(section, item.id, 'return'),
    asksPassword: !isFresh(me.visitor),
    ...seenOf(item),
    problems: [],
  };
}
