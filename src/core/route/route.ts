import type { Holder } from '../acting/holders.js';

/**
 * A route says who is asked, in which order. It is an organization's data; this file only judges it.
 * It never knows lifecycle states: a stage is named, and the item's kind says in which state a stage waits.
 */
export type Stage = 'review' | 'approval' | 'signing' | 'results';

export interface RouteStep {
  readonly stage: Stage;
  /** The heads of the responsible divisions, or whoever holds a post of this kind. */
  readonly approvers: 'responsible_division_heads' | 'chief_administrator' | 'executive';
  /** Every slot, or one of them. */
  readonly need: 'all' | 'any';
}

/** One signature that is asked for: of a post, never of a person. */
export interface Slot {
  readonly step: number;
  readonly stage: Stage;
  readonly postId: string;
  readonly postName: string;
  /** Who may sign as the post on the day of asking, by appointment or by acting order; empty when nobody may. */
  readonly holders: readonly Holder[];
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
    const complete = step.need === 'any' ? missing.length < ofStep.length : missing.length === 0 && ofStep.length > 0;
    if (!complete) return missing;
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

const isAffirmed = (slot: Slot, affirmed: readonly Affirmation[]): boolean =>
  affirmed.some((decision) => decision.step === slot.step && decision.postId === slot.postId);
