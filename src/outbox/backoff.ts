const LONGEST_SECONDS = 15 * 60;

/**
 * Full jitter: any moment between now and 1, 2, 4, … seconds, at most 15 minutes. There is no last try:
 * a target that is down for a day needs no human.
 * @param failures failures recorded before this one
 * @param draw uniform in [0, 1)
 */
export const pauseSeconds = (failures: number, draw: number): number =>
  draw * Math.min(LONGEST_SECONDS, 2 ** Math.min(failures, 10));
