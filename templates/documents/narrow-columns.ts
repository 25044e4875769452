import type { ReportLayout } from '../../src/core/report/layout.js';
import { baseLetters, lettersPerLine } from './measure-table.js';
import { textWidth } from './report-form.js';

/** A column that has to break a word of its own header. */
export interface NarrowColumn {
  readonly header: string;
  readonly word: string;
}

const words = new Intl.Segmenter('th', { granularity: 'word' });
/** Widths are estimated; a column is called narrow only when it surely is. */
const SURELY = 0.95;

/** The columns of a layout that are narrower than the longest word of their header. */
export function narrowColumns(layout: ReportLayout): NarrowColumn[] {
  const letters = lettersPerLine(layout, textWidth(layout.orientation));
  return layout.columns.flatMap(({ header }, index) => {
    const word = longestWordOf(header);
    return baseLetters(word) * SURELY > (letters[index] ?? 0) ? [{ header, word }] : [];
  });
}

function longestWordOf(header: string): string {
  const found = [...words.segment(header)].map(({ segment }) => segment);
  return found.reduce((longest, word) => (baseLetters(word) > baseLetters(longest) ? word : longest), '');
}
