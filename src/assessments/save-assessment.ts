import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { assessmentGivenSchema, type Assessment, type AssessmentGiven } from '../core/ita/assessment.js';
import { itemsOf, type YearCatalogue } from '../core/ita/catalogue.js';
import { contradictionsOf } from '../core/ita/contradictions.js';
import { formatFindingCode, readFindingCode } from '../core/ita/questions.js';
import { levelOf } from '../core/ita/rating.js';
import { schemaProblems } from '../core/schema/schema-problems.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { AssessmentRow } from './assessment.entities.js';
import { findAssessment } from './assessments.queries.js';
import { catalogueOf } from './catalogues.queries.js';

export interface AssessmentToSave {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** The version the person saw; null when there was none. */
  readonly seenVersion: number | null;
  /** AssessmentGiven as it came in; checked here. Without a level the rule of DOMAIN 1.2 gives it. */
  readonly assessment: unknown;
}

/**
 * Records a year's result as a new version.
 * @throws DomainError permission.denied, item.changed-meanwhile, input.invalid (details.problems by path),
 *   assessment.code-unknown, and assessment.*-contradicts or -impossible with field, given and expected
 */
export async function saveAssessment(tx: Tx, request: AssessmentToSave): Promise<AssessmentRow> {
  const { organizationId, actor, seenVersion } = request;
  requireCapacity(actor, 'officer');
  const given = wholeAssessment(request.assessment);
  const { fiscalYear } = given;
  const content = checked(given, await catalogueOf(tx, organizationId, fiscalYear));
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [`${organizationId}/${fiscalYear}`]);
  const before = await findAssessment(tx, organizationId, fiscalYear);
  if ((before?.version ?? null) !== seenVersion) {
    throw new DomainError('item.changed-meanwhile', { fiscalYear, version: before?.version ?? null });
  }
  const version = (before?.version ?? 0) + 1;
  const hash = contentHash(content);
  await tx.insert(AssessmentRow, {
    organizationId,
    fiscalYear,
    version,
    content,
    contentHash: hash,
    savedBy: actor.personId,
  });
  await appendAudit(tx, {
    action: 'assessment.save',
    itemKind: 'assessment',
    itemId: String(fiscalYear),
    actorPersonId: actor.personId,
    contentHashBefore: before?.contentHash ?? '',
    contentHashAfter: hash,
  });
  return tx.findOneByOrFail(AssessmentRow, { organizationId, fiscalYear, version });
}

function wholeAssessment(given: unknown): AssessmentGiven {
  const problems = schemaProblems(given, assessmentGivenSchema);
  if (problems.length > 0) throw new DomainError('input.invalid', { field: problems[0]?.path ?? '', problems });
  return given as AssessmentGiven; // the schema has just said so
}

function checked(given: AssessmentGiven, catalogue: YearCatalogue): Assessment {
  const recommendations = given.recommendations.map(({ code, ...rest }, index) => ({
    ...rest,
    code: knownCode(code, catalogue, `recommendations[${index}].code`),
  }));
  const level = given.level ?? levelOf(given.overall, given.instruments);
  const assessment = { ...given, level, recommendations };
  const [first, ...others] = contradictionsOf(assessment);
  if (first) throw new DomainError(first.code, { ...first, others });
  return assessment;
}

/** Items of the disclosure list must stand in the year's list, where one is known. */
function knownCode(written: string, catalogue: YearCatalogue, field: string): string {
  const code = readFindingCode(written);
  const unknown = new DomainError('assessment.code-unknown', {
    field,
    given: written,
    fiscalYear: catalogue.fiscalYear,
  });
  if (!code) throw unknown;
  const formatted = formatFindingCode(code);
  const items = itemsOf(catalogue, 'o-code');
  if (code.letter === 'O' && items.length > 0 && !items.some((item) => item.code === formatted)) throw unknown;
  return formatted;
}
