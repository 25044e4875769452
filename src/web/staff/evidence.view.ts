import type { EvidenceFileView } from '../../../templates/web/components/evidence-files.js';
import type { EvidenceLinkView } from '../../../templates/web/components/evidence-links.js';
import { links } from '../../../templates/web/links.js';
import {
  fileDetail,
  isFine,
  linkText,
  NOT_CHECKED_YET,
  unreadText,
} from '../../../templates/web/words/evidence-words.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import { announcementAnnexTitle } from '../../core/thai/evidence-words.js';
import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import { annexFilesOf } from '../../announcements/announcements.queries.js';
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

/** The files behind an announcement, each under the title that is printed. */
export async function annexViews(tx: Tx, me: Me, announcement: AnnouncementRow): Promise<EvidenceFileView[]> {
  const { digits } = me.organization;
  const { id, content } = announcement;
  const files = await annexFilesOf(tx, me.visitor.organizationId, announcement);
  return files.map((file) => {
    const index = content.annexes?.findIndex(({ fileId }) => fileId === file.id) ?? 0;
    const title = content.annexes?.[index]?.title ?? file.name;
    const { detail, unread } = aboutFile(file, digits);
    return {
      id: file.id,
      href: links.annexFile(id, file.id),
      thumbnailHref: links.annexThumbnail(id, file.id),
      removalHref: links.removeAnnex(id, file.id),
      name: printedDigits(`${announcementAnnexTitle(index, 'th')} ${title}`, digits),
      detail: `${file.name} · ${detail}`,
      unread,
    };
  });
}

const fileView = (file: EvidenceFileRow, measureId: string, digits: DigitStyle): EvidenceFileView => ({
  id: file.id,
  href: links.evidenceFile(measureId, file.id),
  thumbnailHref: links.evidenceThumbnail(measureId, file.id),
  removalHref: links.removeEvidence(measureId, file.id),
  name: file.name,
  ...aboutFile(file, digits),
});

const aboutFile = (file: EvidenceFileRow, digits: DigitStyle): Pick<EvidenceFileView, 'detail' | 'unread'> => ({
  detail: fileDetail(file.kind, file.pages.length, file.size, digits),
  unread: unreadText(file.kind, unreadPages(file), digits),
});
