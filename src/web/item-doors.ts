import type { ItemRow } from '../approvals/approval.entities.js';
import { commentOn, type Comment } from '../approvals/comments.js';
import { stageInLife, type ItemKind } from '../approvals/item-kind.js';
import { judged } from '../approvals/judge-deed.js';
import { handableBy, reassign, type Handable, type ReassignCommand } from '../approvals/reassign.js';
import { stepsToReturnTo } from '../approvals/return-to-step.js';
import type { TransitionCommand } from '../approvals/run-transition.js';
import { simulateItem } from '../approvals/simulate-route.js';
import { slotsFor, turnOf, type Turn } from '../approvals/turn.js';
import { announcementKind } from '../announcements/announcement.kind.js';
import { findAnnouncement } from '../announcements/announcements.queries.js';
import { historyOf, type HistoryEntry } from '../audit/history.queries.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import { offers, type Capacity, type Offer } from '../core/lifecycle/lifecycle.js';
import type { ForeseenStep } from '../core/route/foresee.js';
import type { Slot } from '../core/route/route.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { measureKind } from '../measures/measure.kind.js';
import { findMeasure } from '../measures/measures.queries.js';
import { actChecked, type FindingsOf } from '../proofreading/act-checked.js';
import {
  findingsOfAnnouncement,
  findingsOfMeasure,
  findingsOfReport,
  type ItemFinding,
} from '../proofreading/item-findings.js';
import { reportKind } from '../reports/report.kind.js';
import { findReport } from '../reports/reports.queries.js';
import type { Me } from './desk.js';

export type TitledRow = ItemRow<object> & { readonly title: string };

/** An item with all that a page needs to say what it is, where it stands and what this person may do. */
export interface Sight<Row extends TitledRow = TitledRow> {
  readonly item: Row;
  readonly turn: Turn;
  readonly mySlots: readonly Slot[];
  readonly offers: readonly Offer<string>[];
  /** The deed that signs in the present stage, if any. */
  readonly signingDeed: string | null;
  /** Steps of the route that this person may send it back to, besides the submitter. */
  readonly returnSteps: readonly number[];
  /** Signatures that this person may hand to somebody else, each with at least one person who may give it. */
  readonly handable: readonly Handable[];
  readonly history: readonly HistoryEntry[];
  readonly wasReturned: boolean;
}

export interface Decision extends Pick<TransitionCommand<string>, 'reasonCode' | 'backToStep'> {
  readonly seenVersion: number | null;
  readonly shownHash: string | null;
  readonly reason: string | null;
  /** Why a text with errors of proof-reading is submitted all the same. */
  readonly overrideReason: string | null;
  /** Decide in an emergency although four eyes forbids it. */
  readonly override?: boolean;
}

/** Which signature goes to whom, and why. */
export type Handing = Pick<ReassignCommand, 'step' | 'postId' | 'toPersonId' | 'reason'>;

/** One kind of item as pages and API reach it. */
export interface ItemDoor<Row extends TitledRow = TitledRow> {
  readonly name: ItemKindName;
  /** @throws DomainError item.not-found */
  see(tx: Tx, me: Me, id: string): Promise<Sight<Row>>;
  /** Who would be asked from now on, if this person submitted it. @param on YYYY-MM-DD; null is today */
  foresee(tx: Tx, me: Me, item: Row, on: string | null): Promise<readonly ForeseenStep[]>;
  /** What the proof-reader says about it; nothing once the text can change no more. */
  findings(tx: Tx, me: Me, item: Row): Promise<readonly ItemFinding[]>;
  /** @throws DomainError request.not-found for an unknown deed, and all of actChecked */
  act(tx: Tx, me: Me, id: string, deed: string, decision: Decision): Promise<Row>;
  /** @throws DomainError as reassign */
  handOn(tx: Tx, me: Me, id: string, given: Handing): Promise<Row>;
  /** @throws DomainError as commentOn */
  comment(tx: Tx, me: Me, id: string, kind: Comment['kind'], text: string): Promise<void>;
  /** True when the deed signs in some stage: those ask for a fresh proof of identity. */
  signs(deed: string): boolean;
  /** True when the deed sends back to the submitter or, where a step is named, to that step. */
  returns(deed: string): boolean;
  /** Label and need of a reason. @throws DomainError request.not-found */
  deed(name: string): { readonly label: string; readonly asksReason: boolean };
}

