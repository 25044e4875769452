import { In } from 'typeorm';
import { DomainError } from '../core/errors.js';
import type { MeasureContent } from '../core/measure/measure.js';
import { textProblems } from '../core/measure/measure-text.js';
import { resultProblems } from '../core/measure/result-problems.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { DivisionRow } from '../organizations/organization.entities.js';

/**
 * Looks at texts, results and divisions before anything of them is kept.
 * @throws DomainError input.* naming the field, measure.division-missing, what `resultProblems` finds
 */
export async function refuseUnusable(
  tx: Tx,
  organizationId: OrganizationId,
  contents: readonly MeasureContent[],
  fiscalYear: number,
): Promise<void> {
  for (const content of contents) {
    const [problem] = [...textProblems(content), ...resultProblems(content, fiscalYear)];
    if (problem) throw new DomainError(problem.code, problem.details);
  }
  const divisionIds = new Set(contents.flatMap(({ responsible }) => responsible.divisionIds));
  if (divisionIds.size === 0) return;
  const known = await tx.countBy(DivisionRow, { organizationId, id: In([...divisionIds]) });
  if (known !== divisionIds.size) throw new DomainError('measure.division-missing', { field: 'responsible' });
}
