import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { drawNumber } from '../registers/draw-number.js';
import { numberOf } from '../registers/registers.queries.js';
import { voidNumber } from '../registers/void-number.js';
import { AnnouncementRow } from './announcement.entity.js';

export const ANNOUNCEMENT_REGISTER = 'announcement';
const itemKind = 'announcement';

/**
 * The next number of the register, on the row and in the register, in the signer's transaction.
 * @param day YYYY-MM-DD
 * @returns as it is written: "5/2569"
 */
export async function drawAnnouncementNumber(
  tx: Tx,
  organizationId: OrganizationId,
  { id }: AnnouncementRow,
  day: string,
): Promise<string> {
  const register = ANNOUNCEMENT_REGISTER;
  const { number, year } = await drawNumber(tx, { organizationId, register, day, itemKind, itemId: id });
  await tx.update(AnnouncementRow, { organizationId, id }, { number, numberYear: year });
  return `${number}/${year}`;
}

/** The number of a withdrawn announcement is struck off and keeps the reason of the withdrawal. */
export async function voidAnnouncementNumber(
  tx: Tx,
  organizationId: OrganizationId,
  { id }: AnnouncementRow,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Promise<void> {
  const register = ANNOUNCEMENT_REGISTER;
  const held = await numberOf(tx, organizationId, register, { kind: itemKind, id });
  if (held) await voidNumber(tx, { organizationId, register, itemKind, itemId: id, personId, reason });
}
