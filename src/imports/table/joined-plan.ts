import { CONTINUED } from '../../core/thai/list-words.js';
import type { Column } from './find-header.js';

/** One measure as its rows stand in the file, joined over pages but not yet understood. */
export interface JoinedMeasure {
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: number[];
  /** By column index; empty cells are empty text. */
  readonly cells: string[];
  readonly theme: string | null;
  readonly themeNumber: string | null;
  /** Text that differs from what was taken: another wording of the title in a continued row. */
  readonly kept: { column: string; text: string }[];
}

/** A number that heads a title: "๑.", "๑.๑", "๑)"; not "๕ส" or a year. */
const LEADING_NUMBER = /^\(?([0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+|[0-9๐-๙]{1,2}(?=[.)]))[.)]*\s*/;

/** "๑.๑ การใช้…" -> ["๑.๑", "การใช้…"] */
export function splitNumber(text: string): { number: string | null; words: string } {
  const match = LEADING_NUMBER.exec(text);
  return match
    ? { number: match[1] ?? null, words: text.slice(match[0].length).trim() }
    : { number: null, words: text };
}

/** The same words whatever their spaces and marks: for comparing titles and headings. */
export const stem = (text: string): string =>
  splitNumber(text)
    .words.replaceAll(CONTINUED, '')
    .replace(/[\s\-–•"“”]/g, '');

/** A cell that goes on in the next row: the sentence goes on, but a list that stood on lines of its own keeps its lines. */
export function joinedText(before: string, next: string): string {
  if (before === '' || next === '') return before + next;
  const isOnLines = before.includes('\n') || next.includes('\n');
  return before + (isOnLines && /^([-–•]|[0-9๐-๙]{1,2}[.)])/.test(next) ? '\n' : ' ') + next;
}
