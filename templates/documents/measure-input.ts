import type { MeasureContent } from '../../src/core/measure/measure.js';

/** A measure as data may give it: what is left out is empty. */
export type MeasureInput = Pick<MeasureContent, 'title' | 'methods'> &
  Partial<Omit<MeasureContent, 'title' | 'methods' | 'period' | 'responsible'>> & {
    readonly period: Partial<MeasureContent['period']> & { readonly text: string };
    readonly responsible: Partial<MeasureContent['responsible']> & { readonly text: string };
  };

/** The same with everything in its place. */
export function completeMeasure(input: MeasureInput): MeasureContent {
  const { title, methods, theme = null, indicators = [], oCodes = [] } = input;
  const { monitoring = [], results = [], outcomes = [], figures, evidence = [] } = input;
  return {
    title,
    theme,
    indicators,
    oCodes,
    methods,
    period: { startsOn: null, endsOn: null, ...input.period },
    responsible: { everyDivision: false, divisionIds: [], ...input.responsible },
    monitoring,
    results,
    outcomes,
    ...(figures ? { figures } : {}),
    evidence,
  };
}
