import { requireCapacity } from '../approvals/actor.js';
import type { Tx } from '../database/unit-of-work.js';
import type { PlanFile } from '../imports/imported-plan.js';
import { readAssessment, type ReadAssessment } from '../imports/read-assessment.js';
import type { Me } from './desk.js';

type AtDesk = <T>(work: (tx: Tx, me: Me) => Promise<T>) => Promise<T>;

/** Reads a year's result from a file, outside every transaction. @throws DomainError permission.denied, import.* */
export async function readAssessmentFor(atDesk: AtDesk, file: PlanFile): Promise<ReadAssessment> {
  await atDesk((_tx, { actor }) => Promise.resolve(requireCapacity(actor, 'officer')));
  return readAssessment(file);
}
