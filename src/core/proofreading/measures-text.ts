import type { MeasureContent } from '../measure/measure.js';
import { writeMeasureRows } from './measure-rows.js';
import { TextCollector, type SourceText } from './source-text.js';

/**
 * The text under which measures of the product are proof-read, alone or as a compiled report. The label of each mark is the label
 * given for the measure, a full stop and the field: "<label>.methods".
 * @param fiscalYear Buddhist era
 */
export function measuresText(
  measures: readonly { readonly label: string; readonly content: MeasureContent }[],
  organizationName: string,
  fiscalYear: number,
): SourceText {
  const collector = new TextCollector();
  const rows = measures.map(({ label, content }) => ({ label, fields: { ...content } }));
  writeMeasureRows(collector, rows);
  return collector.finish({ organizationName, fiscalYear });
}
