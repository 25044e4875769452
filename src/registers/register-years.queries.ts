import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import {
  decisionAhead,
  kindOn,
  spanOf,
  startOfChange,
  YEAR_KINDS,
  yearOn,
  type YearKind,
  type YearsDecision,
} from './register-year.js';
import { RegisterYearsRow } from './register-years.entity.js';

/** Whoever draws a number or changes the years waits here until the one before has committed. */
export async function lockRegister(tx: Tx, organizationId: OrganizationId, register: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 20))', [`${organizationId}/${register}`]);
}

/** What the agency decided about the register's years, earliest first. */
export const decisionsOn = (tx: Tx, organizationId: OrganizationId, register: string): Promise<YearsDecision[]> =>
  tx.find(RegisterYearsRow, {
    select: { startsOn: true, yearKind: true },
    where: { organizationId, register },
    order: { number: 'ASC' },
  });

/** How a register counts its years today, and what a change would do. */
export interface RegisterYears {
  readonly yearKind: YearKind;
  /** The running year and the one after it. */
  readonly years: RunningAndNext;
  /** What was decided and counts only later. */
  readonly ahead: YearsDecision | null;
  /** What may be decided now: the other kind of year, or that the kind stays after all; and the years it would give. */
  readonly change: YearsDecision & { readonly years: RunningAndNext };
}

export type RunningAndNext = readonly [running: RegisterYear, next: RegisterYear];

export interface RegisterYear {
  /** Buddhist era. */
  readonly year: number;
  /** YYYY-MM-DD. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** @param today YYYY-MM-DD */
export async function registerYearsOf(
  tx: Tx,
  organizationId: OrganizationId,
  register: string,
  today: string,
): Promise<RegisterYears> {
  const decisions = await decisionsOn(tx, organizationId, register);
  const yearKind = kindOn(decisions, today);
  const ahead = decisionAhead(decisions, today);
  const other = YEAR_KINDS.find((kind) => kind !== (ahead?.yearKind ?? yearKind)) ?? yearKind;
  const isRunningYearEmpty = await hasNoNumber(tx, organizationId, register, yearOn(decisions, today));
  const change = { yearKind: other, startsOn: startOfChange(decisions, other, { today, isRunningYearEmpty }) };
  return {
    yearKind,
    years: yearsFrom(decisions, today),
    ahead,
    change: { ...change, years: yearsFrom([...decisions, change], today) },
  };
}

/** A year of the register with its first and last day. @param year Buddhist era */
export const registerYearOf = async (
  tx: Tx,
  organizationId: OrganizationId,
  register: string,
  year: number,
): Promise<RegisterYear> => ({ year, ...spanOf(await decisionsOn(tx, organizationId, register), year) });

const yearsFrom = (decisions: readonly YearsDecision[], today: string): RunningAndNext => {
  const running = yearOn(decisions, today);
  const named = (year: number): RegisterYear => ({ year, ...spanOf(decisions, year) });
  return [named(running), named(running + 1)];
};

async function hasNoNumber(tx: Tx, organizationId: OrganizationId, register: string, year: number): Promise<boolean> {
  const drawn: object[] = await tx.query(
    'select from register_entry where organization_id = $1 and register = $2 and year = $3 limit 1',
    [organizationId, register, year],
  );
  return drawn.length === 0;
}
