import type { Tx } from '../../src/database/unit-of-work.js';

/** A row in every table of time and notices; here only their presence matters. */
export async function leaveTracesOfTime(tx: Tx, organizationId: string): Promise<void> {
  await tx.query(ROWS, [organizationId]);
}

const ROWS = `
  with someone as (
    select p.id as person_id, a.post_id from person p join appointment a on a.organization_id = p.organization_id and a.person_id = p.id
    where p.organization_id = $1 limit 1
  ), closed as (
    insert into holiday_change (organization_id, day, name, is_holiday, changed_by)
    select $1, '2025-06-04', 'ร่องรอย', true, person_id from someone
  ), moved as (
    insert into milestone_change (organization_id, fiscal_year, name, starts_on, ends_on, verified, changed_by)
    select $1, 2568, 'result', '2025-08-18', '2025-08-18', true, person_id from someone
  ), asked as (
    insert into asked_signature (organization_id, id, item_kind, item_id, round, stage, step, post_id, asked_at)
    select $1, gen_random_uuid(), 'report', gen_random_uuid(), 1, 'signing', 0, post_id, now() from someone returning id
  ), timed as (
    insert into timed_work (organization_id, id, signature_id, kind, nth, fires_at)
    select $1, gen_random_uuid(), id, 'due', 1, now() + interval '1 year' from asked
  ), planned as (
    insert into milestone_work (organization_id, id, fiscal_year, milestone, task, kind, due_on, planned_on, fires_at)
    values ($1, gen_random_uuid(), 2568, 'result', 'write', 'begin', '2025-08-18', '2025-08-01', now() + interval '1 year')
  ), overridden as (
    insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
    select $1, gen_random_uuid(), 'report', gen_random_uuid(), 1, 'sign', person_id, 'ร่องรอย' from someone returning id
  ), reminded as (
    insert into override_reminder (organization_id, override_id, nth, fires_at)
    select $1, id, 1, now() + interval '1 year' from overridden
  ), reachable as (
    insert into notice_contact (organization_id, person_id, email) select $1, person_id, 'a@example.go.th' from someone
  ), linking as (
    insert into line_code (organization_id, person_id, code_hash, expires_at)
    select $1, person_id, sha256($1::text::bytea), now() + interval '10 minutes' from someone
  ), wishing as (
    insert into notice_preference (organization_id, person_id, kind, in_app, email, line)
    select $1, person_id, 'waiting', true, 'off', 'off' from someone
  ), told as (
    insert into notice (organization_id, id, person_id, kind, in_app, created_at)
    select $1, gen_random_uuid(), person_id, 'waiting', true, now() from someone returning id
  ), sent as (
    insert into notice_message (organization_id, id, person_id, channel, created_at, next_at)
    select $1, gen_random_uuid(), person_id, 'email', now(), now() from someone returning id
  )
  insert into notice_part (organization_id, message_id, notice_id) select $1, sent.id, told.id from sent, told`;
