import { arrangeMeasures } from '../core/report/arrange-measures.js';
import { reportLayoutFromPlan } from '../core/report/layout-from-plan.js';
import { arabicDigits, thaiDigits } from '../core/thai/digits.js';
import type { Findings } from './findings.js';
import type { ImportedMeasure, PlanLayout } from './imported-plan.js';

/**
 * Reports number measures by their place. Where a plan gave a measure another number, or one where its own form of report prints none,
 * it is said.
 */
export function noteNumbers(measures: readonly ImportedMeasure[], layout: PlanLayout, findings: Findings): void {
  const form = reportLayoutFromPlan(layout.columns, layout.grouping);
  const isPrinted = form.numbersTitles || form.columns.some(({ key }) => key === 'number');
  const arranged = arrangeMeasures(
    form,
    measures.map(({ content }) => content),
  ).flatMap((group) => group.measures);
  const numbers = new Map(arranged.map(({ measure, number }) => [measure, isPrinted ? number : null]));
  for (const { content, source } of measures) {
    const { sheet, rows, number } = source;
    const printed = numbers.get(content) ?? null;
    if (number === null || arabicDigits(number).replace(/[^\d.]|\.$/g, '') === printed) continue;
    const place = { sheet, row: rows[0] ?? 0, column: null };
    const values = { number, printed: thaiDigits(printed ?? '') };
    findings.add(printed === null ? 'import.number-dropped' : 'import.number-replaced', 'I', place, content.title, {
      values,
    });
  }
}
