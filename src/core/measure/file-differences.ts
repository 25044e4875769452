import { sortedJson } from '../sorted-json.js';
import type { Line, MeasureContent, ResultLine } from './measure.js';

const PLAN_CONTENT = [
  'title',
  'theme',
  'indicators',
  'oCodes',
  'methods',
  'period',
  'responsible',
  'monitoring',
] as const;
const RESULT_CONTENT = ['results', 'outcomes', 'figures', 'evidence', 'interim'] as const;

export type ContentField = (typeof PLAN_CONTENT)[number] | (typeof RESULT_CONTENT)[number];

/**
 * What a measure would say if it took over what a file says. An empty cell says nothing; days of results, dates and divisions that the
 * file leaves open stay where its words are the same.
 */
export function withFile(stored: MeasureContent, file: MeasureContent): MeasureContent {
  const said = Object.entries(file).filter(([, value]) => saysSomething(value));
  const merged = { ...stored, ...(Object.fromEntries(said) as Partial<MeasureContent>) }; // entries of a content are parts of one
  const { period, responsible } = stored;
  return {
    ...merged,
    period: isSamePeriod(merged.period, period) ? period : merged.period,
    responsible:
      hasUnits(file.responsible) || !isSameText(file.responsible, responsible) ? merged.responsible : responsible,
    results: withDaysOf(stored.results, merged.results),
    ...(merged.interim && {
      interim: { ...merged.interim, results: withDaysOf(stored.interim?.results, merged.interim.results) },
    }),
  };
}

/** In the order in which a measure is written. */
export const differingFields = (one: MeasureContent, other: MeasureContent): ContentField[] =>
  [...PLAN_CONTENT, ...RESULT_CONTENT].filter(
    (field) => sortedJson(one[field] ?? null) !== sortedJson(other[field] ?? null),
  );

/** Which of these may still be changed: the plan of a draft, the results of an approved measure. */
export function fieldsToTake(state: string, fields: readonly ContentField[]): ContentField[] {
  const open: readonly ContentField[] = state === 'draft' ? PLAN_CONTENT : state === 'approved' ? RESULT_CONTENT : [];
  return fields.filter((field) => open.includes(field));
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value).some((part) => part !== false && saysSomething(part));
}

const isSameText = ({ text }: { readonly text: string }, other: { readonly text: string }): boolean =>
  text === other.text;

const isSamePeriod = (file: MeasureContent['period'], stored: MeasureContent['period']): boolean =>
  isSameText(file, stored) && file.startsOn === null && file.endsOn === null;

const hasUnits = ({ everyDivision, divisionIds }: MeasureContent['responsible']): boolean =>
  everyDivision || divisionIds.length > 0;

const withDaysOf = (stored: readonly ResultLine[] = [], lines: readonly ResultLine[]): ResultLine[] =>
  lines.map((line) => {
    const same = line.on === undefined ? stored.find((each) => isSameLine(each, line)) : undefined;
    return same ?? line;
  });

const isSameLine = (one: Line, other: Line): boolean => one.kind === other.kind && one.text === other.text;
