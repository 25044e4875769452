import { DomainError } from '../core/errors.js';
import { yearWarnings } from '../core/report/gaps.js';
import type { Gap, ReportDetails } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ContentRequest } from './compile-request.js';

const POLICY = 'No Gift Policy';

/** @throws DomainError report.policy-date-missing when the policy of the year was not announced and no day is given */
export async function compiledNoGift(
  tx: Tx,
  { organizationId, fiscalYear, noGift = {} }: ContentRequest,
): Promise<{ readonly details: ReportDetails; readonly warnings: readonly Gap[] }> {
  const { activities = [], gifts = [] } = noGift;
  const announcedOn = noGift.announcedOn || (await announcedInYear(tx, organizationId, fiscalYear));
  if (!announcedOn) throw new DomainError('report.policy-date-missing', { field: 'announcedOn', fiscalYear });
  const entries = [
    { day: announcedOn, title: POLICY },
    ...activities.map(({ heldOn, text }) => ({ day: heldOn, title: text })),
    ...gifts.map(({ receivedOn, item }) => ({ day: receivedOn, title: item })),
  ];
  const noActivity: Gap = { measureId: null, title: POLICY, code: 'report.activity-missing', state: '' };
  return {
    details: {
      kind: 'no-gift',
      announcedOn,
      activities,
      gifts,
      obstacles: noGift.obstacles?.trim() || null,
      suggestions: noGift.suggestions?.trim() || null,
    },
    warnings: [...(activities.length === 0 ? [noActivity] : []), ...yearWarnings(entries, fiscalYear)],
  };
}

/** The day the year's first No Gift announcement was signed, by the agency's calendar. */
async function announcedInYear(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<string | null> {
  const [row] = await tx.query<{ day: string | null }[]>(
    `select to_char(min(signed_at) at time zone 'Asia/Bangkok', 'YYYY-MM-DD') as day from edition
     where organization_id = $1 and fiscal_year = $2 and template like 'no-gift-announcement.%'`,
    [organizationId, fiscalYear],
  );
  return row?.day ?? null;
}
