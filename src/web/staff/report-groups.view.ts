import type { MeasureTableGroup } from '../../../templates/web/components/measure-table.js';
import { atSixMonths } from '../../core/measure/interim.js';
import type { ReportedMeasure } from '../../core/report/report.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { measureDocument } from './measure-document.view.js';

/** The measures of a report under their themes, numbered as the printed table numbers them. */
export function reportGroups({ content, fiscalYear }: ReportRow, digits: DigitStyle): MeasureTableGroup[] {
  const shown = content.details?.kind === 'progress' ? content.measures.map(afterSixMonths) : content.measures;
  const groups = content.layout.grouping === 'theme' ? byTheme(shown) : [{ theme: '', measures: shown }];
  return groups.map(({ theme, measures }, group) => ({
    theme: theme === '' ? null : `${printedDigits(String(group + 1), digits)}. ${theme}`,
    measures: measures.map((measure, index) => ({
      ...measureDocument({ content: measure.content, fiscalYear, state: 'completed' }, digits),
      key: measure.measureId,
      number: printedDigits(theme === '' ? `${index + 1}.` : `${group + 1}.${index + 1}`, digits),
    })),
  }));
}

const afterSixMonths = (measure: ReportedMeasure): ReportedMeasure => ({
  ...measure,
  content: atSixMonths(measure.content),
});

function byTheme(measures: readonly ReportedMeasure[]): { theme: string; measures: ReportedMeasure[] }[] {
  const groups: { theme: string; measures: ReportedMeasure[] }[] = [];
  for (const measure of measures) {
    const theme = measure.content.theme ?? '';
    const group = groups.find((each) => each.theme === theme);
    if (group) group.measures.push(measure);
    else groups.push({ theme, measures: [measure] });
  }
  return groups;
}
