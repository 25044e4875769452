import type {
  ImportedMeasureRow,
  ImportFinding as FindingOnPage,
  ImportPreviewProps,
} from '../../../templates/web/pages/staff/import-preview.page.js';
import type { FindingListProps } from '../../../templates/web/components/finding-list.js';
import { measureInFile, placeText } from '../../../templates/web/words/import-words.js';
import type { ImportedMeasure, ImportFinding } from '../../imports/imported-plan.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';
import { findingList } from './findings.view.js';
import { pageNumber, pagingOf, rowsOf } from './paging.js';

const ROWS_A_PAGE = 100;
const WEIGHTS: readonly ImportFinding['severity'][] = ['E', 'W', 'I'];

type Lists = Pick<ImportPreviewProps, 'measureCount' | 'isBlocked' | 'measures' | 'findings'>;

/**
 * A portion of what was found, the gravest first, and of the measures. The first page begins both lists; a further page
 * of either stands alone.
 */
export function previewLists(
  measures: readonly ImportedMeasure[],
  findings: readonly ImportFinding[],
  asked: { readonly page?: string; readonly findings?: string },
): Lists & { readonly isFirst: boolean } {
  const sorted = WEIGHTS.flatMap((weight) => findings.filter(({ severity }) => severity === weight));
  const page = pageNumber(asked.page);
  const findingsPage = pageNumber(asked.findings);
  const isFirst = page === 1 && findingsPage === 1;
  const paging = pagingOf(page, measures.length, {}, ROWS_A_PAGE);
  const findingsPaging = pagingOf(findingsPage, sorted.length, {}, ROWS_A_PAGE);
  return {
    isFirst,
    measureCount: measures.length,
    isBlocked: measures.length === 0 || sorted[0]?.severity === 'E',
    measures: isFirst || page > 1 ? { rows: rowsOf(measures, page, ROWS_A_PAGE).map(importedRow), paging } : null,
    findings:
      isFirst || findingsPage > 1
        ? {
            rows: rowsOf(sorted, findingsPage, ROWS_A_PAGE).map(findingView),
            paging: { ...findingsPaging, hrefStart: '?findings=' },
          }
        : null,
  };
}

const importedRow = ({ contentKey, content }: ImportedMeasure): ImportedMeasureRow => ({
  key: contentKey,
  title: content.title,
  theme: content.theme,
  methodCount: content.methods.length,
  period: content.period.text,
  responsible: content.responsible.text,
  hasResults: content.results.length > 0,
});

const findingView = ({ severity, place, message, quote, suggestion }: ImportFinding): FindingOnPage => ({
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
