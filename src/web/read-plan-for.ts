import { requireCapacity } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ImportedPlan, PlanFile } from '../imports/imported-plan.js';
import { readPlan } from '../imports/read-plan.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import type { Me } from './desk.js';

type AtDesk = <T>(work: (tx: Tx, me: Me) => Promise<T>) => Promise<T>;

/**
 * Reads a plan with the divisions of the visitor's organization. The file is read outside every transaction.
 * @throws DomainError permission.denied, import.*, input.*
 */
export async function readPlanFor(
  atDesk: AtDesk,
  file: PlanFile,
  { fiscalYear, closeSpaces = false }: { readonly fiscalYear: number; readonly closeSpaces?: boolean },
): Promise<ImportedPlan> {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 2500 || fiscalYear > 2700) {
    throw new DomainError('input.invalid', { field: 'fiscalYear' });
  }
  const divisions = await atDesk((tx, me) => {
    requireCapacity(me.actor, 'officer');
    return divisionsOf(tx, me.visitor.organizationId);
  });
  return readPlan(file, { fiscalYear, closeSpaces, divisions: divisions.map(({ id, name }) => ({ id, name })) });
}
