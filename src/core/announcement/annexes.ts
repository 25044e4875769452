import { printableLine } from '../measure/evidence-file.js';

/** Letters of a title. */
export const LONGEST_ANNEX_TITLE = 200;
/** More take longer to print than a printing process may. */
export const MOST_ANNEX_PAGES = 60;
/** A sealed file larger than 20 MB could not be checked by the public any more. */
export const MOST_ANNEX_MEGABYTES = 15;

/** The title that was given; without one, the name of the file without its ending. */
export const annexTitleOf = (given: string, fileName: string): string =>
  printableLine(given, LONGEST_ANNEX_TITLE) || bareName(fileName);

/** "แบบรายงาน.pdf" without ".pdf" */
export const bareName = (fileName: string): string => fileName.replace(/\.(pdf|png|jpe?g)$/i, '');

/**
 * Entries in their new order: those that were given another place stand there, the others keep their order around them.
 * @param places what was asked for each entry, 1 upwards; a place beyond the end is the end
 */
export function reordered<T>(entries: readonly T[], places: readonly number[]): T[] {
  const asked = entries.map((entry, index) => ({ entry, place: places[index] ?? index + 1, was: index + 1 }));
  const moved = asked.filter(({ place, was }) => place !== was).sort((one, other) => one.place - other.place);
  const order = asked.filter(({ place, was }) => place === was).map(({ entry }) => entry);
  for (const { entry, place } of moved) order.splice(Math.max(0, place - 1), 0, entry);
  return order;
}
