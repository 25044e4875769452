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
  const oCodes = [
    ...new Set(
      typed.oCodes
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
  const problems: FieldProblem[] = [];
  if (typed.title === '') problems.push(fieldProblem('title', 'measure.title-missing'));
  if (startsOn === undefined) problems.push({ field: 'startsOn', sentence: DATE_INCOMPLETE });
  if (endsOn === undefined) problems.push({ field: 'endsOn', sentence: DATE_INCOMPLETE });
  if (oCodes.some((code) => !/^O[1-9][0-9]?$/.test(code))) problems.push({ field: 'oCodes', sentence: O_CODE_WRONG });
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
