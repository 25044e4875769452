import type { OverrideWatcher } from '../approvals/deed-watch.js';
import { openOverrides, type OpenOverride } from '../approvals/overrides.js';
import { holidaysAround } from '../calendar/holidays.queries.js';
import { bangkokDay } from '../core/time/calendar-days.js';
import { ratificationReminders } from '../core/time/reminders.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { notify } from '../notices/notify.js';
import { settleNotices } from '../notices/settle-notices.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';
import type { ItemRef } from './asked-signatures.js';
import { ratifiersToday } from './ratifiers.js';

/**
 * Brings notices and reminders into line with the emergency decisions on an item that wait to be ratified: tells of new
 * ones, settles what was ratified. Called in the transaction of the decision or its ratification; again at any time
 * changes nothing.
 */
export const askRatification: OverrideWatcher = async (tx, ref) => {
  const { organizationId, itemKind, itemId } = ref;
  // a decision and the ratification of another one on the same item must each see the other
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [`${organizationId}/${itemId}`]);
  const open = await openOverrides(tx, organizationId, ref);
  const { at } = await momentOfSigning(tx);
  await forgetRatified(tx, ref, at);
  const ratifiers = await ratifiersToday(tx, organizationId);
  const item = { kind: itemKind, id: itemId };
  for (const override of open) {
    if (!(await layOut(tx, organizationId, override))) continue;
    const personIds = ratifiers.of(override);
    await notify(tx, { organizationId, personIds, kind: 'unratified', item, at });
  }
  const stillAsked = open.flatMap((override) => ratifiers.of(override));
  await settleNotices(tx, { organizationId, item, kinds: ['unratified'], stillAsked, at });
};

/** Emergency decisions that nobody was asked about, such as those of an earlier version. @returns how many items */
export async function askAboutUnasked(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const unasked: Omit<ItemRef, 'organizationId'>[] = await tx.query(
    `select distinct item_kind as "itemKind", item_id as "itemId" from item_override o
     where organization_id = $1 and ratified_by is null
       and not exists (select from override_reminder r where r.organization_id = $1 and r.override_id = o.id)`,
    [organizationId],
  );
  for (const item of unasked) await askRatification(tx, { organizationId, ...item });
  return unasked.length;
}

/** @returns whether it had not been laid out before */
async function layOut(tx: Tx, organizationId: OrganizationId, { id, madeAt }: OpenOverride): Promise<boolean> {
  const holidays = await holidaysAround(tx, organizationId, bangkokDay(madeAt));
  const times = ratificationReminders(madeAt, holidays);
  const laidOut: object[] = await tx.query(
    `insert into override_reminder (organization_id, override_id, nth, fires_at)
     select $1, $2, nth, fires_at from unnest($3::timestamptz[]) with ordinality as planned (fires_at, nth)
     on conflict do nothing returning nth`,
    [organizationId, id, times],
  );
  return laidOut.length > 0;
}

const forgetRatified = (tx: Tx, { organizationId, itemKind, itemId }: ItemRef, at: Date): Promise<unknown> =>
  tx.query(
    `update override_reminder r set cancelled_at = $4 from item_override o
     where r.organization_id = $1 and o.organization_id = $1 and o.id = r.override_id and o.item_kind = $2
       and o.item_id = $3 and o.ratified_by is not null and r.fired_at is null and r.cancelled_at is null`,
    [organizationId, itemKind, itemId, at],
  );
