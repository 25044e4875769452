import type { Act } from './lifecycle/lifecycle.js';
import type { ErrorCode } from './errors.js';

export type ItemKindName = 'measure' | 'report' | 'announcement';

/** What every item that moves through a lifecycle has. */
export interface Item {
  readonly id: string;
  readonly organizationId: string;
  readonly fiscalYear: number;
  readonly state: string;
  /** Counts every change; a form carries the number it was made from. */
  readonly version: number;
  /** Counts submissions: decisions of an earlier round do not count in a later one. */
  readonly round: number;
  readonly contentHash: string;
  readonly submittedBy: string | null;
  /** Who took the submission over from the submitter, and hears of it. Four eyes stay with the submitter. */
  readonly succeededBy?: string | null;
}

/** What a guard may know beside the row: who wrote the text that waits, and who decided in this round so far. */
export interface Judged {
  readonly authors: readonly string[];
  readonly decidedBy: readonly string[];
}

/** Four eyes, by person, over all posts and roles: neither who submitted nor who wrote the text (RELIABILITY 1b W3). */
export function isNotOwnWork(item: Pick<Item, 'submittedBy'> & Judged, act: Act): readonly ErrorCode[] {
  const { personId } = act.actor;
  if (personId === null) return [];
  if (item.submittedBy === personId) return ['route.own-submission'];
  return item.authors.includes(personId) ? ['route.own-text'] : [];
}

/** The same person does not count twice in one round, whatever posts they hold. */
export function hasNotDecidedYet(item: Judged, act: Act): readonly ErrorCode[] {
  return act.actor.personId !== null && item.decidedBy.includes(act.actor.personId) ? ['route.already-decided'] : [];
}

type Submission = Pick<Item, 'submittedBy' | 'succeededBy'>;

/** Whose the submission is today: the submitter's, or whose it became when the submitter's work was handed over. */
export const answersFor = ({ submittedBy, succeededBy }: Submission): string | null => succeededBy ?? submittedBy;

/** Only who answers for the submission takes an item back. */
export function isOwnSubmission(item: Submission, act: Act): readonly ErrorCode[] {
  return answersFor(item) === act.actor.personId ? [] : ['route.not-own-submission'];
}

/** And only while nobody has decided in this round. */
export const nobodyDecided = (item: Judged): readonly ErrorCode[] =>
  item.decidedBy.length === 0 ? [] : ['route.somebody-decided'];
