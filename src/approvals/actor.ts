import type { Capacity } from '../core/lifecycle/lifecycle.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { postsHeldBy, type HeldPost } from '../organizations/who-may-act.queries.js';

/** Somebody at work today: their posts are read in the transaction that acts, never from the session. */
export interface ActorInHand {
  readonly personId: string;
  readonly posts: readonly HeldPost[];
  readonly capacities: readonly Capacity[];
}

/** @throws DomainError permission.denied when the person holds no post today */
export async function actorToday(tx: Tx, organizationId: OrganizationId, personId: string): Promise<ActorInHand> {
  const posts = await postsHeldBy(tx, organizationId, personId);
  if (posts.length === 0) throw new DomainError('permission.denied', { personId });
  return { personId, posts, capacities: [...new Set(posts.map((post) => post.kind))] };
}

/** The post in which somebody writes: the one of an officer, or the first they hold. */
export const writesAs = ({ posts }: Pick<ActorInHand, 'posts'>): string =>
  (posts.find(({ kind }) => kind === 'officer') ?? posts[0])?.postId ?? '';

/** @throws DomainError permission.denied */
export function requireCapacity(actor: ActorInHand, ...capacities: readonly Capacity[]): void {
  if (!capacities.some((capacity) => actor.capacities.includes(capacity))) {
    throw new DomainError('permission.denied', { capacities });
  }
}
