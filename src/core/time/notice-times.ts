import { addDays, bangkokDay, bangkokInstant, bangkokMinute } from './calendar-days.js';
import { addWorkingDays, isWorkingDay, type Holidays } from './working-days.js';

/** When nobody wants to be woken, minutes since midnight in Thailand; from and until the same means never quiet. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Until a person chooses otherwise: from 20:00 to 07:00. */
export const USUAL_QUIET: QuietHours = { from: 20 * 60, until: 7 * 60 };

const DIGEST_AT = 8 * 60 + 30;

/** What happens within five minutes is one message: forty decisions from a list are not forty mails. */
const GATHERING_MS = 5 * 60_000;

/** The end of the five minutes the instant lies in; always later than the instant. */
export const soonAfter = (instant: Date): Date =>
  new Date((Math.floor(instant.getTime() / GATHERING_MS) + 1) * GATHERING_MS);

/** The instant itself outside the quiet hours; the end of them when it lies within. */
export function outsideQuietHours(instant: Date, quiet: QuietHours = USUAL_QUIET): Date {
  const minute = bangkokMinute(instant);
  if (!isQuiet(minute, quiet)) return instant;
  const day = bangkokDay(instant);
  return bangkokInstant(minute < quiet.until ? day : addDays(day, 1), quiet.until);
}

/** Quiet hours may lie over midnight. */
const isQuiet = (minute: number, { from, until }: QuietHours): boolean =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until;

/** The next time a digest goes out: half past eight on a working day. Exactly then counts as over. */
export function nextDigest(instant: Date, holidays: Holidays): Date {
  const day = bangkokDay(instant);
  const isStillToday = isWorkingDay(day, holidays) && bangkokMinute(instant) < DIGEST_AT;
  return bangkokInstant(isStillToday ? day : addWorkingDays(day, 1, holidays), DIGEST_AT);
}
