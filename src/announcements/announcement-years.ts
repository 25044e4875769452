import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { today } from '../organizations/organizations.queries.js';
import { changeYears } from '../registers/change-years.js';
import type { YearKind } from '../registers/register-year.js';
import {
  registerYearOf,
  registerYearsOf,
  type RegisterYear,
  type RegisterYears,
} from '../registers/register-years.queries.js';
import { ANNOUNCEMENT_REGISTER } from './announcement-number.js';

/** How the register of announcements counts its years today. */
export const announcementYears = async (tx: Tx, organizationId: OrganizationId): Promise<RegisterYears> =>
  registerYearsOf(tx, organizationId, ANNOUNCEMENT_REGISTER, await today(tx));

/** First and last day of a year of the register. @param year Buddhist era */
export const announcementYear = (tx: Tx, organizationId: OrganizationId, year: number): Promise<RegisterYear> =>
  registerYearOf(tx, organizationId, ANNOUNCEMENT_REGISTER, year);

/**
 * Decides which kind of year the numbers of announcements are counted by.
 * @throws DomainError permission.denied, register.years-unchanged, register.years-unsafe
 */
export async function changeAnnouncementYears(
  tx: Tx,
  change: {
    readonly organizationId: OrganizationId;
    readonly actor: ActorInHand;
    readonly yearKind: YearKind;
    /** YYYY-MM-DD: the day that was shown. */
    readonly startsOn: string;
  },
): Promise<void> {
  const { organizationId, actor, yearKind, startsOn } = change;
  requireCapacity(actor, 'administrator');
  const { personId } = actor;
  const register = ANNOUNCEMENT_REGISTER;
  await changeYears(tx, { organizationId, register, yearKind, startsOn, personId, today: await today(tx) });
}
