import { uuidv7 } from 'uuidv7';
import { ItemVersionRow } from '../approvals/approval.entities.js';
import { contentHash } from '../approvals/content-hash.js';
import type { EffectContext } from '../approvals/item-kind.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { amended } from '../core/measure/measure.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { MeasureRow } from './measure.entity.js';

/** An approved amendment takes the place of the plan in force; what was in force stays as a version. */
export async function applyAmendment(
  tx: Tx,
  amendment: MeasureRow,
  { organizationId, personId, postId }: EffectContext,
): Promise<void> {
  if (!amendment.amendsId || !personId) return;
  const measure = await lockedInForce(tx, organizationId, amendment.amendsId);
  const content = amended(measure.content, amendment.content);
  const changed = { content, title: content.title, contentHash: contentHash(content) };
  await tx.insert(ItemVersionRow, {
    organizationId,
    id: uuidv7(),
    itemKind: 'measure',
    itemId: measure.id,
    number: measure.round + 1,
    content,
    contentHash: changed.contentHash,
    frozenBy: personId,
  });
  await changeInForce(tx, measure, changed);
  await appendAudit(tx, {
    action: 'amend',
    itemKind: 'measure',
    itemId: measure.id,
    fromState: 'approved',
    toState: 'approved',
    actorPersonId: personId,
    actorPostId: postId ?? '',
    contentHashBefore: measure.contentHash,
    contentHashAfter: changed.contentHash,
  });
}

/** @throws DomainError item.refused when it is not in force any more */
async function lockedInForce(tx: Tx, organizationId: OrganizationId, id: string): Promise<MeasureRow> {
  const measure = await tx
    .createQueryBuilder(MeasureRow, 'measure')
    .where('measure.organization_id = :organizationId and measure.id = :id', { organizationId, id })
    .setLock('pessimistic_write')
    .getOneOrFail();
  if (measure.state === 'approved') return measure;
  const problems = ['amendment.base-moved'];
  throw new DomainError('item.refused', { itemId: measure.id, state: measure.state, problems });
}

/** @throws DomainError item.changed-meanwhile */
async function changeInForce(
  tx: Tx,
  measure: MeasureRow,
  changed: Pick<MeasureRow, 'content' | 'title' | 'contentHash'>,
): Promise<void> {
  const [round, version] = [measure.round + 1, measure.version + 1];
  const { affected } = await tx
    .createQueryBuilder()
    .update(MeasureRow)
    .set({ ...changed, round, version, updatedAt: () => 'now()' })
    .where('organization_id = :organizationId and id = :id and version = :version', measure)
    .execute();
  if (affected !== 1) throw new DomainError('item.changed-meanwhile', { itemId: measure.id, state: measure.state });
}
