import type { Figure, ResultLine } from '../core/measure/measure.js';
import { figureProblem, lineProblem } from '../core/measure/result-problems.js';
import { thaiShortDate } from '../core/thai/dates.js';
import { arabicDigits } from '../core/thai/digits.js';
import { readNumber, writtenNumber } from '../core/thai/numbers.js';
import { parseDate } from '../core/thai/parse-date.js';
import { NONE } from '../core/thai/plan-words.js';

const BAR = ' | ';

interface Read<Value> {
  readonly value: Value;
  /** Lines of the cell that say nothing readable. */
  readonly unread: readonly string[];
}

/** "1 | 20 ก.พ. 2568 | 22 ก.พ. 2568": the place of a result among the results, and its days. */
export const resultDaysCell = (lines: readonly ResultLine[]): string =>
  lines
    .flatMap(({ on, until }, index) =>
      on === undefined ? [] : [[String(index + 1), ...[on, until].filter((day) => day !== undefined).map(dayText)]],
    )
    .map((parts) => parts.join(BAR))
    .join('\n');

const dayText = (day: string): string => thaiShortDate(day, 'arabic');

/** The results with the days that the cell beside them gives. */
export function withDays(lines: readonly ResultLine[], cell: string): Read<ResultLine[]> {
  const dated = [...lines];
  const unread = linesOf(cell).filter((text) => {
    const [place = '', ...days] = partsOf(text);
    const index = Number(arabicDigits(place)) - 1;
    const line = dated[index];
    const [on, until] = days.map(parseDate);
    if (!line || !on || days.length > 2 || (days.length === 2 && !until)) return true;
    const result = { ...line, on, ...(until ? { until } : {}) };
    if (lineProblem(result)) return true;
    dated[index] = result;
    return false;
  });
  return { value: dated, unread };
}

/** "ผู้เข้าร่วม | 45 | คน | 40", a line each; "-" where no target was set. */
export const figuresCell = (figures: readonly Figure[]): string =>
  figures
    .map(({ name, value, unit, target }) =>
      [name, writtenNumber(value), unit, target === undefined ? NONE : writtenNumber(target)].join(BAR),
    )
    .join('\n');

export function readFigures(cell: string): Read<Figure[]> {
  const read = linesOf(cell).map((text) => ({ text, figure: figureFrom(partsOf(text)) }));
  return {
    value: read.flatMap(({ figure }) => figure ?? []),
    unread: read.filter(({ figure }) => figure === null).map(({ text }) => text),
  };
}

/** A name may hold a bar of its own: number, unit and target are the last three parts. */
function figureFrom(parts: readonly string[]): Figure | null {
  const [value = '', unit = '', target = ''] = parts.slice(-3);
  const goal = target === NONE ? {} : { target: readNumber(target) ?? NaN };
  const figure = { name: parts.slice(0, -3).join(BAR), value: readNumber(value) ?? NaN, unit, ...goal };
  return figureProblem(figure) ? null : figure;
}

const partsOf = (text: string): string[] => text.split('|').map((part) => part.trim());

const linesOf = (cell: string): string[] => cell.split('\n').filter((line) => line.trim() !== '');
