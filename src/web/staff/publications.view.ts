import type { DocumentPreviewView } from '../../../templates/web/components/document-preview.js';
import type { PathStep } from '../../../templates/web/components/publication-path.js';
import { links } from '../../../templates/web/links.js';
import {
  pathBeforeSigning,
  pathView,
  type PublicationInWords,
} from '../../../templates/web/words/publication-words.js';
import { PREVIEW_LABEL, PREVIEW_MEANWHILE, SEALED_LABEL } from '../../../templates/web/words/report-words.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { PublicationStatus } from '../../publishing/publications.queries.js';

export const inWords = (status: PublicationStatus): PublicationInWords => ({
  doneAt: status.doneAt,
  nextStep: status.nextStep,
  standing: status.standing,
  isStuck: status.undone?.isSetAside ?? false,
  hasTrouble: Boolean(status.undone?.problem),
  address: status.address,
});

/** Something is under way and not waiting for a person. */
export const isMoving = ({ standing, undone }: PublicationStatus): boolean =>
  !undone?.isSetAside && (standing === 'on-its-way' || standing === 'withdrawing' || undone !== null);

/** The path of an item's document; before signing there is only the beginning of it. */
export const itemPath = (state: string, statuses: readonly PublicationStatus[], digits: DigitStyle): PathStep[] => {
  const [newest] = statuses;
  return newest ? pathView(inWords(newest), digits) : pathBeforeSigning(state === 'signing');
};

/** The published file where there is one, otherwise the draft. */
export function previewOf(
  slug: string,
  statuses: readonly PublicationStatus[],
  draftHref: string,
): DocumentPreviewView {
  const published = statuses.find(({ standing, sha256 }) => standing === 'published' && sha256 !== null);
  if (published?.sha256) {
    return { pdfHref: links.publicFile(slug, published.sha256), pdfLabel: SEALED_LABEL, pages: [] };
  }
  const meanwhile = statuses.length > 0 ? { waitingText: PREVIEW_MEANWHILE } : {};
  return { pdfHref: draftHref, pdfLabel: PREVIEW_LABEL, pages: [], ...meanwhile };
}
