import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** A measure that was approved and then given up, as the public reads it. */
export interface CancelledMeasure {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly cancelledAt: Date;
}

/** Approved measures of the year that were cancelled, in the agency's order; drafts that never were in force are nobody's loss. */
export const cancelledOfYear = (
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYear: number,
): Promise<CancelledMeasure[]> =>
  tx.query(
    `select m.id, m.title, d.reason, d.decided_at as "cancelledAt"
     from measure m
     join decision d on d.organization_id = m.organization_id and d.item_kind = 'measure' and d.item_id = m.id
       and d.act = 'cancel' and d.reason is not null
     where m.organization_id = $1 and m.fiscal_year = $2 and m.state = 'cancelled' and m.amends_id is null
       and exists (select from decision a where a.organization_id = m.organization_id and a.item_kind = 'measure'
         and a.item_id = m.id and a.act = 'approve' and a.affirms)
     order by m.position, m.id`,
    [organizationId, fiscalYear],
  );
