import { createHash } from 'node:crypto';
import { isWithinFiscalYear } from '../../core/ita/fiscal-year.js';
import type { EvidenceLink, Line, MeasureContent, Period, Responsible } from '../../core/measure/measure.js';
import { readLines } from '../../core/measure/read-lines.js';
import { readUnits, type NamedDivision } from '../../core/measure/read-units.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { CONTINUED } from '../../core/thai/list-words.js';
import { parseDate } from '../../core/thai/parse-date.js';
import { parsePeriod } from '../../core/thai/parse-period.js';
import type { PlanField } from '../../core/thai/plan-words.js';
import type { Findings } from '../findings.js';
import type { ImportedMeasure, KeptText, Place } from '../imported-plan.js';
import { columnOf, indicatorsIn } from './find-header.js';
import { splitNumber, stem, type JoinedMeasure } from './joined-plan.js';
import type { SpacingOffers } from './offer-spacing.js';

export interface PlanContext {
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly divisions: readonly NamedDivision[];
}

const O_CODE = /(?<![A-Za-z0-9๐-๙])[Oo]([0-9๐-๙]{1,2})(?![0-9๐-๙])/g;
/** A zero where the letter O belongs, "0๒๐" or "๐๒๐"; not a time, a date, a telephone number or a decimal. */
const ZERO_CODE = /(?<![0-9๐-๙.]|[0-9๐-๙],)(?:0([๑-๙][๐-๙]?)|[0๐]([1-9๑-๙][0-9๐-๙]))(?![0-9๐-๙.:/-]|,[0-9๐-๙])/g;
const SPACED_FIELDS: readonly PlanField[] = ['title', 'methods', 'monitoring', 'results', 'outcomes'];

/** Turns the joined cells of one measure into its content; every doubt becomes a finding. */
export class MeasureReading {
  constructor(
    private readonly measure: JoinedMeasure,
    private readonly context: PlanContext,
    private readonly findings: Findings,
    private readonly spacing: SpacingOffers,
  ) {}

  read(occurrence: (identity: string) => number): ImportedMeasure {
    const { title, number } = this.titleAndNumber();
    const content: MeasureContent = {
      title,
      theme: this.text('theme') || this.measure.theme,
      indicators: this.indicators(),
      oCodes: this.oCodes(),
      methods: this.lines('methods'),
      period: this.period(),
      responsible: this.responsible(),
      monitoring: this.lines('monitoring'),
      results: this.lines('results'),
      outcomes: this.lines('outcomes'),
      evidence: evidenceIn(this.text('evidence')),
    };
    if (this.has('methods') && content.methods.length === 0) this.doubt('import.method-missing', 'W', 'methods', '');
    SPACED_FIELDS.forEach((field) => this.offer(field));
    const { sheet, rows, themeNumber } = this.measure;
    const source = { sheet, rows, number, themeNumber, unmapped: this.unmapped() };
    const identity = [this.context.fiscalYear, stem(content.theme ?? ''), stem(title)].join('\n');
    const contentKey = createHash('sha256')
      .update(`${identity}\n${occurrence(identity)}`)
      .digest('hex');
    return { contentKey, content, source };
  }

  /** A dash before the only title is a bullet; before the first of several it is part of how they are kept apart. */
  private titleAndNumber(): { title: string; number: string | null } {
    const cell = this.text('title')
      .replace(/<\/?u>/g, '')
      .replaceAll(CONTINUED, '')
      .replace(/\s+/g, ' ')
      .trim();
    const inColumn = this.text('number') || null;
    const { number, words } = inColumn === null ? splitNumber(cell) : { number: inColumn, words: cell };
    const isList =
      readLines(this.text('title')).filter(({ kind }) => kind === 'dash' || kind === 'numbered').length > 1;
    if (isList) this.doubt('import.several-titles', 'W', 'title', cell);
    return { title: isList ? cell : words.replace(/^[-–•]\s*/, ''), number: isList ? inColumn : number };
  }

  private lines(field: PlanField): Line[] {
    const text = this.text(field);
    if (text.includes(CONTINUED)) {
      this.doubt('import.continuation-mark', 'W', field, text, text.replaceAll(CONTINUED, '').replace(/ {2,}/g, ' '));
    }
    return readLines(text);
  }