function doorOf<Row extends TitledRow, Name extends string, Effect extends string>(
  kind: ItemKind<Row, Name, Effect>,
  find: (tx: Tx, organizationId: OrganizationId, id: string) => Promise<Row | null>,
  findingsOf: FindingsOf<Row>,
): ItemDoor<Row> {
  const named = (deed: string): Name => {
    const transition = Object.hasOwn(kind.lifecycle.transitions, deed)
      ? kind.lifecycle.transitions[deed as Name]
      : null;
    if (!transition || transition.by.every((capacity) => capacity === 'system'))
      throw new DomainError('request.not-found');
    return deed as Name; // a key of the table
  };
  return {
    name: kind.name,
    see: async (tx, me, id) => {
      const item = isUuid(id) ? await find(tx, me.visitor.organizationId, id) : null;
      if (!item) throw new DomainError('item.not-found', { itemId: id });
      return sightOf(tx, me, kind, item);
    },
    foresee: (tx, me, item, on) => simulateItem(tx, kind, item, { on, submitter: me.actor.personId }),
    findings: async (tx, me, item) => (isSettled(item) ? [] : findingsOf(tx, me.visitor.organizationId, item)),
    act: (tx, me, id, deed, decision) =>
      actChecked(tx, kind, findingsOf, {
        ...actingOn(me, id),
        transition: named(deed),
        ...decision,
      }),
    handOn: (tx, me, id, given) => reassign(tx, kind, { ...given, ...actingOn(me, id) }),
    comment: (tx, me, id, commentKind, text) =>
      commentOn(tx, kind, {
        organizationId: me.visitor.organizationId,
        itemId: id,
        actor: me.actor,
        kind: commentKind,
        text,
      }),
    signs: (deed) => signingDeeds(kind).includes(deed),
    returns: (deed) => Object.values<{ returns: string }>(kind.stages).some(({ returns }) => returns === deed),
    deed: (name) => {
      const { label, asksReason = false } = kind.lifecycle.transitions[named(name)];
      return { label, asksReason };
    },
  };
}

async function sightOf<Row extends TitledRow, Name extends string, Effect extends string>(
  tx: Tx,
  me: Me,
  kind: ItemKind<Row, Name, Effect>,
  item: Row,
): Promise<Sight<Row>> {
  const turn = await turnOf(tx, kind, item);
  const mySlots = slotsFor(turn, me.actor.personId);
  const capacities: Capacity[] = [...me.actor.capacities, ...(mySlots.length > 0 ? (['signer'] as const) : [])];
  const history = await historyOf(tx, me.visitor.organizationId, kind.name, item.id);
  const subject = { ...item, ...(await kind.factsOf?.(tx, item)), ...judged(turn) };
  const reopening = Object.values<{ reopens: string }>(kind.stages).map(({ reopens }) => reopens);
  return {
    item,
    turn,
    mySlots,
    // a return names its step: the moves to earlier steps are no deeds of their own
    offers: offers(kind.lifecycle, subject, { personId: me.actor.personId, capacities }).filter(
      ({ name }) => !reopening.includes(name),
    ),
    returnSteps: mySlots.length > 0 ? stepsToReturnTo(kind, item, turn) : [],
    handable: handableBy(me.actor, item, turn).filter(({ people }) => people.length > 0),
    signingDeed: stageInLife(kind, turn.stage, item)?.act ?? null,
    history,
    wasReturned: history.findLast(({ action }) => action === 'submit' || action === 'return')?.action === 'return',
  };
}

const actingOn = ({ visitor: { organizationId, request }, actor }: Me, itemId: string) => ({
  organizationId,
  itemId,
  actor,
  request,
});

const SETTLED = ['completed', 'cancelled', 'signed', 'published', 'superseded', 'withdrawn'];

/** True when nothing will change the text or decide on it any more. */
export const isSettled = ({ state }: { readonly state: string }): boolean => SETTLED.includes(state);

type Signed = Readonly<Record<string, { readonly act: string }>>;

const signingDeeds = ({ stages, phases = {} }: { readonly stages: Signed; readonly phases?: Signed }): string[] =>
  [...Object.values(stages), ...Object.values(phases)].map(({ act }) => act);

export const measureDoor = doorOf(measureKind, findMeasure, findingsOfMeasure);
export const reportDoor = doorOf(reportKind, findReport, findingsOfReport);
export const announcementDoor = doorOf(announcementKind, findAnnouncement, findingsOfAnnouncement);

export type Section = 'measures' | 'reports' | 'announcements';

export const SECTION_OF: Readonly<Record<ItemKindName, Section>> = {
  measure: 'measures',
  report: 'reports',
  announcement: 'announcements',
};

/** By the first part of the address: /measures/…, /reports/…, /announcements/… */
export const ITEM_DOORS: Readonly<Record<string, ItemDoor>> = {
  measures: measureDoor,
  reports: reportDoor,
  announcements: announcementDoor,
}; // rows are only read through the shared columns

/** @throws DomainError request.not-found for addresses of something else */
export function doorAt(section: string): ItemDoor {
  const door = Object.hasOwn(ITEM_DOORS, section) ? ITEM_DOORS[section] : undefined;
  if (!door) throw new DomainError('request.not-found');
  return door;
}
