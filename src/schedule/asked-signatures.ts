import { uuidv7 } from 'uuidv7';
import { holidaysAround } from '../calendar/holidays.queries.js';
import type { ItemKindName } from '../core/item.js';
import type { Slot } from '../core/route/route.js';
import { bangkokDay } from '../core/time/calendar-days.js';
import { timedEvents } from '../core/time/reminders.js';
import { addWorkingDays, type Holidays } from '../core/time/working-days.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { postsAbove } from './posts-above.js';

export interface ItemRef {
  readonly organizationId: OrganizationId;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
}

/** A signature that is asked for and not given yet. */
export interface StandingSignature {
  readonly id: string;
  readonly round: number;
  readonly step: number;
  readonly postId: string;
}

export const standingSignatures = (
  tx: Tx,
  { organizationId, itemKind, itemId }: ItemRef,
): Promise<StandingSignature[]> =>
  tx.query(
    `select id, round, step, post_id as "postId" from asked_signature
     where organization_id = $1 and item_kind = $2 and item_id = $3 and ended_at is null`,
    [organizationId, itemKind, itemId],
  );

/** Nobody needs these any more; the clock forgets them. */
export async function endSignatures(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    'update asked_signature set ended_at = $3 where organization_id = $1 and id = any ($2) and ended_at is null',
    [organizationId, ids, at],
  );
  await tx.query(
    `update timed_work set cancelled_at = $3
     where organization_id = $1 and signature_id = any ($2) and fired_at is null and cancelled_at is null`,
    [organizationId, ids, at],
  );
}

export interface NewSignature {
  readonly round: number;
  readonly slot: Slot;
  /** Working days from the asking; null sets no date. */
  readonly dueInDays: number | null;
}

/**
 * Asks for a signature and lays out what the clock will do about it. Asked already: nothing changes.
 * @returns the due day, or null
 */
export async function askSignature(
  tx: Tx,
  ref: ItemRef,
  { round, slot, dueInDays }: NewSignature,
  now: Date,
): Promise<string | null> {
  const { organizationId, itemKind, itemId } = ref;
  const askedAt = await askedSince(tx, ref, round, slot, now);
  const holidays = await holidaysAround(tx, organizationId, bangkokDay(askedAt));
  const dueOn = dueInDays === null ? null : addWorkingDays(bangkokDay(askedAt), dueInDays, holidays);
  const rows: { id: string }[] = await tx.query(
    `insert into asked_signature
       (organization_id, id, item_kind, item_id, round, stage, step, post_id, asked_at, due_in_days, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [organizationId, uuidv7(), itemKind, itemId, round, slot.stage, slot.step, slot.postId, askedAt, dueInDays, dueOn],
  );
  const [row] = rows;
  if (row && dueOn !== null)
    await layOut(tx, organizationId, { ...row, askedAt, dueOn, postId: slot.postId }, holidays);
  return dueOn;
}

/**
 * The submission, or the last signature of the steps before. A signature that is asked for again in the same round is asked
 * from now.
 */
async function askedSince(
  tx: Tx,
  { organizationId, itemKind, itemId }: ItemRef,
  round: number,
  { step, postId }: Slot,
  now: Date,
): Promise<Date> {
  const [row]: { since: Date | null; isAgain: boolean }[] = await tx.query(
    `select greatest(
         (select frozen_at from item_version
          where organization_id = $1 and item_kind = $2 and item_id = $3 and number = $4),
         (select max(decided_at) from decision
          where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4 and affirms
             and set_aside_by is null and step < $5)
       ) as since,
       exists (select from asked_signature
               where organization_id = $1 and item_kind = $2 and item_id = $3 and round = $4 and step = $5
                 and post_id = $6) as "isAgain"`,
    [organizationId, itemKind, itemId, round, step, postId],
  );
  return row?.since && !row.isAgain ? row.since : now;
}

async function layOut(
  tx: Tx,
  organizationId: OrganizationId,
  signature: { readonly id: string; readonly askedAt: Date; readonly dueOn: string; readonly postId: string },
  holidays: Holidays,
): Promise<void> {
  const rungs = (await postsAbove(tx, organizationId, signature.postId)).length;
  const events = timedEvents({ ...signature, rungs }, holidays);
  await tx.query(
    `insert into timed_work (organization_id, id, signature_id, kind, nth, fires_at)
     select $1, id, $2, kind, nth, fires_at
     from unnest($3::uuid[], $4::text[], $5::int[], $6::timestamptz[]) as event (id, kind, nth, fires_at)
     on conflict do nothing`,
    [
      organizationId,
      signature.id,
      events.map(() => uuidv7()),
      events.map(({ kind }) => kind),
      events.map(({ nth }) => nth),
      events.map(({ firesAt }) => firesAt),
    ],
  );
}
