import { addDays, bangkokDay, bangkokInstant, bangkokMinute } from './calendar-days.js';
import { addWorkingDays, isWorkingDay, type Holidays } from './working-days.js';

const NIGHT_FALLS = 20 * 60;
const MORNING = 7 * 60;
const DIGEST_AT = 8 * 60 + 30;

/** What happens within five minutes is one message: forty decisions from a list are not forty mails. */
const GATHERING_MS = 5 * 60_000;

/** The end of the five minutes the instant lies in; always later than the instant. */
export const soonAfter = (instant: Date): Date =>
  new Date((Math.floor(instant.getTime() / GATHERING_MS) + 1) * GATHERING_MS);

/** The instant itself in the daytime; seven in the morning when it lies in the quiet hours from 20:00 to 07:00. */
export function outsideQuietHours(instant: Date): Date {
  const minute = bangkokMinute(instant);
  if (minute >= MORNING && minute < NIGHT_FALLS) return instant;
  const day = bangkokDay(instant);
  return bangkokInstant(minute < MORNING ? day : addDays(day, 1), MORNING);
}

/** The next time a digest goes out: half past eight on a working day. Exactly then counts as over. */
export function nextDigest(instant: Date, holidays: Holidays): Date {
  const day = bangkokDay(instant);
  const isStillToday = isWorkingDay(day, holidays) && bangkokMinute(instant) < DIGEST_AT;
  return bangkokInstant(isStillToday ? day : addWorkingDays(day, 1, holidays), DIGEST_AT);
}
