import { AFTER_AGENCY } from './data/after-agency.js';
import { editDistance, type PrefixMatch } from './edit-distance.js';

/** A mark, or a silenced letter, that hangs on the end of the right name. */
export const TAIL = /^(?:[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]|[\u0E01-\u0E2E]\u0E4C)/;

/** How many letters of such a tail the text behind a name begins with; 0 for none. */
export const tailLength = (rest: string): number => TAIL.exec(rest)?.[0].length ?? 0;

/**
 * Letters of the text that the slip takes. Among prefixes equally near, the one behind which the sentence goes on, else the one as
 * long as the name: a replacement must leave no letter of the slip behind.
 */
export function slipLength(name: string, rest: string, near: PrefixMatch): number {
  const lengths = Array.from(
    { length: near.distance * 2 + 1 },
    (_, index) => name.length - near.distance + index,
  ).filter(
    (length) => length <= rest.length && editDistance(name, rest.slice(0, length), near.distance) === near.distance,
  );
  const isWhole = (length: number): boolean => {
    const behind = rest.slice(length, length + 12);
    return (
      !/^[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]/.test(behind) &&
      (!/^[\u0E01-\u0E4E]/.test(behind) || AFTER_AGENCY.test(behind))
    );
  };
  const closing = lengths.find((length) => rest.charAt(length - 1) === name.charAt(name.length - 1));
  const asLong = lengths.includes(name.length) ? name.length : undefined;
  return lengths.find(isWhole) ?? closing ?? asLong ?? near.length;
}
