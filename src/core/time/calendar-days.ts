/** Calendar days are YYYY-MM-DD (Gregorian) of the agency's clock; instants are Dates. */
const DAY_MS = 86_400_000;
/** Thailand keeps UTC+7 the whole year. */
const BANGKOK_MS = 7 * 3_600_000;

/** "2024-12-31" + 1 -> "2025-01-01"; negative numbers go back. */
export const addDays = (day: string, days: number): string => dayOf(startMs(day) + days * DAY_MS);

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(startMs(day)).getUTCDay();

/** The day in Thailand at this instant. */
export const bangkokDay = (instant: Date): string => dayOf(instant.getTime() + BANGKOK_MS);

/** Minutes since midnight in Thailand at this instant, 0 to 1439. */
export const bangkokMinute = (instant: Date): number =>
  Math.floor(((instant.getTime() + BANGKOK_MS) % DAY_MS) / 60_000);

/** The instant of a clock time in Thailand. @param minute minutes since midnight */
export const bangkokInstant = (day: string, minute: number): Date =>
  new Date(startMs(day) + minute * 60_000 - BANGKOK_MS);

const startMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
