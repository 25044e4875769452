import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { lockItem } from '../approvals/run-transition.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { voidNumber } from '../registers/void-number.js';
import { ANNOUNCEMENT_REGISTER } from './announcement-number.js';
import { announcementKind } from './announcement.kind.js';

export interface AnnouncementToVoid {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly announcementId: string;
  readonly reason: string;
}

/**
 * Strikes the number of a withdrawn announcement off the register: the entry stays with its reason and nobody gets the
 * number again. While an announcement is in force, its number is.
 * @throws DomainError permission.denied, item.not-found, register.number-in-use, register.number-not-found,
 *   lifecycle.reason-missing
 */
export async function voidAnnouncementNumber(
  tx: Tx,
  { organizationId, actor, announcementId, reason }: AnnouncementToVoid,
): Promise<void> {
  requireCapacity(actor, 'officer');
  const { state } = await lockItem(tx, announcementKind, organizationId, announcementId);
  if (state !== 'withdrawn') throw new DomainError('register.number-in-use', { announcementId });
  const { personId } = actor;
  const entry = { register: ANNOUNCEMENT_REGISTER, itemKind: 'announcement', itemId: announcementId };
  await voidNumber(tx, { organizationId, ...entry, personId, reason });
}
