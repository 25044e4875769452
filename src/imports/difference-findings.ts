import type { ContentField } from '../core/measure/file-differences.js';
import { FIELD_HEADERS, type PlanField } from '../core/thai/plan-words.js';
import type { ImportDifference } from '../measures/import-differences.js';
import { Findings } from './findings.js';
import type { ImportedMeasure, ImportFinding } from './imported-plan.js';

/** Columns that hold a part of a measure are called otherwise than the part. */
const HEADER_OF: Readonly<Partial<Record<ContentField, PlanField>>> = {
  indicators: 'indicator',
  interim: 'interimResults',
};

/** "มีอยู่แล้ว เนื้อหาต่างจากไฟล์": one finding for each measure that an earlier import brought and that says something else. */
export function differenceFindings(
  measures: readonly ImportedMeasure[],
  differences: readonly ImportDifference[],
): readonly ImportFinding[] {
  const findings = new Findings();
  const sources = new Map(measures.map(({ contentKey, source }) => [contentKey, source]));
  for (const { contentKey, measure, fields, takeable } of differences) {
    const source = sources.get(contentKey);
    const place = { sheet: source?.sheet ?? '', row: source?.rows[0] ?? 0, column: null };
    const values = { fields: headersOf(fields), takeable: headersOf(takeable) };
    const code = takeable.length > 0 ? 'import.differs' : 'import.differs-settled';
    findings.add(code, 'W', place, measure.title, { values });
  }
  return findings.all();
}

const headersOf = (fields: readonly ContentField[]): string =>
  fields.map((field) => FIELD_HEADERS[HEADER_OF[field] ?? (field as PlanField)]).join(', '); // the rest are called alike
