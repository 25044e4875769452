import type { MilestoneName } from '../assessment-clock.js';

/** Days that are on record for a fiscal year (DOMAIN 1.6, with its sources); the years to come are announced by the NACC. */
export const KNOWN_DAYS: Readonly<
  Record<number, Partial<Record<MilestoneName, readonly [startsOn: string, endsOn: string]>>>
> = {
  2564: { 'oit-upload-close': ['2021-04-30', '2021-04-30'] },
  2565: { 'oit-upload-close': ['2022-04-30', '2022-04-30'], clarification: ['2022-06-01', '2022-06-15'] },
  2568: { result: ['2025-08-18', '2025-08-18'] },
};
