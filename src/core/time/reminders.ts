import { bangkokDay, bangkokInstant } from './calendar-days.js';
import { addWorkingDays, type Holidays } from './working-days.js';

/** What the clock does about a signature that is asked for. */
export type TimedKind = 'before' | 'due' | 'after' | 'escalate';

export interface TimedEvent {
  readonly kind: TimedKind;
  /** 1 upwards: the third reminder after the due day is "after" 3. */
  readonly nth: number;
  readonly firesAt: Date;
}

/** Working days before the due day, between reminders after it, and until each post above hears of it (issue 5, item 6). */
const BEFORE = 1;
const EVERY = 3;
const MOST_AFTER = 5;
const ESCALATE_AFTER = 5;
/** Offices open at half past eight. */
const OFFICE_OPENS = 8 * 60 + 30;

/** When somebody who has not ratified an emergency decision is told again, earliest first. @param madeAt of the decision */
export const ratificationReminders = (madeAt: Date, holidays: Holidays): Date[] =>
  Array.from({ length: MOST_AFTER }, (_none, index) =>
    bangkokInstant(addWorkingDays(bangkokDay(madeAt), EVERY * (index + 1), holidays), OFFICE_OPENS),
  );

/**
 * Everything the clock will do about one signature, earliest first. A reminder whose time is past when the signature is asked
 * is left out: whoever is asked today has just been told.
 * @param rungs how many posts stand above the one that is asked
 */
export function timedEvents(
  { askedAt, dueOn, rungs }: { readonly askedAt: Date; readonly dueOn: string; readonly rungs: number },
  holidays: Holidays,
): TimedEvent[] {
  const on = (workingDays: number): Date => bangkokInstant(addWorkingDays(dueOn, workingDays, holidays), OFFICE_OPENS);
  const repeat = (kind: TimedKind, times: number, every: number): TimedEvent[] =>
    Array.from({ length: times }, (_none, index) => ({ kind, nth: index + 1, firesAt: on(every * (index + 1)) }));
  const events: TimedEvent[] = [
    { kind: 'before', nth: 1, firesAt: on(-BEFORE) },
    { kind: 'due', nth: 1, firesAt: on(0) },
    ...repeat('after', MOST_AFTER, EVERY),
    ...repeat('escalate', rungs, ESCALATE_AFTER),
  ];
  return events.filter(({ firesAt }) => firesAt > askedAt).sort((a, b) => a.firesAt.getTime() - b.firesAt.getTime());
}
