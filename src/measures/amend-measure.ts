import { uuidv7 } from 'uuidv7';
import { requireCapacity, writesAs, type ActorInHand } from '../approvals/actor.js';
import { lockItem } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { openAmendmentOf } from './amendment-facts.queries.js';
import { MeasureRow } from './measure.entity.js';
import { measureKind } from './measure.kind.js';

/**
 * A draft beside an approved measure, with the same text to begin with; it runs the route again while the approved
 * version stays in force.
 * @throws DomainError permission.denied, item.not-found, item.refused, amendment.exists
 */
export async function amendMeasure(
  tx: Tx,
  { organizationId, actor, measureId }: { organizationId: OrganizationId; actor: ActorInHand; measureId: string },
): Promise<MeasureRow> {
  requireCapacity(actor, 'officer');
  const measure = await lockItem(tx, measureKind, organizationId, measureId);
  if (measure.state !== 'approved' || measure.amendsId) {
    throw new DomainError('item.refused', {
      itemId: measureId,
      state: measure.state,
      problems: ['lifecycle.wrong-state'],
    });
  }
  const open = await openAmendmentOf(tx, organizationId, measureId);
  if (open) throw new DomainError('amendment.exists', { itemId: open.id });
  const { fiscalYear, title, position, content, contentHash } = measure;
  const amendment = tx.create(MeasureRow, {
    organizationId,
    id: uuidv7(),
    fiscalYear,
    title,
    position,
    content,
    contentHash,
    state: 'draft',
    version: 1,
    round: 0,
    amendsId: measureId,
    createdBy: actor.personId,
  });
  await tx.insert(MeasureRow, amendment);
  await appendAudit(tx, {
    action: 'amend.draft',
    itemKind: 'measure',
    itemId: amendment.id,
    toState: 'draft',
    actorPersonId: actor.personId,
    actorPostId: writesAs(actor),
    contentHashAfter: contentHash,
  });
  return amendment;
}
