import type {
  ImportedMeasureRow,
  ImportFinding as FindingOnPage,
} from '../../../templates/web/pages/staff/import-preview.page.js';
import type { FindingListProps } from '../../../templates/web/components/finding-list.js';
import { measureInFile, placeText } from '../../../templates/web/words/import-words.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { ImportedMeasure, ImportFinding } from '../../imports/imported-plan.js';
import { findingsOfMeasures } from '../../proofreading/item-findings.js';
import type { Me } from '../desk.js';
import { findingList } from './findings.view.js';

export const importedRow = ({ contentKey, content }: ImportedMeasure): ImportedMeasureRow => ({
  key: contentKey,
  title: content.title,
  theme: content.theme,
  methodCount: content.methods.length,
  period: content.period.text,
  responsible: content.responsible.text,
  hasResults: content.results.length > 0,
});

export const findingView = ({ severity, place, message, quote, suggestion }: ImportFinding): FindingOnPage => ({
  place: placeText(place),
  sentence: message.th,
  quote,
  ...(suggestion === undefined ? {} : { suggestion }),
  weight: severity,
});

/** What the proof-reader finds in a plan before it is taken; its errors stop a later submission, not the import. */
export async function planProof(
  tx: Tx,
  { visitor }: Me,
  fiscalYear: number,
  measures: readonly ImportedMeasure[],
): Promise<FindingListProps> {
  const labelled = measures.map(({ content }, index) => ({ label: String(index + 1), content }));
  const findings = await findingsOfMeasures(tx, visitor.organizationId, fiscalYear, labelled);
  return findingList(
    findings.map((finding, index) => ({ ...finding, key: String(index), clearance: null })),
    {
      hrefOf: () => null,
      titles: new Map(labelled.map(({ label, content }) => [label, measureInFile(label, content.title)])),
    },
  );
}
