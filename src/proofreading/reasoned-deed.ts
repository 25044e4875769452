import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { DecisionRow, type ItemRow } from '../approvals/approval.entities.js';
import type { ActorInHand } from '../approvals/actor.js';
import type { TransitionCommand } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { reasonHash } from '../audit/reason-hash.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface ReasonedDeed {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly itemKind: ItemKindName;
  readonly item: Pick<ItemRow<object>, 'id' | 'round' | 'contentHash'>;
  readonly action: 'proofreading.override' | 'personal-data.clear';
  readonly reason: string;
  readonly request?: TransitionCommand<string>['request'];
}

/** A deed about what the proof-reader found, with its reason: kept beside the decisions, so that the item's history shows it. */
export async function recordReasonedDeed(tx: Tx, deed: ReasonedDeed): Promise<void> {
  const { organizationId, actor, itemKind, item, action, reason, request } = deed;
  const reasonKey = randomBytes(32);
  const postId = actor.posts[0]?.postId ?? '';
  await tx.insert(DecisionRow, {
    organizationId,
    id: uuidv7(),
    itemKind,
    itemId: item.id,
    round: item.round,
    stage: '',
    step: -1,
    act: action,
    postId,
    personId: actor.personId,
    actingOrderIds: [],
    shownHash: item.contentHash,
    reason,
    reasonKey,
    affirms: false,
  });
  await appendAudit(tx, {
    ...request,
    action,
    itemKind,
    itemId: item.id,
    actorPersonId: actor.personId,
    actorPostId: postId,
    contentHashBefore: item.contentHash,
    contentHashAfter: item.contentHash,
    reasonHash: reasonHash({ reason, reasonKey }),
  });
}
