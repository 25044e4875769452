import type { ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { editContent } from '../approvals/draft-content.js';
import { DomainError } from '../core/errors.js';
import type { InterimResults, MeasureContent, MeasurePlan, MeasureResults } from '../core/measure/measure.js';
import { isNotSpent } from '../core/measure/measure.guards.js';
import { sortedJson } from '../core/sorted-json.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { watchLinks } from '../evidence/evidence-links.js';
import { draftMeasures } from './draft-measures.js';
import type { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';
import { refuseUnusable } from './refuse-unusable.js';

interface Draft {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly fiscalYear: number;
  readonly content: MeasureContent;
}

/** @throws DomainError permission.denied, input.* naming the field */
export async function draftMeasure(tx: Tx, { organizationId, actor, fiscalYear, content }: Draft): Promise<MeasureRow> {
  const measures = [{ content, importKey: null }];
  const [measure] = await draftMeasures(tx, { organizationId, actor, fiscalYear, measures });
  if (!measure) throw new Error('one measure was to be drafted');
  return measure;
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

/**
 * Records what was done on an approved measure; the approved plan and the interim results stay untouched. Figures that are left out
 * stay as they are; an empty list takes them away.
 * @throws DomainError as editPlan, measure.result-*, measure.figure-*
 */
export const recordResults = (tx: Tx, edit: Edit<Omit<MeasureResults, 'interim' | 'files'>>): Promise<MeasureRow> =>
  edited(tx, edit, 'approved', 'record_results');

/**
 * Records how far an approved measure came in six months, beside its final results.
 * @throws DomainError as recordResults, measure.interim-outside-year
 */
export const recordInterim = (tx: Tx, { fields, ...edit }: Edit<InterimResults>): Promise<MeasureRow> =>
  edited(tx, { ...edit, fields: { interim: withoutEmptyFigures(fields) } }, 'approved', 'record_interim');

/** What was endorsed stays endorsed as long as it says the same. */
const stillEndorsed = (measure: MeasureRow, content: MeasureContent): boolean =>
  measure.interimEndorsed && sortedJson(measure.content.interim) === sortedJson(content.interim);

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
      const content = withoutEmptyFigures({ ...measure.content, ...fields });
      await refuseUnusable(tx, organizationId, [content], measure.fiscalYear);
      await watchLinks(tx, organizationId, fields.evidence ?? []);
      const interimEndorsed = stillEndorsed(measure, content);
      return { content, title: content.title, contentHash: contentHash(content), interimEndorsed };
    },
  );

/** No figure at all is said in one way only, so that the same results have the same hash. */
function withoutEmptyFigures<Results extends Pick<MeasureResults, 'figures'>>(results: Results): Results {
  if (results.figures?.length !== 0) return results;
  const { figures: _none, ...rest } = results;
  return rest as Results; // `figures` is optional in every kind of results
}
