import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface LoggedEvent {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly itemKind: string;
  readonly itemId: string;
  readonly fromState: string;
  readonly toState: string;
  /** Null when the product itself acted. */
  readonly person: string | null;
  readonly post: string | null;
  readonly hash: string;
}

/** One page of the organization's log, newest first, and its whole length. @param page 1 upwards */
export async function historyPage(
  tx: Tx,
  organizationId: OrganizationId,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly events: readonly LoggedEvent[] }> {
  const [head]: { seq: string }[] = await tx.query('select seq from audit_head where organization_id = $1', [
    organizationId,
  ]);
  const rows: { seq: string; event: Readonly<Record<string, string>>; hash: Buffer; person: string; post: string }[] =
    await tx.query(
      `select e.seq, e.event, e.hash, n.name as person, p.name as post from audit_event e
       left join person n on n.organization_id = e.organization_id and n.id::text = e.event ->> 'actorPersonId'
       left join post p on p.organization_id = e.organization_id and p.id::text = e.event ->> 'actorPostId'
       where e.organization_id = $1 order by e.seq desc offset $2 limit $3`,
      [organizationId, (page - 1) * size, size],
    );
  const events = rows.map(({ seq, event, hash, person, post }) => ({
    seq,
    at: new Date(event.at ?? ''),
    action: event.action ?? '',
    itemKind: event.itemKind ?? '',
    itemId: event.itemId ?? '',
    fromState: event.fromState ?? '',
    toState: event.toState ?? '',
    person,
    post,
    hash: hash.toString('hex'),
  }));
  return { total: Number(head?.seq ?? '0'), events };
}
