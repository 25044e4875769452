import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent, insertDraft } from '../approvals/draft-content.js';
import { DomainError } from '../core/errors.js';
import type { MeasureContent, MeasurePlan, MeasureResults } from '../core/measure/measure.js';
import { isNotSpent } from '../core/measure/measure.guards.js';
import { textProblems } from '../core/measure/measure-text.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { watchLinks } from '../evidence/evidence-links.js';
import { DivisionRow } from '../organizations/organization.entities.js';
import { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';

interface Draft {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly fiscalYear: number;
  readonly content: MeasureContent;
  readonly importKey?: string;
}

/** @throws DomainError permission.denied, input.* naming the field */
export async function draftMeasure(
  tx: Tx,
  { organizationId, actor, fiscalYear, content, importKey }: Draft,
): Promise<MeasureRow> {
  requireCapacity(actor, 'officer');
  await refuseUnusable(tx, organizationId, content);
  const measure = tx.create(MeasureRow, {
    organizationId,
    id: uuidv7(),
    fiscalYear,
    title: content.title,
    position: await nextPosition(tx, organizationId, fiscalYear),
    importKey: importKey ?? null,
    state: 'draft',
    version: 1,
    round: 0,
    content,
    contentHash: contentHash(content),
    createdBy: actor.personId,
  });
  await watchLinks(tx, organizationId, content.evidence);
  return insertDraft(tx, measureKind, measure, { actor, action: 'draft' });
}

interface Edit<Fields> {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly measureId: string;
  readonly seenVersion: number;
  readonly fields: Fields;
}

/** Changes the plan of a draft. @throws DomainError item.changed-meanwhile, item.refused, permission.denied, input.* */
export const editPlan = (tx: Tx, edit: Edit<MeasurePlan>): Promise<MeasureRow> =>
  edited(tx, edit, 'draft', 'edit_plan');

/** Records what was done on an approved measure; the approved plan itself stays untouched. */
export const recordResults = (tx: Tx, edit: Edit<MeasureResults>): Promise<MeasureRow> =>
  edited(tx, edit, 'approved', 'record_results');

const edited = (
  tx: Tx,
  { organizationId, actor, measureId, seenVersion, fields }: Edit<Partial<MeasureContent>>,
  state: string,
  action: string,
): Promise<MeasureRow> =>
  editContent(
    tx,
    measureKind,
    { organizationId, actor, itemId: measureId, seenVersion, state, action },
    async (measure) => {
      const problems = isNotSpent(measure);
      if (problems.length > 0) throw new DomainError('item.refused', { itemId: measureId, state, problems });
      const content = { ...measure.content, ...fields };
      await refuseUnusable(tx, organizationId, content);
      await watchLinks(tx, organizationId, fields.evidence ?? []);
      return { content, title: content.title, contentHash: contentHash(content) };
    },
  );

async function refuseUnusable(tx: Tx, organizationId: OrganizationId, content: MeasureContent): Promise<void> {
  const [problem] = textProblems(content);
  if (problem) throw new DomainError(problem.code, problem.details);
  const { divisionIds } = content.responsible;
  const known = await tx.countBy(
    DivisionRow,
    divisionIds.map((id) => ({ organizationId, id })),
  );
  if (divisionIds.length > 0 && known !== new Set(divisionIds).size) {
    throw new DomainError('measure.division-missing', { field: 'responsible' });
  }
}

async function nextPosition(tx: Tx, organizationId: OrganizationId, fiscalYear: number): Promise<number> {
  const last = await tx.maximum(MeasureRow, 'position', { organizationId, fiscalYear });
  return (last ?? 0) + 1;
}
