import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { markedTexts, textFromLines } from '../../../templates/web/components/lines-field.js';
import type { TypedFigure, TypedResult } from '../../../templates/web/components/result-rows.js';
import type { TypedResults } from '../../../templates/web/components/results-fields.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import type { Figure, MeasureResults, ResultLine } from '../../core/measure/measure.js';
import { figureProblem, lineProblem } from '../../core/measure/result-problems.js';
import { thaiShortDate } from '../../core/thai/dates.js';
import { readNumber, writtenNumber } from '../../core/thai/numbers.js';
import { parseDate } from '../../core/thai/parse-date.js';
import { linesFromText } from './lines.form.js';

type Results = Pick<MeasureResults, 'results' | 'outcomes' | 'figures'>;

/** The API takes no more lines either. */
const MOST_RESULTS = 500;
const MOST_FIGURES = 50;

/** Fields "results.0.text", "figures.0.name" and so on, row by row; empty rows are left out. */
export function typedResults(body: unknown): TypedResults {
  const posted = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const text = (name: string): string => {
    const value: unknown = [posted.get(name)].flat()[0];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  };
  const results = Array.from({ length: MOST_RESULTS }, (_, row) => ({
    text: text(`results.${row}.text`),
    on: text(`results.${row}.on`),
    until: text(`results.${row}.until`),
  }));
  const figures = Array.from({ length: MOST_FIGURES }, (_, row) => ({
    name: text(`figures.${row}.name`),
    value: text(`figures.${row}.value`),
    unit: text(`figures.${row}.unit`),
    target: text(`figures.${row}.target`),
  }));
  return {
    results: results.filter(isFilled),
    outcomes: text('outcomes'),
    figures: figures.filter(isFilled),
    more: text('more'),
  };
}

const isFilled = (row: TypedResult | TypedFigure): boolean => Object.values(row).some((value) => value !== '');

/** What is stored, as it stands in the form. */
export function typedFromResults({ results, outcomes, figures = [] }: Results): TypedResults {
  const texts = markedTexts(results);
  return {
    results: results.map(({ on, until }, row) => ({ text: texts[row] ?? '', on: dayText(on), until: dayText(until) })),
    outcomes: textFromLines(outcomes),
    figures: figures.map(({ name, value, unit, target }) => ({
      ...{ name, unit, value: writtenNumber(value) },
      target: target === undefined ? '' : writtenNumber(target),
    })),
    more: '',
  };
}

const dayText = (isoDate: string | undefined): string =>
  isoDate === undefined ? '' : thaiShortDate(isoDate, 'arabic');

/** The results that were typed, and the fields that cannot be understood. */
export function readResults({ results, outcomes, figures }: TypedResults): {
  readonly value: Required<Results>;
  readonly problems: readonly FieldProblem[];
} {
  const rows = results.map(readResult);
  const numbers = figures.map(readFigure);
  return {
    value: {
      results: rows.flatMap(({ lines }) => lines),
      outcomes: linesFromText(outcomes),
      figures: numbers.map(({ figure }) => figure),
    },
    problems: [...rows, ...numbers].flatMap(({ problems }) => problems),
  };
}

/** A day that cannot be read is handed on as typed, so that the judge of results refuses it. */
function readResult(
  { text, on, until }: TypedResult,
  row: number,
): { lines: ResultLine[]; problems: readonly FieldProblem[] } {
  const days = {
    ...(on === '' ? {} : { on: parseDate(on) ?? on }),
    ...(until === '' ? {} : { until: parseDate(until) ?? until }),
  };
  const lines = linesFromText(text).map((line) => (line.kind === 'heading' ? line : { ...line, ...days }));
  const isBare = lines.length === 0 ? ([['text', 'measure.results-missing']] as const) : [];
  const wrong = lineProblem(days);
  return { lines, problems: [...isBare, ...(wrong ? [wrong] : [])].map(problemAt('results', row)) };
}

function readFigure(
  { name, value, unit, target }: TypedFigure,
  row: number,
): { figure: Figure; problems: readonly FieldProblem[] } {
  const figure = {
    ...{ name, unit, value: readNumber(value) ?? NaN },
    ...(target === '' ? {} : { target: readNumber(target) ?? NaN }),
  };
  const wrong = figureProblem(figure);
  return { figure, problems: wrong ? [problemAt('figures', row)(wrong)] : [] };
}

const problemAt =
  (group: 'results' | 'figures', row: number) =>
  ([part, code]: readonly [string, Parameters<typeof fieldProblem>[1]]): FieldProblem =>
    fieldProblem(`${group}.${row}.${part}`, code, { row: row + 1 });
