import { RATIFIERS, type OpenOverride } from '../approvals/overrides.js';
import { holdersOf } from '../core/acting/holders.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { administratorsToday } from '../notices/administrators.queries.js';
import { signingDirectory, type SigningDirectory } from '../organizations/who-may-act.queries.js';

/** Whom an emergency decision waits for today. */
export interface Ratifiers {
  of(override: Pick<OpenOverride, 'personId'>): readonly string[];
}

/** Those who may ratify; where only the one who decided may, the administrators: they find somebody who acts. */
export async function ratifiersToday(tx: Tx, organizationId: OrganizationId): Promise<Ratifiers> {
  const able = ableIn(await signingDirectory(tx, organizationId));
  const administrators = await administratorsToday(tx, organizationId);
  return {
    of: ({ personId }) => {
      const others = able.filter((each) => each !== personId);
      return others.length > 0 ? others : administrators.filter((each) => each !== personId);
    },
  };
}

/** Everybody who holds one of the posts, or acts for it in every matter: as the deed itself asks. */
function ableIn(directory: SigningDirectory): string[] {
  const { posts, orders } = directory;
  const persons = posts
    .filter(({ kind }) => RATIFIERS.some((each) => each === kind))
    .flatMap(({ postId, appointed }) => [
      ...appointed,
      ...holdersOf(postId, appointed, orders, { ...directory, itemKind: null }),
    ]);
  return [...new Set(persons.map(({ personId }) => personId))];
}
