import type { HolidayChange } from '../core/time/holiday.js';
import { buddhistYear } from '../core/thai/dates.js';
import { holidaysOfAgency } from '../core/time/thai-holidays.js';
import type { Holidays } from '../core/time/working-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** The agency's holidays from the year before to the year after a day: enough to count a quarter either way. */
export async function holidaysAround(tx: Tx, organizationId: OrganizationId, day: string): Promise<Holidays> {
  const year = buddhistYear(day);
  return holidaysOfAgency([year - 1, year, year + 1], await holidayChanges(tx, organizationId));
}

/** What the agency says otherwise than the national list, in order. */
export const holidayChanges = (tx: Tx, organizationId: OrganizationId): Promise<HolidayChange[]> =>
  tx.query(
    `select to_char(day, 'YYYY-MM-DD') as day, name, is_holiday as "isHoliday" from holiday_change
     where organization_id = $1 order by day`,
    [organizationId],
  );
