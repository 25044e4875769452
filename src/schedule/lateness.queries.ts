import type { LateTask } from '../core/time/late-measures.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { divisionsOf } from '../organizations/organizations.queries.js';
import { latenessByDivision } from './late.queries.js';
import { assessmentClock } from './milestones.queries.js';

/** How late a division is: signatures asked of its posts, and tasks of the assessment year. */
export interface LateDivision {
  /** Null gathers the posts of the whole agency. */
  readonly divisionId: string | null;
  readonly name: string | null;
  /** Signatures past their due day. */
  readonly signatures: number;
  /** Working days of the longest delay among them. */
  readonly longest: number;
  readonly tasks: readonly LateTask[];
}

/** Every division with what it is late with on the day of the transaction; those on time are there with nothing. */
export async function lateDivisions(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<LateDivision[]> {
  const { late, today } = await assessmentClock(tx, organizationId, fiscalYear);
  const signatures = await latenessByDivision(tx, organizationId, today);
  const divisions = (await divisionsOf(tx, organizationId)).map(({ id, name }) => ({ divisionId: id, name }));
  const known = new Set(divisions.map(({ divisionId }) => divisionId));
  const others = signatures.filter(({ divisionId }) => divisionId === null || !known.has(divisionId));
  return [...divisions, ...others].map(({ divisionId, name }) => {
    const asked = signatures.find((each) => each.divisionId === divisionId);
    const tasks = late.filter((task) => task.divisionId === divisionId);
    return { divisionId, name, signatures: asked?.late ?? 0, longest: asked?.longest ?? 0, tasks };
  });
}
