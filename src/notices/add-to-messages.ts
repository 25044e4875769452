import { uuidv7 } from 'uuidv7';
import type { Channel, Pace } from '../core/notice/notice.js';
import { nextDigest, outsideQuietHours, soonAfter } from '../core/time/notice-times.js';
import { bangkokDay } from '../core/time/calendar-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { quietHoursOf } from './preferences.js';
import { holidaysAround } from '../calendar/holidays.queries.js';

interface Posting {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly noticeId: string;
  readonly channel: Channel;
  readonly pace: Exclude<Pace, 'off'>;
  readonly at: Date;
}

/** Puts a notice into the message that gathers for these minutes, the morning or the next digest. */
export async function addToMessages(tx: Tx, posting: Posting): Promise<void> {
  const { organizationId, noticeId } = posting;
  const messageId = await messageFor(tx, posting);
  await tx.query('insert into notice_part (organization_id, message_id, notice_id) values ($1, $2, $3)', [
    organizationId,
    messageId,
    noticeId,
  ]);
}

async function messageFor(tx: Tx, posting: Posting): Promise<string> {
  const { organizationId, pace, at } = posting;
  const sendAt =
    pace === 'digest'
      ? nextDigest(at, await holidaysAround(tx, organizationId, bangkokDay(at)))
      : outsideQuietHours(soonAfter(at), (await quietHoursOf(tx, organizationId, posting.personId)) ?? undefined);
  // a message that left just now takes nothing more
  return (await gatheringMessage(tx, posting, sendAt)) ?? openMessage(tx, posting, sendAt, null);
}

/** The open message that gathers until then, made when it is missing; null when it has left. */
async function gatheringMessage(tx: Tx, posting: Posting, sendAt: Date): Promise<string | null> {
  const { organizationId, personId, channel } = posting;
  const find = async (): Promise<{ id: string; isOpen: boolean } | undefined> => {
    const [row]: { id: string; isOpen: boolean }[] = await tx.query(
      `select id, state = 'open' and epoch = 0 as "isOpen" from notice_message
       where organization_id = $1 and person_id = $2 and channel = $3 and gathers_until = $4 for update`,
      [organizationId, personId, channel, sendAt],
    );
    return row;
  };
  let found = await find();
  if (!found) {
    await openMessage(tx, posting, sendAt, sendAt);
    found = await find(); // perhaps another transaction's
  }
  return found?.isOpen ? found.id : null;
}

async function openMessage(
  tx: Tx,
  { organizationId, personId, channel, at }: Posting,
  sendAt: Date,
  gathersUntil: Date | null,
): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into notice_message (organization_id, id, person_id, channel, gathers_until, created_at, next_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [organizationId, id, personId, channel, gathersUntil, at, sendAt],
  );
  return id;
}
