import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A publication whose intent nobody is going to fulfil or look at again. There should be none; the sweep looks anyway. */
export interface StandingPublication {
  readonly publicationId: string;
  readonly step: 'publication.send' | 'publication.recheck' | 'publication.patrol';
}

export async function standingPublications(tx: Tx, organizationId: OrganizationId): Promise<StandingPublication[]> {
  return tx.query(
    `select p.id as "publicationId", s.step
     from publication p
     join (values ('publication.send', true), ('publication.recheck', false)) as s (step, is_unseen)
       on s.is_unseen = (p.verified_at is null)
     where p.organization_id = $1 and p.settled_at is null and not exists (
       select 1 from work w where w.organization_id = p.organization_id and w.step = s.step and w.ref_id = p.id
         and w.state <> 'done')
     union all
     select p.id, 'publication.patrol' from publication p
     where p.organization_id = $1 and p.settled_at is not null
       and (p.desired = 'present' or p.verified_at > now() - interval '30 days')
       and not exists (select 1 from work w where w.organization_id = p.organization_id and w.step = 'publication.patrol'
         and w.ref_id = p.id and w.state <> 'done')`,
    [organizationId],
  );
}
