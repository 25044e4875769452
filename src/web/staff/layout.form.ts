import type { TypedColumn } from '../../../templates/web/components/layout-columns.js';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedLayout } from '../../../templates/web/pages/staff/layout-form.page.js';
import { layoutSentence, NAME_NEEDED, PLACE_WRONG } from '../../../templates/web/words/layout-words.js';
import { DomainError } from '../../core/errors.js';
import type { LayoutProblem } from '../../core/report/layout-schema.js';
import { COLUMN_KEYS, type ColumnKey, type ReportLayout } from '../../core/report/layout.js';
import { arabicDigits } from '../../core/thai/digits.js';
import { formProblems } from './form-problems.js';
import { readForm, Text, Ticked } from './form-reading.js';

class LayoutForm {
  @Text() name = '';
  @Text() grouping = '';
  @Text() titleLines = '';
  @Text() introduction = '';
  @Text() periodStyle = '';
  @Text() digits = '';
  @Text() orientation = '';
  @Text() fiscalYear = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
  @Ticked() switches: string[] = [];
}

export type PostedLayout = TypedLayout & { readonly seenVersion: string; readonly idempotencyKey: string };

export function typedLayout(body: unknown): PostedLayout {
  const posted: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  };
  const column = (key: string): TypedColumn => ({
    place: text(`columns.${key}.place`),
    header: text(`columns.${key}.header`),
    weight: text(`columns.${key}.weight`),
    spans: text(`columns.${key}.spans`) === 'true',
  });
  const columns = Object.fromEntries(COLUMN_KEYS.map((key) => [key, column(key)]));
  return { ...readForm(LayoutForm, body).form, columns };
}

/** A stored layout as it stands in the form. */
export function typedFromLayout(name: string, layout: ReportLayout, fiscalYear: number): TypedLayout {
  const columns = layout.columns.map(({ key, header, weight, spans = false }, index): [string, TypedColumn] => [
    key,
    { place: String(index + 1), header, weight: String(weight), spans },
  ]);
  return {
    name,
    columns: Object.fromEntries(columns),
    grouping: layout.grouping,
    switches: (['numbersTitles', 'hasCover', 'hasSignature'] as const).filter((each) => layout[each]),
    titleLines: layout.titleLines.join('\n'),
    introduction: layout.introduction ?? '',
    periodStyle: layout.periodStyle ?? 'as-written',
    digits: layout.digits,
    orientation: layout.orientation,
    fiscalYear: String(fiscalYear),
  };
}

/** As saveLayout() takes it; what is wrong is left for its schema to name. */
export const layoutFrom = (typed: TypedLayout): object => ({
  columns: shownKeys(typed).map((key) => {
    const { header = '', weight = '', spans = false } = typed.columns[key] ?? {};
    return { key, header, weight: numberOr(weight), ...(spans ? { spans } : {}) };
  }),
  grouping: typed.grouping,
  numbersTitles: typed.switches.includes('numbersTitles'),
  titleLines: typed.titleLines.split('\n').filter((line) => line.trim() !== ''),
  hasCover: typed.switches.includes('hasCover'),
  introduction: typed.introduction === '' ? null : typed.introduction,
  periodStyle: typed.periodStyle,
  digits: typed.digits,
  orientation: typed.orientation,
  hasSignature: typed.switches.includes('hasSignature'),
});

/** Places that are no numbers, or given twice. */
export function placeProblems(typed: TypedLayout): FieldProblem[] {
  const places = COLUMN_KEYS.map((key) => arabicDigits(typed.columns[key]?.place ?? ''));
  return COLUMN_KEYS.flatMap((key, index) => {
    const place = places[index] ?? '';
    const isGood = place === '' || (/^([1-9]|10)$/.test(place) && places.indexOf(place) === index);
    return isGood ? [] : [{ field: `columns.${key}.place`, sentence: PLACE_WRONG }];
  });
}

/** What a refusal says about the fields of the form; null when it is about something else. */
export function layoutRefusals(error: unknown, typed: TypedLayout): FieldProblem[] | null {
  if (error instanceof DomainError && error.code === 'report.layout-invalid') {
    const problems = error.details.problems as readonly LayoutProblem[]; // as checkedLayout gives them
    return problems.map(({ path, kind, expected }) => ({
      field: fieldOf(path, shownKeys(typed)),
      sentence: layoutSentence(kind, expected),
    }));
  }
  if (error instanceof DomainError && error.code === 'input.invalid') return [{ field: 'name', sentence: NAME_NEEDED }];
  return formProblems(error);
}

const shownKeys = ({ columns }: TypedLayout): ColumnKey[] =>
  COLUMN_KEYS.filter((key) => (columns[key]?.place ?? '') !== '').sort((one, other) => {
    const place = (key: ColumnKey): number => Number(arabicDigits(columns[key]?.place ?? ''));
    return place(one) - place(other);
  });

function numberOr(text: string): number | string {
  const value = Number(arabicDigits(text));
  return text === '' || !Number.isFinite(value) ? text : value;
}

/** "columns[2].header" -> "columns.methods.header"; "titleLines[0]" -> "titleLines". */
function fieldOf(path: string, shown: readonly ColumnKey[]): string {
  const column = /^columns\[(\d+)\](?:\.(\w+))?/.exec(path);
  if (column) return `columns.${shown[Number(column[1])] ?? 'measure'}.${column[2] ?? 'place'}`;
  return /^(\w+)/.exec(path)?.[1] ?? 'columns';
}
