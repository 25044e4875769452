import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { planMilestoneReminders } from './plan-milestones.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { isWithinFiscalYear } from '../core/ita/fiscal-year.js';
import { isCalendarDate } from '../core/thai/dates.js';
import { MILESTONES, type MilestoneName } from '../core/time/assessment-clock.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface MilestoneEdit {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly name: MilestoneName;
  /** YYYY-MM-DD, both within the fiscal year; null takes the agency's word back, so that the usual days count again. */
  readonly days: { readonly startsOn: string; readonly endsOn: string; readonly verified: boolean } | null;
}

/** Moves a milestone; the plan and what is late follow at once. @throws DomainError permission.denied, input.invalid (field) */
export async function changeMilestone(tx: Tx, edit: MilestoneEdit): Promise<void> {
  const { organizationId, actor, fiscalYear, name, days } = edit;
  requireCapacity(actor, 'administrator');
  refuseUnusable(edit);
  if (days) {
    await tx.query(
      `insert into milestone_change (organization_id, fiscal_year, name, starts_on, ends_on, verified, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organization_id, fiscal_year, name) do update set starts_on = excluded.starts_on,
         ends_on = excluded.ends_on, verified = excluded.verified, changed_by = excluded.changed_by, changed_at = now()`,
      [organizationId, fiscalYear, name, days.startsOn, days.endsOn, days.verified, actor.personId],
    );
  } else {
    await tx.query('delete from milestone_change where organization_id = $1 and fiscal_year = $2 and name = $3', [
      organizationId,
      fiscalYear,
      name,
    ]);
  }
  await planMilestoneReminders(tx, organizationId);
  await appendAudit(tx, {
    action: 'milestone.change',
    itemKind: 'milestone',
    itemId: `${fiscalYear}/${name}`,
    toState: days ? `${days.startsOn}/${days.endsOn}` : 'usual',
    actorPersonId: actor.personId,
  });
}

function refuseUnusable({ fiscalYear, name, days }: MilestoneEdit): void {
  const refuse = (field: string): never => {
    throw new DomainError('input.invalid', { field });
  };
  if (!Number.isInteger(fiscalYear) || fiscalYear < 2500 || fiscalYear > 2700) refuse('fiscalYear');
  if (!MILESTONES.includes(name)) refuse('name');
  if (!days) return;
  if (!isUsable(days.startsOn, fiscalYear)) refuse('startsOn');
  if (!isUsable(days.endsOn, fiscalYear) || days.endsOn < days.startsOn) refuse('endsOn');
}

const isUsable = (day: string, fiscalYear: number): boolean =>
  isCalendarDate(day) && isWithinFiscalYear(day, fiscalYear);
