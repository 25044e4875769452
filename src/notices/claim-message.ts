import type { Channel, NoticeKind, NoticeSubject } from '../core/notice/notice.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** The right to send one message, until the lease ends. */
export interface ClaimedMessage {
  readonly organizationId: OrganizationId;
  readonly id: string;
  readonly epoch: number;
  readonly channel: Channel;
  readonly personId: string;
  readonly failures: number;
  readonly firstTriedAt: Date;
  /** Nobody could send it for so long that it is no news any more: its channel was not set up. */
  readonly isStale: boolean;
  readonly parts: readonly MessagePart[];
  /** Null when the person has taken the address back. */
  readonly address: string | null;
}

export interface MessagePart {
  readonly kind: NoticeKind;
  readonly itemKind: NoticeSubject;
  readonly itemId: string;
  readonly dueOn: string | null;
}

/**
 * Seconds in which nobody else sends the message. A mail whose worker died may have arrived, and nothing tells; it is not
 * sent again within the hour. LINE knows its retry keys, so that a second push is harmless.
 */
const LEASE_SECONDS: Readonly<Record<Channel, number>> = { email: 3_600, line: 60 };

/** The next due message of these channels, or null. What was read meanwhile is left out of it. */
export async function claimMessage(
  tx: Tx,
  organizationId: OrganizationId,
  channels: readonly Channel[],
  at: Date,
): Promise<ClaimedMessage | null> {
  const [rows] = await tx.query<[ClaimRow[], number]>(
    `update notice_message m set epoch = m.epoch + 1, first_tried_at = coalesce(m.first_tried_at, $3),
       lease_until = $3::timestamptz + (case m.channel when 'email' then $4::int else $5::int end) * interval '1 second'
     where m.organization_id = $1 and m.id = (
       select id from notice_message where organization_id = $1 and state = 'open' and next_at <= $3
         and (lease_until is null or lease_until <= $3) and channel = any ($2)
       order by next_at, id limit 1 for update skip locked)
     returning m.id, m.epoch, m.channel, m.person_id as "personId", m.failures, m.first_tried_at as "firstTriedAt",
       m.created_at < $3::timestamptz - interval '7 days' as "isStale"`,
    [organizationId, channels, at, LEASE_SECONDS.email, LEASE_SECONDS.line],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    ...row,
    organizationId,
    parts: await partsOf(tx, organizationId, row, at),
    address: await addressOf(tx, organizationId, row),
  };
}

type ClaimRow = Omit<ClaimedMessage, 'organizationId' | 'parts' | 'address'>;

/** One line for an item and kind, the newest; none for what was read, or came by another message within the hour. */
const partsOf = (
  tx: Tx,
  organizationId: OrganizationId,
  { id, personId, channel }: ClaimRow,
  at: Date,
): Promise<MessagePart[]> =>
  tx.query(
    `select kind, item_kind as "itemKind", item_id as "itemId", to_char(due_on, 'YYYY-MM-DD') as "dueOn" from (
       select distinct on (n.kind, n.item_kind, n.item_id) n.* from notice_part p
       join notice n on n.organization_id = p.organization_id and n.id = p.notice_id
       where p.organization_id = $1 and p.message_id = $2 and n.read_at is null and n.item_id is not null
         and not exists (
           select from notice_message other
           join notice_part op on op.organization_id = other.organization_id and op.message_id = other.id
           join notice o on o.organization_id = op.organization_id and o.id = op.notice_id
           where other.organization_id = $1 and other.id <> $2 and other.person_id = $3 and other.channel = $4
             and other.state = 'sent' and other.ended_at > $5::timestamptz - interval '1 hour'
             and o.kind = n.kind and o.item_kind = n.item_kind and o.item_id = n.item_id)
       order by n.kind, n.item_kind, n.item_id, n.created_at desc
     ) newest order by created_at, id`,
    [organizationId, id, personId, channel, at],
  );

async function addressOf(tx: Tx, organizationId: OrganizationId, row: ClaimRow): Promise<string | null> {
  const [contact]: { address: string | null }[] = await tx.query(
    `select ${row.channel === 'email' ? 'email' : 'line_user_id'} as address from notice_contact
     where organization_id = $1 and person_id = $2`,
    [organizationId, row.personId],
  );
  return contact?.address ?? null;
}
