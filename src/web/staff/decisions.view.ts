import type { Request } from 'express';
import type { AnswerView } from '../../../templates/web/pages/staff/decisions-done.page.js';
import type { ItemToDecide } from '../../../templates/web/pages/staff/decisions.page.js';
import { itemHref, KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { sentenceOf } from '../../../templates/web/sentences.js';
import { DomainError } from '../../core/errors.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import type { Me } from '../desk.js';
import { doorAt, type ItemDoor, type Sight } from '../item-doors.js';
import type { Answer } from '../many-decisions.js';
import { objectionsIn } from '../problem.js';
import { comparisonFor } from './amendment.view.js';
import { decisionValue } from './decisions.form.js';
import { overridesOf } from './item-talk.js';
import { measureDocument } from './measure-document.view.js';

type Place = Readonly<Record<'section' | 'id', string>>;

/** One of several items as it is read before the decisions; null when it does not exist. */
export async function itemToDecide(
  tx: Tx,
  me: Me,
  request: Request,
  { section, id }: Place,
): Promise<ItemToDecide | null> {
  const door = doorAt(section);
  const sight = await door.see(tx, me, id).catch(notFound);
  if (!sight) return null;
  const { item, mySlots, signingDeed } = sight;
  const offer = sight.offers.find(({ name }) => name === signingDeed);
  const codes = offer ? offer.problems : (['route.not-your-turn'] as const);
  return {
    key: item.id,
    kind: KIND_LABELS[door.name],
    title: item.title,
    href: itemHref(door.name, item.id),
    state: stateView(door.name, item.state),
    deedLabel: offer?.label ?? '',
    value: offer && decisionValue(section, offer.name, item),
    problems: codes.map((code) => sentenceOf(code, { fiscalYear: item.fiscalYear }, 'th')),
    posts: mySlots.map(({ postName }) => postName),
    findings: (await door.findings(tx, me, item)).filter(({ clearance }) => clearance === null).length,
    ...(await overridesOf(tx, me, request, section, item.id)),
    ...(await textOf(tx, me, door, sight)),
  };
}

/** A measure is read here; a document with pages is opened. */
async function textOf(
  tx: Tx,
  me: Me,
  door: ItemDoor,
  { item }: Sight,
): Promise<Pick<ItemToDecide, 'document' | 'comparison'>> {
  if (door.name !== 'measure') return {};
  const measure = item as MeasureRow; // by its door
  return { document: measureDocument(measure, me.organization.digits), ...(await comparisonFor(tx, me, measure)) };
}

/** What became of one decision, with the sentences of every objection. */
export async function answerView(tx: Tx, me: Me, { section, id, deed, refusal }: Answer): Promise<AnswerView> {
  const door = doorAt(section);
  const item = (await door.see(tx, me, id).catch(notFound))?.item ?? null;
  return {
    key: id,
    kind: KIND_LABELS[door.name],
    title: item?.title ?? id,
    href: item && itemHref(door.name, item.id),
    deedLabel: door.deed(deed).label,
    state: item && stateView(door.name, item.state),
    problems: refusal ? sentencesOf(refusal) : [],
  };
}

function sentencesOf({ code, details }: DomainError): string[] {
  const objections = objectionsIn(details);
  return (objections.length > 0 ? objections : [code]).map((each) => sentenceOf(each, details, 'th'));
}

function notFound(error: unknown): null {
  if (error instanceof DomainError && error.code === 'item.not-found') return null;
  throw error;
}