  private indicators(): number[] {
    const cell = this.text('indicator');
    const found = indicatorsIn(cell);
    if (cell !== '' && found.length === 0) this.doubt('import.indicator-unread', 'W', 'indicator', cell);
    return found.length > 0 ? found : indicatorsIn(this.measure.theme ?? '');
  }

  /** Results may speak of codes of other years, so codes come from the plan's own columns. (DOMAIN 1.1: codes belong to a year) */
  private oCodes(): string[] {
    const fields: readonly PlanField[] = ['oCodes', 'title', 'indicator', 'methods', 'monitoring'];
    const found = fields.flatMap((field) =>
      [...this.text(field).matchAll(O_CODE)].map(([, digits = '']) => `O${Number(arabicDigits(digits))}`),
    );
    for (const field of [...fields, 'results', 'outcomes'] as const) {
      for (const [quote, mixed, digits = mixed ?? ''] of this.text(field).matchAll(ZERO_CODE)) {
        this.doubt('import.code-glyph', 'W', field, quote, `O${Number(arabicDigits(digits))}`);
      }
    }
    return [...new Set(found)];
  }

  private period(): Period {
    const text = this.text('period').replace(/\s*\n\s*/g, ' ');
    const { fiscalYear } = this.context;
    const read = text === '' ? null : parsePeriod(text, fiscalYear);
    const startsOn = parseDate(this.text('startsOn')) ?? read?.startsOn ?? null;
    const endsOn = parseDate(this.text('endsOn')) ?? read?.endsOn ?? null;
    if (text === '' && startsOn === null && endsOn === null) {
      if (this.has('period')) this.doubt('import.period-missing', 'W', 'period', '');
    } else if (startsOn === null && endsOn === null) this.doubt('import.period-unread', 'W', 'period', text);
    else if (read?.isYearAssumed)
      this.doubt('import.period-year-assumed', 'I', 'period', text, undefined, { year: fiscalYear });
    if ([startsOn, endsOn].some((date) => date !== null && !isWithinFiscalYear(date, fiscalYear))) {
      this.doubt('import.wrong-year', 'E', 'period', text, undefined, { year: fiscalYear });
    }
    return { startsOn, endsOn, text };
  }

  private responsible(): Responsible {
    const text = this.text('responsible').replace(/\s*\n\s*/g, ' ');
    const written = this.text('divisions');
    const read = readUnits(written || text, this.context.divisions);
    const column = written ? 'divisions' : 'responsible';
    for (const unit of read.unknown) this.doubt('import.unit-unknown', 'W', column, text, undefined, { unit });
    for (const { written: unit, meaning } of read.assumed)
      this.doubt('import.unit-assumed', 'I', column, text, undefined, { unit, meaning });
    if (this.has('responsible') && text === '') this.doubt('import.unit-missing', 'W', 'responsible', '');
    return { ...read.responsible, text };
  }

  private offer(field: PlanField): void {
    const text = this.text(field);
    const closed = this.spacing.closed(text);
    if (closed !== text) this.doubt('import.spacing-offer', 'I', field, text, closed);
  }

  private unmapped(): KeptText[] {
    const { columns, cells, kept } = this.measure;
    const left = columns.map(({ field, header }, index) => ({ field, column: header, text: cells[index] ?? '' }));
    const unread = left.filter(
      ({ field, text }) => text !== '' && (field === null || field === 'indicator' || field === 'oCodes'),
    );
    return [...unread.map(({ column, text }) => ({ column, text })), ...kept];
  }

  private has(field: PlanField): boolean {
    return columnOf(this.measure.columns, field) >= 0;
  }

  private text(field: PlanField): string {
    return this.measure.cells[columnOf(this.measure.columns, field)] ?? '';
  }

  private doubt(
    code: Parameters<Findings['add']>[0],
    severity: 'E' | 'W' | 'I',
    field: PlanField,
    quote: string,
    suggestion?: string,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    const { sheet, rows, columns } = this.measure;
    const place: Place = { sheet, row: rows[0] ?? 0, column: columns[columnOf(columns, field)]?.header ?? null };
    this.findings.add(code, severity, place, quote, { values, ...(suggestion === undefined ? {} : { suggestion }) });
  }
}

/** One link a line: "label https://…"; a line without an address is a label whose address is still to come. */
function evidenceIn(text: string): EvidenceLink[] {
  return readLines(text).map(({ text: line }) => {
    const url = /https?:\/\/\S+/.exec(line)?.[0] ?? '';
    return { label: line.replace(url, '').trim() || url, url };
  });
}
