import type { InterimResults, Line, MeasureResults, ResultLine } from '../../core/measure/measure.js';
import { readLines } from '../../core/measure/read-lines.js';
import { asOfProblem } from '../../core/measure/result-problems.js';
import { PROGRESS_LABELS, PROGRESS_STATES } from '../../core/report/progress.js';
import { parseDate } from '../../core/thai/parse-date.js';
import type { PlanField } from '../../core/thai/plan-words.js';
import { readFigures, withDays } from '../result-cells.js';
import type { MeasureCells } from './measure-cells.js';

/** Days, figures and six-month results, as our own files write them. What cannot be read is kept, with a doubt. */
export class ResultsReading {
  constructor(
    private readonly cells: MeasureCells,
    private readonly fiscalYear: number,
  ) {}

  /** @param results the lines of the column of results, read already */
  read(results: readonly Line[]): Pick<MeasureResults, 'results' | 'figures' | 'interim'> {
    const interim = this.interim();
    return { results: this.dated(results, 'resultDays'), ...this.figures('figures'), ...(interim ? { interim } : {}) };
  }

  private interim(): InterimResults | null {
    const written = this.cells.line('interimAsOf');
    const asOf = parseDate(written);
    const label = this.cells.line('interimProgress');
    const progress = PROGRESS_STATES.find((state) => PROGRESS_LABELS[state].th === label);
    if (written === '' && label === '') return null;
    if (asOf === null || asOfProblem(asOf, this.fiscalYear) !== null || !progress) {
      for (const field of INTERIM_FIELDS) this.keepUnread(field, this.cells.text(field));
      return null;
    }
    return {
      asOf,
      progress,
      results: this.dated(readLines(this.cells.text('interimResults')), 'interimResultDays'),
      outcomes: readLines(this.cells.text('interimOutcomes')),
      ...this.figures('interimFigures'),
    };
  }

  private dated(lines: readonly Line[], field: PlanField): ResultLine[] {
    const { value, unread } = withDays(lines, this.cells.text(field));
    this.keepUnread(field, unread.join('\n'));
    return value;
  }

  private figures(field: PlanField): Pick<MeasureResults, 'figures'> {
    const { value, unread } = readFigures(this.cells.text(field));
    this.keepUnread(field, unread.join('\n'));
    return value.length > 0 ? { figures: value } : {};
  }

  private keepUnread(field: PlanField, text: string): void {
    if (text === '') return;
    this.cells.keep(field, text);
    this.cells.doubt('import.result-unread', 'W', field, text);
  }
}

const INTERIM_FIELDS = [
  'interimAsOf',
  'interimProgress',
  'interimResults',
  'interimResultDays',
  'interimOutcomes',
  'interimFigures',
] as const;
