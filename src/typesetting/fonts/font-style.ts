import type { FontFacts } from './sfnt.js';

export const FONT_STYLES = ['normal', 'bold', 'italics', 'bolditalics'] as const;
export type FontStyle = (typeof FONT_STYLES)[number];

const BOLD_FROM = 600;

export function styleOf({ weight, italic }: Pick<FontFacts, 'weight' | 'italic'>): FontStyle {
  const isBold = weight >= BOLD_FROM;
  if (italic) return isBold ? 'bolditalics' : 'italics';
  return isBold ? 'bold' : 'normal';
}

/** Where a style is missing the nearest one stands in, in this order. */
const STAND_INS: Readonly<Record<FontStyle, readonly FontStyle[]>> = {
  normal: ['normal', 'bold', 'italics', 'bolditalics'],
  bold: ['bold', 'normal', 'bolditalics', 'italics'],
  italics: ['italics', 'normal', 'bolditalics', 'bold'],
  bolditalics: ['bolditalics', 'bold', 'italics', 'normal'],
};

/** The style that is printed where this one is asked for; undefined when the family has none at all. */
export const standInFor = (asked: FontStyle, has: (style: FontStyle) => boolean): FontStyle | undefined =>
  STAND_INS[asked].find(has);
