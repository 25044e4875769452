import type { Holder } from '../acting/holders.js';

/**
 * A route says who is asked, in which order. It is an organization's data; this file only judges it.
 * It never knows lifecycle states: a stage is named, and the item's kind says in which state a stage waits.
 */
export const STAGES = ['review', 'approval', 'signing', 'results'] as const;
export type Stage = (typeof STAGES)[number];

/** Posts by role, found on the day; or a list of posts by id. */
export type Approvers =
  'responsible_division_heads' | 'chief_administrator' | 'executive' | { readonly postIds: readonly string[] };

export interface RouteStep {
  readonly stage: Stage;
  readonly approvers: Approvers;
  /** Every slot, any one, or this many of them. Within a step the order is free. */
  readonly need: 'all' | 'any' | number;
  /** Working days from the moment the step is asked; null sets no date. */
  readonly dueInDays?: number | null;
}

/** One signature that is asked for: of a post, never of a person. */
export interface Slot {
  readonly step: number;
  readonly stage: Stage;
  readonly postId: string;
  readonly postName: string;
  /** Who may sign as the post on the day of asking, by appointment or by acting order; empty when nobody may. */
  readonly holders: readonly Holder[];
  /** Whom of the lawful holders somebody asked for it; the others keep their right. */
  readonly handedTo?: HandedTo;
}

export interface HandedTo {
  readonly personId: string;
  readonly name: string;
  /** Name of who handed it on, and why. */
  readonly by: string;
  readonly reason: string;
}

/** An affirming decision of the present round. */
export interface Affirmation {
  readonly step: number;
  readonly postId: string;
  readonly personId: string;
}

/** Slots of the first step of the stage that is not complete; empty when the stage is complete. */
export function openSlots(
  steps: readonly RouteStep[],
  stage: Stage,
  slots: readonly Slot[],
  affirmed: readonly Affirmation[],
): readonly Slot[] {
  for (const [index, step] of steps.entries()) {
    if (step.stage !== stage) continue;
    const ofStep = slots.filter((slot) => slot.step === index);
    const missing = ofStep.filter((slot) => !isAffirmed(slot, affirmed));
    if (ofStep.length - missing.length < needed(step, ofStep.length)) return missing;
  }
  return [];
}

/** Complete means: every step of the stage is, and the stage has at least one. */
export function isStageComplete(
  steps: readonly RouteStep[],
  stage: Stage,
  slots: readonly Slot[],
  affirmed: readonly Affirmation[],
): boolean {
  const indexes = steps.flatMap((step, index) => (step.stage === stage ? [index] : []));
  const everyStepAsksSomebody = indexes.every((index) => slots.some((slot) => slot.step === index));
  return indexes.length > 0 && everyStepAsksSomebody && openSlots(steps, stage, slots, affirmed).length === 0;
}

/** How many signatures a step with so many slots waits for; at least one, so that a step without slots never passes. */
export const needed = ({ need }: Pick<RouteStep, 'need'>, slots: number): number =>
  need === 'all' ? Math.max(1, slots) : need === 'any' ? 1 : Math.max(1, need);

/**
 * The slots one person fills by signing, of those they hold in one step. Where everybody is needed, all of them at once; where a
 * number is needed it is a number of people, so that one person never fills two. Pure.
 */
export const slotsFilled = (steps: readonly RouteStep[], mine: readonly Slot[]): readonly Slot[] =>
  steps[mine[0]?.step ?? -1]?.need === 'all' ? mine : mine.slice(0, 1);

const isAffirmed = (slot: Slot, affirmed: readonly Affirmation[]): boolean =>
  affirmed.some((decision) => decision.step === slot.step && decision.postId === slot.postId);

/** The slots as lists show them: of one that was handed on, only whom it was handed to. Pure. */
export const slotsAsked = (open: readonly Slot[]): Slot[] =>
  open
    .map((slot) => {
      const { handedTo, holders } = slot;
      return handedTo ? { ...slot, holders: holders.filter(({ personId }) => personId === handedTo.personId) } : slot;
    })
    .filter(({ handedTo, holders }) => !handedTo || holders.length > 0);

interface RoundInHand {
  readonly steps: readonly RouteStep[];
  readonly open: readonly Slot[];
  readonly decidedBy: readonly string[];
  readonly authors: readonly string[];
}

/**
 * Who may give this signature instead of those who are asked for it now: other holders of the post and, where the step does not
 * need everybody, holders of its other posts; nobody whom four eyes keeps out. Pure.
 */
export function mayBeHandedTo(
  slot: Slot,
  { steps, open, decidedBy, authors }: RoundInHand,
  submittedBy: string | null,
): { personId: string; name: string; postName: string }[] {
  const needsAll = steps[slot.step]?.need === 'all';
  const lawful = open
    .filter(({ step, postId }) => postId === slot.postId || (!needsAll && step === slot.step))
    .flatMap(({ postName, holders }) => holders.map(({ personId, name }) => ({ personId, name, postName })));
  const [only] = slot.holders.length === 1 ? slot.holders : [];
  const asked = slot.handedTo?.personId ?? only?.personId;
  const isFree = (personId: string): boolean =>
    personId !== asked && personId !== submittedBy && !decidedBy.includes(personId) && !authors.includes(personId);
  return lawful.filter(
    ({ personId }, index) => isFree(personId) && lawful.findIndex((other) => other.personId === personId) === index,
  );
}
