import { beginOf } from '../audit/check-period.js';
import { DomainError } from '../core/errors.js';
import { fiscalYearOf } from '../core/ita/fiscal-year.js';
import { isCalendarDate } from '../core/thai/dates.js';
import { addDays, bangkokDay } from '../core/time/calendar-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** First and last day in Thailand, YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** @throws DomainError input.invalid for what is no day, or an end before its beginning */
export function periodOf(from: string, to: string): Period {
  if (!isCalendarDate(from)) throw new DomainError('input.invalid', { field: 'from' });
  if (!isCalendarDate(to) || to < from) throw new DomainError('input.invalid', { field: 'to' });
  return { from, to };
}

/** The instants between which an event belongs to a period: from the first, before the second. */
export const instantsOf = ({ from, to }: Period): { readonly begin: string; readonly end: string } => ({
  begin: beginOf(from),
  end: beginOf(addDays(to, 1)),
});

/** @throws DomainError audit.period-empty when nothing was logged in those days */
export async function assertLoggedIn(tx: Tx, organizationId: OrganizationId, period: Period): Promise<void> {
  const { begin, end } = instantsOf(period);
  const rows: unknown[] = await tx.query(
    `select 1 from audit_event where organization_id = $1 and event ->> 'at' >= $2 and event ->> 'at' < $3 limit 1`,
    [organizationId, begin, end],
  );
  if (rows.length === 0) throw emptyPeriod(period);
}

/** Fiscal years (BE) in which the log may hold something, newest first. @param today YYYY-MM-DD in Thailand */
export async function loggedYears(tx: Tx, organizationId: OrganizationId, today: string): Promise<number[]> {
  const [first]: { at: string }[] = await tx.query(
    `select event ->> 'at' as at from audit_event where organization_id = $1 and seq = 1`,
    [organizationId],
  );
  if (!first) return [];
  const [oldest, newest] = [fiscalYearOf(bangkokDay(new Date(first.at))), fiscalYearOf(today)];
  return Array.from({ length: Math.max(0, newest - oldest + 1) }, (_unused, at) => newest - at);
}

export const emptyPeriod = ({ from, to }: Period): DomainError => new DomainError('audit.period-empty', { from, to });
