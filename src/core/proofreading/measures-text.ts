import type { Line, MeasureContent } from '../measure/measure.js';
import { datedLines, figureText } from '../thai/result-words.js';
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
  const rows = measures.map(({ label, content }) => ({ label, fields: { ...content, ...asRead(content) } }));
  writeMeasureRows(collector, rows);
  return collector.finish({ organizationName, fiscalYear });
}

/** Days and figures stand in the words of their cells, as a report prints them: every rule reads them there. */
const asRead = ({ results, outcomes, figures = [] }: MeasureContent): Pick<MeasureContent, 'results' | 'outcomes'> => ({
  results: datedLines(results),
  outcomes: [...outcomes, ...figures.map((figure): Line => ({ kind: 'dash', text: figureText(figure) }))],
});
