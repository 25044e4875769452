import { announcementLifecycle } from '../core/announcement/announcement.lifecycle.js';
import { hasNotDecidedYet, type ItemKindName } from '../core/item.js';
import { measureLifecycle } from '../core/measure/measure.lifecycle.js';
import { reportLifecycle } from '../core/report/report.lifecycle.js';

/** One deed as the table has it. */
export interface Deed {
  readonly from: readonly string[];
  readonly to: string;
  /** Done by the product itself. */
  readonly isOwn: boolean;
  /** A signature: four eyes, once in a round. It may leave the state as it is while others are still asked. */
  readonly signs: boolean;
  /** A submission: opens a round of decisions on the text that was written in the state it leaves. */
  readonly opensRound: boolean;
  /** Sends back to an earlier step, so that signatures have to be given again. */
  readonly reopens: boolean;
}

export interface Life {
  readonly initial: string;
  readonly deeds: ReadonlyMap<string, Deed>;
  /** States in which the text may change. */
  readonly writtenIn: ReadonlySet<string>;
}

/** All that a replay reads of a table; guards are told by what they are, not by name. */
interface Table {
  readonly initial: string;
  readonly transitions: Readonly<Record<string, Row>>;
}
interface Row {
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly string[];
  readonly guards?: readonly unknown[];
  readonly effects?: readonly string[];
  readonly asksReason?: boolean;
}

function lifeOf({ initial, transitions }: Table): Life {
  const deeds = new Map(Object.entries(transitions).map(([name, row]) => [name, deedOf(row)] as const));
  const opening = [...deeds.values()].filter(({ opensRound }) => opensRound);
  return { initial, deeds, writtenIn: new Set(opening.flatMap(({ from }) => from)) };
}

const deedOf = ({ from, to, by, guards = [], effects = [], asksReason = false }: Row): Deed => ({
  from,
  to,
  isOwn: by.every((capacity) => capacity === 'system'),
  signs: guards.includes(hasNotDecidedYet),
  opensRound: effects.includes('start-round'),
  reopens: asksReason && by.includes('signer') && from.includes(to),
});

const LIVES: Readonly<Record<ItemKindName, Life>> = {
  measure: lifeOf(measureLifecycle),
  report: lifeOf(reportLifecycle),
  announcement: lifeOf(announcementLifecycle),
};

/** Null for what has no lifecycle. */
export const lifeNamed = (itemKind: string): Life | null =>
  Object.hasOwn(LIVES, itemKind) ? LIVES[itemKind as ItemKindName] : null; // just looked up
