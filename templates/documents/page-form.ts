import { thaiDigits, type DigitStyle } from '../../src/core/thai/digits.js';
import type { Node } from '../../src/typesetting/document-definition.js';

/** One centimetre in points. */
export const CM = 72 / 2.54;

/** A4 in points, upright. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** Margins of official papers: left 3 cm, right 2 cm, top 2.5 cm, bottom 2 cm. (DOMAIN 2.2) */
export const OFFICIAL_MARGINS: [number, number, number, number] = [3 * CM, 2.5 * CM, 2 * CM, 2 * CM];

/** Margins of papers that lie on their side: the binding edge is the upper one. */
export const LANDSCAPE_MARGINS: [number, number, number, number] = [2 * CM, 2.5 * CM, 2 * CM, 1.75 * CM];

export type Orientation = 'portrait' | 'landscape';

/** A4 as it lies, in points. */
export const pageOf = (orientation: Orientation): { readonly width: number; readonly height: number } =>
  orientation === 'landscape' ? { width: A4.height, height: A4.width } : A4;

/** The area between margins, in points. @param margins left, top, right, bottom */
export function roomOf(
  orientation: Orientation,
  [left, top, right, bottom]: readonly [number, number, number, number],
): { readonly width: number; readonly height: number } {
  const { width, height } = pageOf(orientation);
  return { width: width - left - right, height: height - top - bottom };
}

/** "- ๒ -" at the top centre from page 2 on. (DOMAIN 2.2) */
export function pageNumberFrom2(digits: DigitStyle, fontSize: number): (currentPage: number) => Node {
  return (currentPage) => {
    if (currentPage < 2) return { text: '' };
    const number = digits === 'thai' ? thaiDigits(currentPage) : String(currentPage);
    return { text: `- ${number} -`, alignment: 'center', fontSize, margin: [0, 1.2 * CM, 0, 0], role: 'artifact' };
  };
}
