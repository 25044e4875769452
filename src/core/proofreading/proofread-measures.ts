import { atSixMonths } from '../measure/interim.js';
import type { MeasureContent } from '../measure/measure.js';
import { resultEvidenceRule } from './advice.rule.js';
import { emptyCellsRule } from './empty-cells.rule.js';
import type { Finding } from './finding.js';
import { measuresText } from './measures-text.js';
import { parseDocument } from './parse-document.js';
import type { OrganizationNames, ProofOptions } from './proof-context.js';
import { proofread } from './proofread.js';
import { markAt } from './source-text.js';

/** A finding beside the field it is about: `at` is "<label>.<field>", offsets count inside the text of that field as it is read. */
export interface MeasureFinding extends Finding {
  readonly at: string | null;
}

/** A signature belongs to the report, not to its measures. */
const OF_WHOLE_DOCUMENTS = new Set(['signature.missing']);

type Labelled = readonly { readonly label: string; readonly content: MeasureContent }[];
type MeasureOptions = Pick<ProofOptions, 'settings' | 'lexicon'>;

/**
 * Proof-reads measures of the product: one on saving, all of a report beside its compilation. The organization is believed about its
 * own name and place.
 * @param fiscalYear Buddhist era
 */
export function proofreadMeasures(
  measures: Labelled,
  organization: OrganizationNames,
  fiscalYear: number,
  options: MeasureOptions = {},
): MeasureFinding[] {
  // a file shows what the words of the result do not
  const shown = new Set<string | null>(
    measures.filter(({ content }) => content.files?.length).map(({ label }) => `${label}.results`),
  );
  return [
    ...findingsIn(measures, organization, fiscalYear, options).filter(
      ({ rule, at }) => rule !== resultEvidenceRule.id || !shown.has(at),
    ),
    ...findingsInInterims(measures, organization, fiscalYear, options),
  ];
}

/** Half a year shows less than a whole one: what is not there yet is no fault. */
const OF_WHOLE_YEARS = new Set([resultEvidenceRule.id, emptyCellsRule.id]);
const RESULT_FIELD = /\.(?:results|outcomes)$/;

/** Interim results against the plan, in the place of the final ones; the plan itself was read before. */
function findingsInInterims(
  measures: Labelled,
  organization: OrganizationNames,
  fiscalYear: number,
  options: MeasureOptions,
): MeasureFinding[] {
  const halves = measures.flatMap(({ label, content }) =>
    content.interim ? [{ label, content: { ...atSixMonths(content), evidence: [] } }] : [],
  );
  if (halves.length === 0) return [];
  return findingsIn(halves, organization, fiscalYear, options)
    .filter(({ rule, at }) => !OF_WHOLE_YEARS.has(rule) && RESULT_FIELD.test(at ?? ''))
    .map((finding) => ({ ...finding, at: finding.at?.replace(RESULT_FIELD, '.interim') ?? null }));
}

function findingsIn(
  measures: Labelled,
  organization: OrganizationNames,
  fiscalYear: number,
  options: MeasureOptions,
): MeasureFinding[] {
  const source = measuresText(measures, organization.name, fiscalYear);
  return proofread(parseDocument(source.text), { ...options, organization, fiscalYear })
    .filter(({ rule }) => !OF_WHOLE_DOCUMENTS.has(rule))
    .map((finding) => {
      const mark = markAt(source, finding.start);
      const offset = mark?.start ?? 0;
      return { ...finding, start: finding.start - offset, end: finding.end - offset, at: mark?.label ?? null };
    });
}
