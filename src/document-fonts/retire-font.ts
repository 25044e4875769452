import { requireCapacity } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import { DocumentFontRow } from './document-font.entity.js';
import { documentFont } from './document-fonts.queries.js';
import { recordDeed, waitForChoice, type FontDeed } from './keep-font.js';

/**
 * A typeface can be chosen no more, until its files are brought again. What was printed in it keeps it: files and row stay.
 * @throws DomainError permission.denied, font.not-found, font.in-use while new documents are printed in it
 */
export async function retireFont(tx: Tx, fontId: string, deed: FontDeed): Promise<DocumentFontRow> {
  const { organizationId, actor } = deed;
  requireCapacity(actor, 'administrator');
  await waitForChoice(tx, organizationId);
  const font = await documentFont(tx, organizationId, fontId);
  if (font.isChosen) throw new DomainError('font.in-use', { family: font.family });
  if (font.retiredAt) return font;
  const retirement = { retiredAt: () => 'now()', retiredBy: actor.personId };
  await tx.update(DocumentFontRow, { organizationId, id: font.id }, retirement);
  await recordDeed(tx, 'font.retire', font, deed, font.fingerprint);
  return documentFont(tx, organizationId, fontId);
}
