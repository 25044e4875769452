import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DocumentFontRow } from './document-font.entity.js';

/** Every typeface the organization brought, the one in use first, then the newest, those out of use last. */
export const documentFontsOf = (tx: Tx, organizationId: OrganizationId): Promise<DocumentFontRow[]> =>
  tx.find(DocumentFontRow, {
    where: { organizationId },
    order: { isChosen: 'DESC', retiredAt: { direction: 'DESC', nulls: 'FIRST' }, uploadedAt: 'DESC' },
  });

/** @throws DomainError font.not-found */
export async function documentFont(tx: Tx, organizationId: OrganizationId, id: string): Promise<DocumentFontRow> {
  const font = isUuid(id) ? await tx.findOneBy(DocumentFontRow, { organizationId, id }) : null;
  if (!font) throw new DomainError('font.not-found');
  return font;
}
