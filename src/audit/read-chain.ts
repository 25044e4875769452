import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface StoredChain {
  readonly organizationId: OrganizationId;
  /** Text of the head's creation time, bound into the first hash. */
  readonly createdAt: string;
  readonly size: string;
  readonly head: Buffer;
  readonly events: readonly { readonly seq: string; readonly bytes: Buffer; readonly hash: Buffer }[];
}

/** The whole chain of one tenant, oldest first; null when nothing was ever logged. */
export async function readChain(tx: Tx, organizationId: OrganizationId): Promise<StoredChain | null> {
  const [head]: { createdAt: string; seq: string; hash: Buffer }[] = await tx.query(
    'select created_at as "createdAt", seq, hash from audit_head where organization_id = $1',
    [organizationId],
  );
  if (!head) return null;
  const events: StoredChain['events'] = await tx.query(
    'select seq, bytes, hash from audit_event where organization_id = $1 and seq <= $2 order by seq',
    [organizationId, head.seq],
  );
  return { organizationId, createdAt: head.createdAt, size: head.seq, head: head.hash, events };
}
