import type { Choice } from '../../../templates/web/components/field.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { signingDirectory } from '../../organizations/who-may-act.queries.js';

export interface AdminChoices {
  /** People with open accounts. */
  readonly people: readonly Choice[];
  readonly posts: readonly Choice[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Who and what an administrator can choose from today. */
export async function adminChoices(tx: Tx, organizationId: OrganizationId): Promise<AdminChoices> {
  const { people, posts, day } = await signingDirectory(tx, organizationId);
  return {
    people: [...people].map(([value, label]) => ({ value, label })),
    posts: posts.map(({ postId, name }) => ({ value: postId, label: name })),
    today: day,
  };
}
