import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** One change of a rule or a word. */
export interface ProofreadingChange {
  readonly id: string;
  readonly kind: 'rule' | 'word';
  /** Name of the rule, or the word. */
  readonly name: string;
  /** Of a rule "usual", "W", "I" or "off"; of a word its replacement, null when it was taken away. */
  readonly became: string | null;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What administrators changed about the proof-reader, newest first. */
export const proofreadingChanges = (
  tx: Tx,
  organizationId: OrganizationId,
  limit: number,
): Promise<ProofreadingChange[]> =>
  tx.query(
    `select c.id, c.kind, c.name, c.became, c.reason, p.name as "changedBy", c.changed_at as "changedAt"
     from proofreading_change c
     join person p on p.organization_id = c.organization_id and p.id = c.changed_by
     where c.organization_id = $1 order by c.changed_at desc, c.id desc limit $2`,
    [organizationId, limit],
  );
