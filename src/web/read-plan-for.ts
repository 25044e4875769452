import { requireCapacity } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import type { MeasureFinding } from '../core/proofreading/proofread-measures.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ImportedMeasure, ImportedPlan, PlanFile } from '../imports/imported-plan.js';
import { readPlan } from '../imports/read-plan.js';
import { findingsOfMeasures, type ItemFinding } from '../proofreading/item-findings.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import type { Me } from './desk.js';

/** Others are served between two portions of a long plan. */
const MEASURES_AT_ONCE = 50;

/**
 * What the proof-reader finds in a plan before it is taken; `at` is "<number of the measure, from 1>.<field>". Measures are compared
 * with their neighbours only where the plan is long.
 */
export async function findingsOfPlan(
  tx: Tx,
  { visitor }: Me,
  fiscalYear: number,
  measures: readonly ImportedMeasure[],
): Promise<ItemFinding[]> {
  const labelled = measures.map(({ content }, index) => ({ label: String(index + 1), content }));
  const findings: MeasureFinding[] = [];
  for (let from = 0; from < labelled.length; from += MEASURES_AT_ONCE) {
    const portion = labelled.slice(from, from + MEASURES_AT_ONCE);
    findings.push(...(await findingsOfMeasures(tx, visitor.organizationId, fiscalYear, portion)));
  }
  return findings.map((finding, index) => ({ ...finding, key: String(index), clearance: null }));
}

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
