import { DomainError } from '../core/errors.js';
import { normalizePage, type LooseNode, type PageSize } from './layout/pdfmake-parts.js';

export interface PageFormat {
  readonly size: PageSize;
  /** Points. */
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

const DEFAULT_MARGIN = 56;
/** Points; narrower or lower than this nothing can be set, and every letter would take a page. */
const SMALLEST_BODY = 36;
/** Points. (ISO 32000-1, Annex C) */
const LARGEST_SIDE = 14_400;

/** Page size and margins of a definition, A4 unless it says otherwise. @throws DomainError document.content-refused */
export function pageFormat(definition: LooseNode): PageFormat {
  const size = normalizePage.normalizePageSize(definition['pageSize'] ?? 'A4', definition['pageOrientation']);
  const margins = normalizePage.normalizePageMargin(definition['pageMargins'] ?? DEFAULT_MARGIN);
  const sides = [margins.left, margins.top, margins.right, margins.bottom];
  const isSound =
    isSide(size.width) &&
    isSide(size.height) &&
    sides.every((side) => typeof side === 'number' && side >= 0) &&
    size.width - margins.left - margins.right >= SMALLEST_BODY &&
    size.height - margins.top - margins.bottom >= SMALLEST_BODY;
  if (!isSound) throw new DomainError('document.content-refused', { what: 'page' });
  return { size, margins };
}

function isSide(side: unknown): boolean {
  return typeof side === 'number' && side > 0 && side <= LARGEST_SIDE;
}
