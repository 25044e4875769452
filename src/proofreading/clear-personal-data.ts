import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ItemFinding } from './item-findings.js';
import { personalDataRule } from '../core/proofreading/personal-data.rule.js';
import { recordReasonedDeed, type ReasonedDeed } from './reasoned-deed.js';
import { reasonIn } from './save-settings.js';

export interface ClearanceRequest {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly itemKind: ItemKindName;
  readonly item: ReasonedDeed['item'];
  /** The findings of the item as it is now. */
  readonly findings: readonly ItemFinding[];
  readonly findingKey: string;
  readonly reason: string;
}

/**
 * Lets one place with personal data stand in exactly this text of the item; a changed text asks again.
 * @throws DomainError permission.denied, lifecycle.reason-missing, proofreading.finding-unknown
 */
export async function clearPersonalData(tx: Tx, request: ClearanceRequest): Promise<void> {
  const { organizationId, actor, itemKind, item, findings, findingKey } = request;
  requireCapacity(actor, 'officer', 'division_head', 'chief_administrator', 'executive');
  const reason = reasonIn(request);
  if (!findings.some(({ key, rule }) => key === findingKey && rule === personalDataRule.id))
    throw new DomainError('proofreading.finding-unknown', { itemId: item.id });
  const [added] = await tx.query<unknown[]>(
    `insert into personal_data_clearance (organization_id, item_kind, item_id, content_hash, finding_key, reason, cleared_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning finding_key`,
    [organizationId, itemKind, item.id, item.contentHash, findingKey, reason, actor.personId],
  );
  if (!added) return;
  await recordReasonedDeed(tx, { organizationId, actor, itemKind, item, action: 'personal-data.clear', reason });
}
