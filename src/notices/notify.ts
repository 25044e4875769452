import { uuidv7 } from 'uuidv7';
import {
  CHANNELS,
  HOUSE_KINDS,
  type NoticeKind,
  type NoticePreference,
  type NoticeSubject,
} from '../core/notice/notice.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { addToMessages } from './add-to-messages.js';
import { readersOf, type Reader } from './readers.queries.js';

export interface NewNotice {
  readonly organizationId: OrganizationId;
  readonly personIds: readonly string[];
  readonly kind: NoticeKind;
  /** An item, or a reminder of the assessment year. */
  readonly item: { readonly kind: NoticeSubject; readonly id: string } | null;
  /** YYYY-MM-DD. */
  readonly dueOn?: string | null;
  /** The moment of the fact, by the database's clock. */
  readonly at: Date;
}

/**
 * Tells people, in the transaction of the fact: a row each, and messages for those who want them. Whoever was told the same
 * about the same item within the hour is not told again; what they were told counts as unread again. Closed accounts hear
 * nothing.
 * @returns how many people were told
 */
export async function notify(tx: Tx, notice: NewNotice): Promise<number> {
  const readers = await readersOf(tx, notice.organizationId, [...new Set(notice.personIds)], notice.kind);
  let told = 0;
  for (const reader of readers) if (await tell(tx, notice, reader)) told += 1;
  return told;
}

async function tell(tx: Tx, notice: NewNotice, { personId, preference, addresses }: Reader): Promise<boolean> {
  const { organizationId, kind, item, dueOn = null, at } = notice;
  const place = [organizationId, personId, kind, item?.kind ?? null, item?.id ?? null] as const;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [place.join('/')]);
  const [recent] = await tx.query<[{ id: string }[], number]>(
    `update notice set read_at = null, due_on = coalesce($6, due_on)
     where organization_id = $1 and person_id = $2 and kind = $3
       and item_kind is not distinct from $4 and item_id is not distinct from $5
       and created_at > $7::timestamptz - interval '1 hour' and created_at <= $7
     returning id`,
    [...place, dueOn, at],
  );
  if (recent.length > 0) return false;
  const noticeId = uuidv7();
  await tx.query(
    `insert into notice (organization_id, person_id, kind, item_kind, item_id, due_on, created_at, id, in_app)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [...place, dueOn, at, noticeId, preference.inApp],
  );
  for (const channel of CHANNELS) {
    const pace = paceOf(kind, preference, channel);
    if (pace !== 'off' && addresses[channel]) {
      await addToMessages(tx, { organizationId, personId, noticeId, channel, pace, at });
    }
  }
  return true;
}

const paceOf = (
  kind: NoticeKind,
  preference: NoticePreference,
  channel: (typeof CHANNELS)[number],
): NoticePreference[typeof channel] => (HOUSE_KINDS.includes(kind) ? 'off' : preference[channel]);
