import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { ActorInHand } from './actor.js';
import type { ItemRow } from './approval.entities.js';
import { lockItem } from './run-transition.js';
import type { ItemKind } from './item-kind.js';

const LONGEST = 4_000;

export interface Comment {
  readonly id: string;
  readonly person: string;
  /** `noted` is ทราบ: read and taken note of, without a decision. */
  readonly kind: 'comment' | 'noted';
  readonly text: string;
  readonly writtenAt: Date;
}

interface NewComment {
  readonly organizationId: OrganizationId;
  readonly itemId: string;
  readonly actor: ActorInHand;
  readonly kind: Comment['kind'];
  readonly text: string;
}

/** @throws DomainError item.not-found, input.invalid (an empty comment), input.too-long */
export async function commentOn<Row extends ItemRow<object>, Name extends string, Effect extends string>(
  tx: Tx,
  itemKind: ItemKind<Row, Name, Effect>,
  { organizationId, itemId, actor, kind, text }: NewComment,
): Promise<void> {
  await lockItem(tx, itemKind, organizationId, itemId);
  const words = text.trim();
  if (kind === 'comment' && words === '') throw new DomainError('input.invalid', { field: 'comment' });
  if (words.length > LONGEST)
    throw new DomainError('input.too-long', { field: 'comment', length: words.length, limit: LONGEST });
  await tx.query(
    `insert into item_comment (organization_id, id, item_kind, item_id, person_id, kind, text)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, uuidv7(), itemKind.name, itemId, actor.personId, kind, words],
  );
  await appendAudit(tx, {
    action: kind === 'noted' ? 'note' : 'comment',
    itemKind: itemKind.name,
    itemId,
    actorPersonId: actor.personId,
    actorPostId: actor.posts[0]?.postId ?? '',
  });
}

/** Oldest first. */
export const commentsOn = (
  tx: Tx,
  organizationId: OrganizationId,
  itemKind: ItemKindName,
  itemId: string,
): Promise<Comment[]> =>
  tx.query(
    `select c.id, n.name as person, c.kind, c.text, c.written_at as "writtenAt" from item_comment c
     join person n on n.organization_id = c.organization_id and n.id = c.person_id
     where c.organization_id = $1 and c.item_kind = $2 and c.item_id = $3 order by c.written_at, c.id`,
    [organizationId, itemKind, itemId],
  );
