import type { ItemKindName } from '../core/item.js';
import { faultPoint } from '../database/fault-point.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import { ratifiersToday, type Ratifiers } from './ratifiers.js';

const BATCH = 100;

/**
 * Reminds of emergency decisions that wait to be ratified, each reminder once: claiming and telling are one transaction. Of
 * several that came due while nothing ran, the newest is told.
 * @returns how many reminders were claimed
 */
export async function fireRatifications(tx: Tx, organizationId: OrganizationId, at: Date): Promise<number> {
  const [due] = await tx.query<[DueReminder[], number]>(CLAIM, [organizationId, at, BATCH]);
  if (due.length === 0) return 0;
  faultPoint('time.claimed');
  const ratifiers = await ratifiersToday(tx, organizationId);
  for (const reminder of due) {
    const outcome = isOvertaken(reminder, due) ? 'overtaken' : await tell(tx, organizationId, reminder, ratifiers, at);
    await tx.query(
      'update override_reminder set outcome = $4 where organization_id = $1 and override_id = $2 and nth = $3',
      [organizationId, reminder.overrideId, reminder.nth, outcome],
    );
  }
  return due.length;
}

interface DueReminder {
  readonly overrideId: string;
  readonly nth: number;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  /** Who decided in the emergency. */
  readonly personId: string;
}

const CLAIM = `
  update override_reminder r set fired_at = $2 from item_override o
  where r.organization_id = $1 and o.organization_id = $1 and o.id = r.override_id
    and (r.override_id, r.nth) in (
      select override_id, nth from override_reminder
      where organization_id = $1 and fires_at <= $2 and fired_at is null and cancelled_at is null
      order by fires_at, override_id limit $3 for update skip locked)
  returning r.override_id as "overrideId", r.nth, o.item_kind as "itemKind", o.item_id as "itemId",
    o.person_id as "personId"`;

const isOvertaken = ({ overrideId, nth }: DueReminder, due: readonly DueReminder[]): boolean =>
  due.some((other) => other.overrideId === overrideId && other.nth > nth);

async function tell(
  tx: Tx,
  organizationId: OrganizationId,
  reminder: DueReminder,
  ratifiers: Ratifiers,
  at: Date,
): Promise<'told' | 'nobody-to-tell'> {
  const personIds = ratifiers.of(reminder);
  if (personIds.length === 0) return 'nobody-to-tell';
  const item = { kind: reminder.itemKind, id: reminder.itemId };
  await notify(tx, { organizationId, personIds, kind: 'unratified', item, at });
  return 'told';
}
