import type { MeasureContent } from '../measure/measure.js';
import type { ReportLayout } from './layout.js';

/** A measure at its place in a report. */
export interface ArrangedMeasure {
  readonly measure: MeasureContent;
  /** "1" in a flat table, "1.2" under a theme. Arabic digits. */
  readonly number: string;
  /** The ITA indicator this row stands under, or null. */
  readonly indicator: number | null;
}

export interface MeasureGroup {
  /** "1. theme"; null for a table without group rows and for measures outside every theme. */
  readonly heading: string | null;
  readonly measures: readonly ArrangedMeasure[];
}

/** Puts measures in the order of the layout and numbers them. Themes come in the order of their first measure. */
export function arrangeMeasures(layout: ReportLayout, measures: readonly MeasureContent[]): MeasureGroup[] {
  switch (layout.grouping) {
    case 'flat':
      return [
        { heading: null, measures: numbered(measures.map((measure) => ({ measure, indicator: firstOf(measure) }))) },
      ];
    case 'indicator':
      return [{ heading: null, measures: numbered(byIndicator(measures)) }];
    case 'theme':
      return byTheme(measures);
  }
}

function byTheme(measures: readonly MeasureContent[]): MeasureGroup[] {
  const themes = [...new Set(measures.map(({ theme }) => theme ?? ''))];
  const named = themes.filter((theme) => theme !== '');
  return themes.map((theme) => {
    const place = named.indexOf(theme) + 1;
    const inTheme = measures
      .filter((measure) => (measure.theme ?? '') === theme)
      .map((measure) => ({ measure, indicator: firstOf(measure) }));
    return place === 0
      ? { heading: null, measures: numbered(inTheme) }
      : { heading: `${place}. ${theme}`, measures: numbered(inTheme, `${place}.`) };
  });
}

/** A measure of several indicators is shown once, under its first; those of none come last. */
function byIndicator(measures: readonly MeasureContent[]): Omit<ArrangedMeasure, 'number'>[] {
  const last = Number.MAX_SAFE_INTEGER;
  return measures
    .map((measure) => ({ measure, indicator: firstOf(measure) }))
    .sort((a, b) => (a.indicator ?? last) - (b.indicator ?? last));
}

const firstOf = ({ indicators }: MeasureContent): number | null =>
  indicators.length > 0 ? Math.min(...indicators) : null;

const numbered = (rows: readonly Omit<ArrangedMeasure, 'number'>[], prefix = ''): ArrangedMeasure[] =>
  rows.map((row, index) => ({ ...row, number: `${prefix}${index + 1}` }));
