import type {
  ImportedMeasureRow,
  ImportFinding as FindingOnPage,
} from '../../../templates/web/pages/staff/import-preview.page.js';
import type { FindingListProps } from '../../../templates/web/components/finding-list.js';
import { measureInFile, placeText } from '../../../templates/web/words/import-words.js';
import type { ImportedMeasure, ImportFinding } from '../../imports/imported-plan.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';
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

/** Findings in a plan before it is taken; its errors stop a later submission, not the import. */
export const planProof = (findings: readonly ItemFinding[], measures: readonly ImportedMeasure[]): FindingListProps =>
  findingList(findings, {
    hrefOf: () => null,
    titles: new Map(
      measures.map(({ content }, index) => [String(index + 1), measureInFile(String(index + 1), content.title)]),
    ),
  });
