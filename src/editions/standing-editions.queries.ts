import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** An edition that waits for a step which nobody is going to do. There should be none; the sweep looks anyway. */
export interface StandingEdition {
  readonly editionId: string;
  readonly step: 'edition.render' | 'edition.seal';
}

export async function standingEditions(tx: Tx, organizationId: OrganizationId): Promise<StandingEdition[]> {
  return tx.query(
    `select e.id as "editionId", s.step
     from edition e
     join (values ('frozen', 'edition.render'), ('rendered', 'edition.seal')) as s (state, step) on s.state = e.state
     where e.organization_id = $1 and not exists (
       select 1 from work w where w.organization_id = e.organization_id and w.step = s.step and w.ref_id = e.id
         and w.state <> 'done')`,
    [organizationId],
  );
}
