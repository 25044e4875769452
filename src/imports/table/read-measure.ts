import { createHash } from 'node:crypto';
import { isWithinFiscalYear } from '../../core/ita/fiscal-year.js';
import type { EvidenceLink, Line, MeasureContent, Period, Responsible } from '../../core/measure/measure.js';
import { textProblems } from '../../core/measure/measure-text.js';
import { readLines } from '../../core/measure/read-lines.js';
import { readUnits, type NamedDivision } from '../../core/measure/read-units.js';
import { CONTINUED } from '../../core/thai/list-words.js';
import { parseDate } from '../../core/thai/parse-date.js';
import { parsePeriod, type ReadPeriod } from '../../core/thai/parse-period.js';
import { NONE, PLAN_FIELDS, type PlanField } from '../../core/thai/plan-words.js';
import { EVERY_DIVISION } from '../../core/thai/unit-words.js';
import { refuse } from '../findings.js';
import type { ImportedMeasure } from '../imported-plan.js';
import { indicatorsIn } from './find-header.js';
import { splitNumber, stem } from './joined-plan.js';
import type { MeasureCells } from './measure-cells.js';
import type { SpacingOffers } from './offer-spacing.js';
import { readOCodes } from './read-o-codes.js';
import { ResultsReading } from './read-results.js';

export interface PlanContext {
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly divisions: readonly NamedDivision[];
  /** The offers to close spaces inside Thai words are accepted. */
  readonly closeSpaces?: boolean;
}

const SPACED_FIELDS: readonly PlanField[] = ['title', 'methods', 'monitoring', 'results', 'outcomes'];

/** Turns the joined cells of one measure into its content; every doubt becomes a finding. */
export class MeasureReading {
  constructor(
    private readonly cells: MeasureCells,
    private readonly context: PlanContext,
    private readonly spacing: SpacingOffers,
  ) {}

  /** @param occurrence how often the same identity was met in this file, this time included */
  read(occurrence: (identity: string) => number): ImportedMeasure {
    const { measure } = this.cells;
    SPACED_FIELDS.forEach((field) => this.treatSpacing(field));
    const { title, number } = this.titleAndNumber();
    const content: MeasureContent = {
      title,
      theme: this.cells.line('theme') || measure.theme,
      indicators: this.indicators(),
      oCodes: readOCodes(this.cells),
      methods: this.lines('methods'),
      period: this.period(),
      responsible: this.responsible(),
      monitoring: this.lines('monitoring'),
      outcomes: this.lines('outcomes'),
      ...new ResultsReading(this.cells, this.context.fiscalYear).read(this.lines('results')),
      evidence: this.evidence(),
    };
    refuseTooLong(content, this.cells);
    if (this.cells.has('methods') && content.methods.length === 0)
      this.cells.doubt('import.method-missing', 'W', 'methods', '');
    const identity = [this.context.fiscalYear, stem(content.theme ?? ''), stem(title)].join('\n');
    const contentKey = createHash('sha256')
      .update(`${identity}\n${occurrence(identity)}`)
      .digest('hex');
    const { sheet, rows, themeNumber } = measure;
    return { contentKey, content, source: { sheet, rows, number, themeNumber, unmapped: this.cells.unmapped() } };
  }

  /** A dash before the only title is a bullet; before the first of several it is part of how they are kept apart. */
  private titleAndNumber(): { title: string; number: string | null } {
    const cell = this.cells.line('title').replaceAll(CONTINUED, '').replace(/\s+/g, ' ').trim();
    const inColumn = this.cells.line('number') || null;
    const isList =
      readLines(this.cells.text('title')).filter(({ kind }) => kind === 'dash' || kind === 'numbered').length > 1;
    if (isList) {
      this.cells.doubt('import.several-titles', 'W', 'title', cell);
      return { title: cell, number: inColumn };
    }
    const { number, words } = inColumn === null ? splitNumber(cell) : { number: inColumn, words: cell };
    return { title: words.replace(/^[-–•]\s*/, ''), number };
  }

  private lines(field: PlanField): Line[] {
    const text = this.cells.text(field);
    if (text.includes(CONTINUED)) {
      const suggestion = text.replaceAll(CONTINUED, '').replace(/ {2,}/g, ' ');
      this.cells.doubt('import.continuation-mark', 'W', field, text, { suggestion });
    }
    return readLines(text);
  }

