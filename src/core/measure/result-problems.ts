import type { ErrorCode, ErrorDetails } from '../errors.js';
import { isWithinFiscalYear } from '../ita/fiscal-year.js';
import { isCalendarDate } from '../thai/dates.js';
import type { Figure, InterimResults, MeasureResults, ResultLine } from './measure.js';

export interface ResultProblem {
  readonly code: Extract<ErrorCode, `measure.${string}`>;
  /** `field` names the value, "results.0.on"; `row` counts from 1 for people. */
  readonly details: ErrorDetails;
}

/** A part of a row that is wrong, and why. */
export type RowProblem<Part extends string> = readonly [part: Part, code: ResultProblem['code']];

/** Above this a number is a slip of the finger, and no longer exact. */
const LARGEST = 1e12;
const MOST_DECIMALS = 4;

/** Every date and figure of results that cannot be kept. Days outside the period are for the proof-reader. Pure. */
export function resultProblems(
  { results, figures = [], interim }: Pick<MeasureResults, 'results' | 'figures' | 'interim'>,
  fiscalYear: number,
): ResultProblem[] {
  const own = [...linesProblems(results, ''), ...figuresProblems(figures, '')];
  return interim ? [...own, ...interimProblems(interim, fiscalYear)] : own;
}

function interimProblems(interim: InterimResults, fiscalYear: number): ResultProblem[] {
  const code = asOfProblem(interim.asOf, fiscalYear);
  return [
    ...(code === null ? [] : [{ code, details: { field: 'interim.asOf', fiscalYear } }]),
    ...linesProblems(interim.results, 'interim.'),
    ...figuresProblems(interim.figures ?? [], 'interim.'),
  ];
}

/** The day of interim results exists and lies in the fiscal year. */
export function asOfProblem(asOf: string, fiscalYear: number): ResultProblem['code'] | null {
  return isCalendarDate(asOf) && isWithinFiscalYear(asOf, fiscalYear) ? null : 'measure.interim-outside-year';
}

/** Days exist, and the last is not before the first. */
export function lineProblem({ on, until }: Pick<ResultLine, 'on' | 'until'>): RowProblem<'on' | 'until'> | null {
  if (on !== undefined && !isCalendarDate(on)) return ['on', 'measure.result-date-impossible'];
  if (until === undefined) return null;
  if (!isCalendarDate(until)) return ['until', 'measure.result-date-impossible'];
  if (on === undefined) return ['on', 'measure.result-start-missing'];
  return until < on ? ['until', 'measure.result-dates-reversed'] : null;
}

/** A figure says what was counted, in what unit, and how many. */
export function figureProblem({ name, value, unit, target }: Figure): RowProblem<keyof Figure> | null {
  if (name.trim() === '') return ['name', 'measure.figure-incomplete'];
  if (!isCount(value)) return ['value', 'measure.figure-not-number'];
  if (unit.trim() === '') return ['unit', 'measure.figure-incomplete'];
  return target === undefined || isCount(target) ? null : ['target', 'measure.figure-not-number'];
}

const isCount = (value: number): boolean =>
  Number.isFinite(value) && value >= 0 && value <= LARGEST && Number(value.toFixed(MOST_DECIMALS)) === value;

const linesProblems = (lines: readonly ResultLine[], prefix: string): ResultProblem[] =>
  lines.flatMap((line, row) => rowProblem(`${prefix}results`, row, lineProblem(line)));

const figuresProblems = (figures: readonly Figure[], prefix: string): ResultProblem[] =>
  figures.flatMap((figure, row) => rowProblem(`${prefix}figures`, row, figureProblem(figure)));

function rowProblem(field: string, row: number, found: RowProblem<string> | null): ResultProblem[] {
  if (found === null) return [];
  const [part, code] = found;
  return [{ code, details: { field: `${field}.${row}.${part}`, row: row + 1 } }];
}
