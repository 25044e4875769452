import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { draftMeasure } from '../measures/save-measure.js';
import type { MeasureProposalRow } from './assessment.entities.js';
import { proposeMeasures, type Proposal } from './proposals.queries.js';

interface Deciding {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** The assessed year, Buddhist era. */
  readonly fiscalYear: number;
  /** Key of the finding: "indicator:7", "code:e6". */
  readonly findingKey: string;
}

/**
 * Drafts the proposed measure in the year after the assessment.
 * @throws DomainError permission.denied, assessment.not-found, assessment.proposal-not-found,
 *   assessment.proposal-decided when a measure was drafted from it already
 */
export async function acceptProposal(tx: Tx, request: Deciding): Promise<MeasureRow> {
  const { organizationId, actor, fiscalYear } = request;
  const { measure } = await undecided(tx, request);
  const drafted = await draftMeasure(tx, { organizationId, actor, fiscalYear: fiscalYear + 1, content: measure });
  await record(tx, request, { state: 'accepted', measureId: drafted.id, reason: null });
  return drafted;
}

/**
 * Decides against a proposed measure; it may be accepted later all the same.
 * @throws DomainError as acceptProposal; lifecycle.reason-missing
 */
export async function dropProposal(tx: Tx, request: Deciding & { readonly reason: string }): Promise<void> {
  const reason = request.reason.trim();
  if (reason === '') throw new DomainError('lifecycle.reason-missing', { field: 'reason' });
  await undecided(tx, request);
  await record(tx, request, { state: 'dropped', measureId: null, reason });
}

/** Two officers deciding at once take turns, so that one finding does not become two measures. */
async function undecided(tx: Tx, { organizationId, actor, fiscalYear, findingKey }: Deciding): Promise<Proposal> {
  requireCapacity(actor, 'officer');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`${organizationId}/${fiscalYear}`]);
  const proposals = await proposeMeasures(tx, organizationId, fiscalYear);
  const proposal = proposals.find(({ finding }) => finding.key === findingKey);
  if (!proposal) throw new DomainError('assessment.proposal-not-found', { fiscalYear, findingKey });
  if (proposal.state === 'accepted') {
    throw new DomainError('assessment.proposal-decided', { findingKey, measureId: proposal.measureId });
  }
  return proposal;
}

async function record(
  tx: Tx,
  { organizationId, actor, fiscalYear, findingKey }: Deciding,
  decision: Pick<MeasureProposalRow, 'state' | 'measureId' | 'reason'>,
): Promise<void> {
  await tx.query(
    `insert into measure_proposal
       (organization_id, fiscal_year, finding_key, state, measure_id, reason, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organization_id, fiscal_year, finding_key) do update set
       state = excluded.state, measure_id = excluded.measure_id, reason = excluded.reason,
       decided_by = excluded.decided_by, decided_at = now()`,
    [organizationId, fiscalYear, findingKey, decision.state, decision.measureId, decision.reason, actor.personId],
  );
  await appendAudit(tx, {
    action: `proposal.${decision.state}`,
    itemKind: 'assessment',
    itemId: `${fiscalYear}/${findingKey}`,
    toState: decision.state,
    actorPersonId: actor.personId,
  });
}
