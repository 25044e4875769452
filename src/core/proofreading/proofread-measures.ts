import type { MeasureContent } from '../measure/measure.js';
import { resultEvidenceRule } from './advice.rule.js';
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

/**
 * Proof-reads measures of the product: one on saving, all of a report beside its compilation. The organization is believed about its
 * own name and place.
 * @param fiscalYear Buddhist era
 */
export function proofreadMeasures(
  measures: readonly { readonly label: string; readonly content: MeasureContent }[],
  organization: OrganizationNames,
  fiscalYear: number,
  options: Pick<ProofOptions, 'settings' | 'lexicon'> = {},
): MeasureFinding[] {
  // a file shows what the words of the result do not
  const shown = new Set<string | null>(
    measures.filter(({ content }) => content.files?.length).map(({ label }) => `${label}.results`),
  );
  const source = measuresText(measures, organization.name, fiscalYear);
  const findings = proofread(parseDocument(source.text), { ...options, organization, fiscalYear });
  return findings
    .filter(({ rule }) => !OF_WHOLE_DOCUMENTS.has(rule))
    .map((finding) => {
      const mark = markAt(source, finding.start);
      const offset = mark?.start ?? 0;
      return { ...finding, start: finding.start - offset, end: finding.end - offset, at: mark?.label ?? null };
    })
    .filter(({ rule, at }) => rule !== resultEvidenceRule.id || !shown.has(at));
}
