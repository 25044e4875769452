import { organizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageSending } from '../notices/send-messages.js';
import { fireDue } from '../schedule/fire-due.js';
import { askAboutUnasked } from '../schedule/ask-ratification.js';
import { fireMilestones } from '../schedule/fire-milestones.js';
import { fireRatifications } from '../schedule/fire-ratifications.js';
import { lacksPlanOfToday, planMilestoneReminders } from '../schedule/plan-milestones.js';
import { repairSignatures } from '../schedule/repair-signatures.js';
import type { ListedKind } from '../approvals/waiting-turns.queries.js';
import type { Report } from './step-processor.js';

/**
 * One turn of the clock over all organizations: what is due is done. An organization that fails does not keep the others waiting;
 * its work stays due.
 * @returns how many pieces of timed work were done
 */
export async function runClock(unitOfWork: UnitOfWork, report: Report, signal: AbortSignal): Promise<number> {
  const at = await databaseNow(unitOfWork);
  const tenants = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>(
      `select organizations_with_due_time($1) as id union select organizations_with_due_milestones($1)
       union select organizations_with_due_overrides($1)`,
      [at],
    ),
  );
  let done = 0;
  for (const { id } of tenants) {
    if (signal.aborted) break;
    const tenant = organizationId(id);
    try {
      for (const fire of [fireDue, fireMilestones, fireRatifications])
        done += await unitOfWork.inTenant(tenant, (tx) => fire(tx, tenant, at));
    } catch (error) {
      report('timed work failed and stays due', { organization: id, error: String(error) });
    }
  }
  return done;
}

/** One turn of the postman. @returns how many messages were tried */
export const runPostman = async (
  unitOfWork: UnitOfWork,
  sending: MessageSending,
  signal: AbortSignal,
): Promise<number> => sending.sendDue(await databaseNow(unitOfWork), signal);

/** One turn of the repair over all organizations. @returns how many items were put right */
export async function repairAsked(
  unitOfWork: UnitOfWork,
  kinds: readonly ListedKind[],
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  const tenants = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organization_id as id from tenant_directory'),
  );
  let repaired = 0;
  for (const { id } of tenants) {
    if (signal.aborted) break;
    const tenant = organizationId(id);
    const strayed = await repairSignatures(unitOfWork, tenant, kinds);
    await unitOfWork.inTenant(tenant, (tx) => askAboutUnasked(tx, tenant));
    if (strayed > 0) report('asked signatures were put right', { organization: id, items: strayed });
    repaired += strayed;
  }
  return repaired;
}

/**
 * Lays out the assessment year of every organization, once a day: routes and years change without telling the clock.
 * @returns how many years were laid out
 */
export async function planYears(unitOfWork: UnitOfWork, report: Report, signal: AbortSignal): Promise<number> {
  const tenants = await unitOfWork.withoutTenant((manager) =>
    manager.query<{ id: string }[]>('select organization_id as id from tenant_directory'),
  );
  let planned = 0;
  for (const { id } of tenants) {
    if (signal.aborted) break;
    const tenant = organizationId(id);
    try {
      planned += await unitOfWork.inTenant(tenant, async (tx) => {
        if (!(await lacksPlanOfToday(tx, tenant))) return 0;
        await planMilestoneReminders(tx, tenant);
        return 1;
      });
    } catch (error) {
      report('an assessment year could not be laid out', { organization: id, error: String(error) });
    }
  }
  return planned;
}

/** No clock but the database's decides. */
async function databaseNow(unitOfWork: UnitOfWork): Promise<Date> {
  const [row] = await unitOfWork.withoutTenant((manager) => manager.query<{ at: Date }[]>('select now() as at'));
  if (!row) throw new Error('the database told no time');
  return row.at;
}
