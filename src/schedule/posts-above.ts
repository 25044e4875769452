import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { PostKind } from '../organizations/organization.entities.js';

/** Who hears of what is late, lowest first (issue 5, item 6). */
const LADDER: readonly PostKind[] = ['chief_administrator', 'executive'];

/** The kinds of post above a post: the chief administrator and the executive above a division head, nobody above the executive. */
export async function postsAbove(tx: Tx, organizationId: OrganizationId, postId: string): Promise<readonly PostKind[]> {
  const [post]: { kind: PostKind }[] = await tx.query('select kind from post where organization_id = $1 and id = $2', [
    organizationId,
    postId,
  ]);
  return post ? LADDER.slice(LADDER.indexOf(post.kind) + 1) : [];
}