  private indicators(): number[] {
    if (!this.cells.has('indicator')) return indicatorsIn(this.cells.measure.theme ?? this.cells.text('theme'));
    const cell = this.cells.line('indicator');
    const found = indicatorsIn(cell);
    if (cell !== '' && found.length === 0) this.cells.doubt('import.indicator-unread', 'W', 'indicator', cell);
    return found;
  }

  private period(): Period {
    const text = this.cells.line('period');
    const read = text === '' ? null : parsePeriod(text, this.context.fiscalYear);
    const startsOn = this.dateOr('startsOn', read?.startsOn ?? null);
    const endsOn = this.dateOr('endsOn', read?.endsOn ?? null);
    this.doubtPeriod({ startsOn, endsOn, text }, read);
    return { startsOn, endsOn, text };
  }

  private doubtPeriod({ startsOn, endsOn, text }: Period, read: ReadPeriod | null): void {
    const values = { year: this.context.fiscalYear };
    const dates = [startsOn, endsOn].filter((date) => date !== null);
    if (text === '' && dates.length === 0 && this.cells.has('period'))
      this.cells.doubt('import.period-missing', 'W', 'period', '');
    if (text !== '' && dates.length === 0) this.cells.doubt('import.period-unread', 'W', 'period', text);
    if (read?.isYearAssumed) this.cells.doubt('import.period-year-assumed', 'I', 'period', text, { values });
    if (dates.some((date) => !isWithinFiscalYear(date, this.context.fiscalYear))) {
      this.cells.doubt('import.wrong-year', 'E', 'period', text, { values });
    }
  }

  /** A column of its own for the date decides, also when it says that there is none. */
  private dateOr(field: 'startsOn' | 'endsOn', read: string | null): string | null {
    const written = this.cells.line(field);
    return written === NONE ? null : (parseDate(written) ?? read);
  }

  private responsible(): Responsible {
    const text = this.cells.line('responsible');
    const named = this.cells.line('divisions');
    const column = named ? 'divisions' : 'responsible';
    const { responsible, unknown, assumed } = readUnits(named || text, this.context.divisions);
    for (const unit of unknown) this.cells.doubt('import.unit-unknown', 'W', column, text, { values: { unit } });
    for (const { written, meaning } of assumed) {
      this.cells.doubt('import.unit-assumed', 'I', column, text, { values: { unit: written, meaning } });
    }
    if (namesFewer(named || text, responsible))
      this.cells.doubt('import.unit-every-differs', 'W', column, text, {
        values: { count: responsible.divisionIds.length },
      });
    if (this.cells.has('responsible') && text === '' && named === '')
      this.cells.doubt('import.unit-missing', 'W', 'responsible', '');
    return { ...responsible, text };
  }

  private treatSpacing(field: PlanField): void {
    const text = this.cells.text(field);
    const suggestion = this.spacing.closed(text);
    if (suggestion === text) return;
    if (this.context.closeSpaces) this.cells.replace(field, suggestion);
    this.cells.doubt(this.context.closeSpaces ? 'import.spacing-closed' : 'import.spacing-offer', 'I', field, text, {
      suggestion,
    });
  }

  /** One link a line: "label https://…". A line without an address is no link; it is kept beside the measure. */
  private evidence(): EvidenceLink[] {
    return readLines(this.cells.text('evidence')).flatMap(({ text }) => {
      const url = /https?:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) return [{ label: text.replace(url, '').trim() || url, url }];
      this.cells.keep('evidence', text);
      this.cells.doubt('import.evidence-unread', 'W', 'evidence', text);
      return [];
    });
  }
}

/** "ทุกส่วนราชการ (สำนักปลัด, กองคลัง)" in an agency that has more. */
const namesFewer = (text: string, { everyDivision, divisionIds }: Omit<Responsible, 'text'>): boolean =>
  !everyDivision && divisionIds.length > 0 && EVERY_DIVISION.some((words) => text.replace(/\s+/g, '').includes(words));

/** A measure holds less than a cell of a spreadsheet; joined rows count together. */
function refuseTooLong(content: MeasureContent, cells: MeasureCells): void {
  const problem = textProblems(content).find(({ code }) => code === 'input.too-long');
  if (!problem) return;
  const { field, length, limit } = problem.details;
  const { sheet, row, column } = cells.place(PLAN_FIELDS.find((name) => name === field) ?? 'title');
  refuse('import.cell-too-long', 'shorten-cell', { sheet, row, column, letters: length, limit });
}
