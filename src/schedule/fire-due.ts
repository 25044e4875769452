import { appendAudit } from '../audit/append-audit.js';
import { holdersOf, type Holder } from '../core/acting/holders.js';
import { mayStillSign } from '../approvals/turn.js';
import type { ItemKindName } from '../core/item.js';
import type { TimedKind } from '../core/time/reminders.js';
import { faultPoint } from '../database/fault-point.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { administratorsToday } from '../notices/administrators.queries.js';
import { notify } from '../notices/notify.js';
import { signingDirectory, type Post, type SigningDirectory } from '../organizations/who-may-act.queries.js';

import { postsAbove } from './posts-above.js';

const BATCH = 100;

/**
 * Does what the clock has come to, once: claiming and telling are one transaction. Of several reminders that came due while
 * nothing ran, the newest is told and the others are marked as overtaken.
 * @returns how many pieces of timed work were done
 */
export async function fireDue(tx: Tx, organizationId: OrganizationId, at: Date): Promise<number> {
  const [due] = await tx.query<[DueRow[], number]>(CLAIM, [organizationId, at, BATCH]);
  if (due.length === 0) return 0;
  faultPoint('time.claimed');
  const directory = await signingDirectory(tx, organizationId);
  const escalated: DueRow[] = [];
  for (const row of due) {
    const outcome = isOvertaken(row, due) ? 'overtaken' : await tell(tx, organizationId, row, directory, at);
    await tx.query('update timed_work set outcome = $3 where organization_id = $1 and id = $2', [
      organizationId,
      row.id,
      outcome,
    ]);
    if (row.kind === 'escalate' && outcome === 'told') escalated.push(row);
  }
  for (const { itemKind, itemId } of escalated) {
    await appendAudit(tx, { action: 'signature.escalated', itemKind, itemId });
  }
  return due.length;
}

interface DueRow {
  readonly id: string;
  readonly kind: TimedKind;
  readonly nth: number;
  readonly firesAt: Date;
  readonly signatureId: string;
  readonly itemKind: ItemKindName;
  readonly itemId: string;
  readonly postId: string;
  readonly dueOn: string;
  /** Who submitted the round, and who signed in it. */
  readonly submittedBy: string | null;
  readonly decidedBy: readonly string[];
  /** Whom somebody asked for it in place of the other holders. */
  readonly handedTo: string | null;
}

const CLAIM = `
  update timed_work t set fired_at = $2
  from asked_signature s
  left join item_version v on v.organization_id = s.organization_id and v.item_kind = s.item_kind
    and v.item_id = s.item_id and v.number = s.round
  where t.organization_id = $1 and s.organization_id = $1 and s.id = t.signature_id and t.id in (
    select id from timed_work where organization_id = $1 and fires_at <= $2 and fired_at is null and cancelled_at is null
    order by fires_at, id limit $3 for update skip locked)
  returning t.id, t.kind, t.nth, t.fires_at as "firesAt", s.id as "signatureId", s.item_kind as "itemKind",
    s.item_id as "itemId", s.post_id as "postId", to_char(s.due_on, 'YYYY-MM-DD') as "dueOn",
    v.frozen_by as "submittedBy",
    array(select person_id::text from decision d where d.organization_id = $1 and d.item_kind = s.item_kind
      and d.item_id = s.item_id and d.round = s.round and d.affirms
      and d.set_aside_by is null) as "decidedBy",
    (select to_person_id from reassignment h where h.organization_id = $1 and h.item_kind = s.item_kind
      and h.item_id = s.item_id and h.round = s.round and h.step = s.step and h.post_id = s.post_id
      order by h.made_at desc, h.id desc limit 1) as "handedTo"`;

const isOvertaken = (row: DueRow, due: readonly DueRow[]): boolean =>
  due.some(
    (other) =>
      other.signatureId === row.signatureId &&
      (other.kind === 'escalate') === (row.kind === 'escalate') &&
      row.kind !== 'escalate' &&
      other.firesAt > row.firesAt,
  );

async function tell(
  tx: Tx,
  organizationId: OrganizationId,
  row: DueRow,
  directory: SigningDirectory,
  at: Date,
): Promise<'told' | 'nobody-to-tell'> {
  const isEscalation = row.kind === 'escalate';
  const personIds = isEscalation
    ? await toEscalate(tx, organizationId, row, directory)
    : toRemind(
        holdersToday(directory, row.itemKind, ({ postId }) => postId === row.postId),
        row,
      );
  if (personIds.length === 0) return 'nobody-to-tell';
  await notify(tx, {
    organizationId,
    personIds,
    kind: isEscalation ? 'escalation' : 'reminder',
    item: { kind: row.itemKind, id: row.itemId },
    dueOn: row.dueOn,
    at,
  });
  return 'told';
}

/** An author who holds the post is reminded too: they may ask for an acting order. */
function toRemind(holders: readonly Holder[], row: DueRow): string[] {
  const named = holders.filter(({ personId }) => personId === row.handedTo);
  return mayStillSign({ holders: named.length > 0 ? named : holders }, row, { ...row, authors: [] });
}

/** The lowest post above whose turn has come and that somebody holds today; the administrators when all of them are vacant. */
async function toEscalate(
  tx: Tx,
  organizationId: OrganizationId,
  { postId, nth, itemKind }: DueRow,
  directory: SigningDirectory,
): Promise<string[]> {
  for (const above of (await postsAbove(tx, organizationId, postId)).slice(nth - 1)) {
    const holders = holdersToday(directory, itemKind, ({ kind }) => kind === above);
    if (holders.length > 0) return holders.map(({ personId }) => personId);
  }
  return administratorsToday(tx, organizationId);
}

const holdersToday = (
  directory: SigningDirectory,
  itemKind: ItemKindName,
  isAsked: (post: Post) => boolean,
): Holder[] =>
  directory.posts
    .filter(isAsked)
    .flatMap(({ postId, appointed }) => holdersOf(postId, appointed, directory.orders, { ...directory, itemKind }));
