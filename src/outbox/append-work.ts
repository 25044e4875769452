import { uuidv7 } from 'uuidv7';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Step } from './steps.js';

/**
 * Asks for work in the transaction of the fact that needs it. Work that is done or set aside is opened again;
 * open work stays as it is, only sooner if asked. A live lease is not broken: its holder looks again before it ends.
 * @param after seconds to wait first
 */
export async function appendWork(
  tx: Tx,
  organizationId: OrganizationId,
  step: Step,
  refId: string,
  { after = 0 }: { after?: number } = {},
): Promise<void> {
  await tx.query(
    `insert into work as w (organization_id, id, step, ref_id, next_at)
     values ($1, $2, $3, $4, now() + $5 * interval '1 second')
     on conflict (organization_id, step, ref_id) do update set
       state = 'open', done_at = null,
       claims = case when w.state = 'open' then w.claims else 0 end,
       failures = case when w.state = 'open' then w.failures else 0 end,
       lease_until = case when w.state = 'open' then w.lease_until end,
       next_at = case when w.state = 'open' and w.lease_until is null
                      then least(w.next_at, excluded.next_at) else excluded.next_at end`,
    [organizationId, uuidv7(), step, refId, after],
  );
}
