import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { textFromLines } from '../../../templates/web/components/lines-field.js';
import type { TypedMeasure } from '../../../templates/web/pages/staff/measure-form.page.js';
import { DATE_INCOMPLETE, fieldProblem, O_CODE_WRONG } from '../../../templates/web/words/form-words.js';
import { periodText, responsibleText } from '../../../templates/web/words/measure-words.js';
import type { MeasurePlan } from '../../core/measure/measure.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { Text, Ticked } from './form-reading.js';
import { linesFromText } from './lines.form.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

/** The posted form of a measure's plan: text as typed, boxes as ticked. */
export class MeasureForm {
  @Text() fiscalYear = '';
  @Text() title = '';
  @Text() theme = '';
  @Ticked() indicators: string[] = [];
  @Text() oCodes = '';
  @Text() methods = '';
  @Text() 'startsOn.day' = '';
  @Text() 'startsOn.month' = '';
  @Text() 'startsOn.year' = '';
  @Text() 'endsOn.day' = '';
  @Text() 'endsOn.month' = '';
  @Text() 'endsOn.year' = '';
  @Text() periodText = '';
  @Text() everyDivision = '';
  @Ticked() divisionIds: string[] = [];
  @Text() responsibleText = '';
  @Text() monitoring = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

export const typedFrom = (form: MeasureForm): TypedMeasure => ({
  ...form,
  startsOn: typedIn(form, 'startsOn'),
  endsOn: typedIn(form, 'endsOn'),
  everyDivision: form.everyDivision === 'true',
});

export const typedFromPlan = (fiscalYear: number, plan: MeasurePlan): TypedMeasure => ({
  fiscalYear: String(fiscalYear),
  title: plan.title,
  theme: plan.theme ?? '',
  indicators: plan.indicators.map(String),
  oCodes: plan.oCodes.join(', '),
  methods: textFromLines(plan.methods),
  startsOn: typedFromIso(plan.period.startsOn),
  endsOn: typedFromIso(plan.period.endsOn),
  periodText: plan.period.text,
  everyDivision: plan.responsible.everyDivision,
  divisionIds: plan.responsible.divisionIds,
  responsibleText: plan.responsible.text,
  monitoring: textFromLines(plan.monitoring),
});

interface Division {
  readonly id: string;
  readonly name: string;
}

/** The plan that was typed, and the fields that cannot be understood. Meaning is judged by the use case. */
export function planFrom(
  typed: TypedMeasure,
  divisions: readonly Division[],
  digits: DigitStyle,
): { plan: MeasurePlan; problems: FieldProblem[] } {
  const startsOn = isoFromTyped(typed.startsOn);
  const endsOn = isoFromTyped(typed.endsOn);
  const oCodes = oCodesFrom(typed.oCodes);
  const problems = [
    ...(typed.title === '' ? [fieldProblem('title', 'measure.title-missing')] : []),
    ...(startsOn === undefined ? [{ field: 'startsOn', sentence: DATE_INCOMPLETE }] : []),
    ...(endsOn === undefined ? [{ field: 'endsOn', sentence: DATE_INCOMPLETE }] : []),
    ...(oCodes.every((code) => /^O[1-9][0-9]?$/.test(code)) ? [] : [{ field: 'oCodes', sentence: O_CODE_WRONG }]),
  ];
  const names = divisions.filter(({ id }) => typed.divisionIds.includes(id)).map(({ name }) => name);
  const plan = {
    title: typed.title,
    theme: typed.theme || null,
    indicators: typed.indicators
      .map(Number)
      .filter((number) => Number.isInteger(number) && number >= 1 && number <= 10),
    oCodes,
    methods: linesFromText(typed.methods),
    period: {
      startsOn: startsOn ?? null,
      endsOn: endsOn ?? null,
      text: typed.periodText || periodText(startsOn ?? null, endsOn ?? null, digits),
    },
    responsible: {
      everyDivision: typed.everyDivision,
      divisionIds: divisions.map(({ id }) => id).filter((id) => typed.divisionIds.includes(id)),
      text: typed.responsibleText || responsibleText(typed.everyDivision, names),
    },
    monitoring: linesFromText(typed.monitoring),
  };
  return { plan, problems };
}

/** Each once, in capitals, as parted by spaces or commas. */
const oCodesFrom = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  ),
];
