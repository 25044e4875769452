import type { Presence } from './publication.entity.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What stands is looked at an hour after it settled; what was taken down sooner, when a mistake would matter most. */
const FIRST_LOOKS: Readonly<Record<Presence, readonly number[]>> = {
  present: [HOUR],
  tombstone: [10 * MINUTE, HOUR, 6 * HOUR],
};
/** Nobody looks for a withdrawn document for ever. */
const DAYS_AFTER_WITHDRAWAL = 30;
/** The daily look keeps at least this distance from the one before. */
const SHORTEST_DAY = 12 * HOUR;

/**
 * Seconds until the next look of the patrol, null when no further one is made (RELIABILITY 4.7 P7). Daily looks are spread over the
 * day: every publication has its own second of it.
 * @param looks how many were made of the present intent
 * @param age seconds since the intent was fulfilled
 * @param secondOfDay now, 0 to 86,399
 */
export function secondsToNextLook(
  { publicationId, presence }: { readonly publicationId: string; readonly presence: Presence },
  { looks, age, secondOfDay }: { readonly looks: number; readonly age: number; readonly secondOfDay: number },
): number | null {
  const early = FIRST_LOOKS[presence][looks];
  if (early !== undefined) return early;
  if (presence === 'tombstone' && age >= DAYS_AFTER_WITHDRAWAL * DAY) return null;
  const wait = (ownSecondOf(publicationId) - secondOfDay + DAY) % DAY;
  return wait < SHORTEST_DAY ? wait + DAY : wait;
}

/** The same for an id at all times; even over the day, for the last digits of ids are random. */
export const ownSecondOf = (publicationId: string): number =>
  Number.parseInt(publicationId.replaceAll('-', '').slice(-8), 16) % DAY;
