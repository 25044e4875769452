import type { EvidenceFileView } from '../../../templates/web/components/evidence-files.js';
import type { EvidenceLinkView } from '../../../templates/web/components/evidence-links.js';
import {
  fileDetail,
  isFine,
  linkText,
  NOT_CHECKED_YET,
  unreadText,
} from '../../../templates/web/words/evidence-words.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { EvidenceFileRow } from '../../evidence/evidence-file.entity.js';
import { evidenceFilesOf, unreadPages } from '../../evidence/evidence-files.queries.js';
import { linkSights } from '../../evidence/evidence-links.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import type { AnnexChoice } from '../../reports/annexes.js';
import type { Me } from '../desk.js';

export interface EvidenceView {
  readonly links: readonly EvidenceLinkView[];
  readonly files: readonly EvidenceFileView[];
}

/** Links with what they answered, files with what could not be read. */
export async function evidenceView(tx: Tx, me: Me, measure: MeasureRow): Promise<EvidenceView> {
  const { organizationId } = me.visitor;
  const { digits } = me.organization;
  const { content } = measure;
  const sights = await linkSights(tx, organizationId, content.evidence);
  const files = await evidenceFilesOf(tx, organizationId, measure);
  return {
    links: content.evidence.map((link) => {
      const found = sights.get(link.url);
      const sight = found
        ? { text: linkText(found, digits), isFine: isFine(found) }
        : { text: NOT_CHECKED_YET, isFine: true };
      return { ...link, sight };
    }),
    files: files.map((file) => fileView(file, measure.id, digits)),
  };
}

/** Boxes to tick for what may stand behind a report. */
export const annexBoxes = (
  choices: readonly AnnexChoice[],
  digits: DigitStyle,
): { readonly value: string; readonly label: string }[] =>
  choices.map(({ file: { id, name, kind, pages, size }, measureTitle }) => ({
    value: id,
    label: `${name} (${fileDetail(kind, pages.length, size, digits)}) · ${measureTitle}`,
  }));

const fileView = (file: EvidenceFileRow, measureId: string, digits: DigitStyle): EvidenceFileView => ({
  id: file.id,
  measureId,
  name: file.name,
  detail: fileDetail(file.kind, file.pages.length, file.size, digits),
  unread: unreadText(file.kind, unreadPages(file), digits),
});
