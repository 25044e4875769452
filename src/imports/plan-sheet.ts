import type { InterimResults, Line, MeasureContent, ResultLine } from '../core/measure/measure.js';
import { linesText } from '../core/measure/lines-text.js';
import { readUnits, type NamedDivision } from '../core/measure/read-units.js';
import { thaiDigits } from '../core/thai/digits.js';
import { parsePeriod } from '../core/thai/parse-period.js';
import { FIELD_HEADERS, NONE, PLAN_FIELDS, type PlanField } from '../core/thai/plan-words.js';
import { EVERY_DIVISION } from '../core/thai/unit-words.js';
import { progressText } from '../core/thai/result-words.js';
import { figuresCell, resultDaysCell } from './result-cells.js';
import { indicatorsIn } from './table/find-header.js';
import { oCodesIn } from './table/read-o-codes.js';

export interface SheetContext {
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly divisions: readonly NamedDivision[];
}

export interface PlanSheet {
  readonly fields: readonly PlanField[];
  /** Header row first. */
  readonly rows: readonly (readonly string[])[];
}

const ALWAYS: readonly PlanField[] = [
  'number',
  'title',
  'methods',
  'period',
  'responsible',
  'monitoring',
  'results',
  'outcomes',
];

/**
 * Measures as a table that `readPlan` reads back to the same measures. Columns that only repeat what the texts say (dates, divisions,
 * codes) are left out unless some measure needs them.
 */
export function planSheet(measures: readonly MeasureContent[], context: SheetContext): PlanSheet {
  const needed = new Set<PlanField>([...ALWAYS, ...measures.flatMap((measure) => neededBy(measure, context))]);
  const fields = PLAN_FIELDS.filter((field) => needed.has(field));
  const header = fields.map((field) => FIELD_HEADERS[field]);
  const rows = measures.map((measure, index) => fields.map((field) => cellOf(field, measure, index + 1, context)));
  return { fields, rows: [header, ...rows] };
}

function neededBy(measure: MeasureContent, { fiscalYear, divisions }: SheetContext): PlanField[] {
  const { period, responsible } = measure;
  const read = parsePeriod(period.text, fiscalYear);
  const units = readUnits(responsible.text, divisions).responsible;
  const isSameUnits =
    units.everyDivision === responsible.everyDivision && isSame(units.divisionIds, responsible.divisionIds);
  const texts = [measure.title, linesText(measure.methods), linesText(measure.monitoring)];
  const needs: readonly (readonly [PlanField, boolean])[] = [
    ['theme', measure.theme !== null],
    ['indicator', !isSame(measure.indicators, indicatorsIn(measure.theme ?? ''))],
    ['oCodes', !isSame(measure.oCodes, [...new Set(texts.flatMap(oCodesIn))])],
    ['startsOn', period.startsOn !== (read?.startsOn ?? null)],
    ['endsOn', period.endsOn !== (read?.endsOn ?? null)],
    ['divisions', !isSameUnits],
    ['resultDays', isDated(measure.results)],
    ['figures', measure.figures !== undefined],
    ['evidence', measure.evidence.length > 0],
    ...neededByInterim(measure.interim),
  ];
  return needs.filter(([, isNeeded]) => isNeeded).map(([field]) => field);
}

const neededByInterim = (interim: InterimResults | undefined): readonly (readonly [PlanField, boolean])[] =>
  interim === undefined
    ? []
    : [
        ['interimAsOf', true],
        ['interimProgress', true],
        ['interimResults', true],
        ['interimResultDays', isDated(interim.results)],
        ['interimOutcomes', interim.outcomes.length > 0],
        ['interimFigures', interim.figures !== undefined],
      ];

const isDated = (lines: readonly ResultLine[]): boolean => lines.some(({ on }) => on !== undefined);

function cellOf(field: PlanField, measure: MeasureContent, number: number, context: SheetContext): string {
  const { period, responsible, interim } = measure;
  const cells: Record<PlanField, () => string> = {
    number: () => thaiDigits(number),
    title: () => measure.title,
    theme: () => measure.theme ?? '',
    indicator: () =>
      measure.indicators.map((indicator) => `${FIELD_HEADERS.indicator}ที่ ${thaiDigits(indicator)}`).join(', '),
    oCodes: () => measure.oCodes.join(', '),
    methods: () => linesText(measure.methods),
    period: () => period.text,
    startsOn: () => period.startsOn ?? NONE,
    endsOn: () => period.endsOn ?? NONE,
    responsible: () => responsible.text,
    divisions: () => divisionNames(measure, context),
    monitoring: () => linesText(measure.monitoring),
    results: () => linesText(measure.results),
    resultDays: () => resultDaysCell(measure.results),
    outcomes: () => linesText(measure.outcomes),
    figures: () => figuresCell(measure.figures ?? []),
    interimAsOf: () => interim?.asOf ?? '',
    interimProgress: () => (interim ? progressText(interim.progress) : ''),
    interimResults: () => linesText(interim?.results ?? []),
    interimResultDays: () => resultDaysCell(interim?.results ?? []),
    interimOutcomes: () => linesText(interim?.outcomes ?? []),
    interimFigures: () => figuresCell(interim?.figures ?? []),
    evidence: () =>
      linesText(
        measure.evidence.map(({ label, url }): Line => ({
          kind: 'plain',
          text: label === url ? url : `${label} ${url}`,
        })),
      ),
  };
  return cells[field]().trim();
}

function divisionNames({ responsible }: MeasureContent, { divisions }: SheetContext): string {
  if (responsible.everyDivision) return EVERY_DIVISION[0] ?? '';
  const names = divisions.filter(({ id }) => responsible.divisionIds.includes(id)).map(({ name }) => name);
  return names.join(', ') || NONE;
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);
