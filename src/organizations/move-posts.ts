import { uuidv7 } from 'uuidv7';
import type { Tx } from '../database/unit-of-work.js';
import type { OwnAppointment } from './belongings.queries.js';
import type { HandOver } from './hand-over.js';
import { AppointmentRow } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';

interface MovedPosts {
  /** Ids of appointments. */
  readonly ended: readonly string[];
  readonly begun: readonly string[];
}

/**
 * What the person held until yesterday ends there, and the other holds it from today to the day on which it was to end; an
 * appointment that begins today or later passes as it is. Where the other holds the same post already, theirs grows.
 */
export async function movePosts(
  tx: Tx,
  request: HandOver,
  appointments: readonly OwnAppointment[],
): Promise<MovedPosts> {
  const { organizationId } = request;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [organizationId]);
  const begun: string[] = [];
  for (const appointment of appointments) {
    await tx.query(
      appointment.beganBefore
        ? `update appointment set ends_on = ${TODAY} - 1 where organization_id = $1 and id = $2`
        : 'delete from appointment where organization_id = $1 and id = $2',
      [organizationId, appointment.id],
    );
    begun.push((await grown(tx, request, appointment)) ?? (await given(tx, request, appointment)));
  }
  return { ended: appointments.flatMap(({ id, beganBefore }) => (beganBefore ? [id] : [])), begun };
}

async function given(
  tx: Tx,
  { organizationId, toPersonId: personId }: HandOver,
  { postId, startsOn, endsOn }: OwnAppointment,
): Promise<string> {
  const id = uuidv7();
  await tx.insert(AppointmentRow, { organizationId, id, personId, postId, startsOn, endsOn });
  return id;
}

/** @returns the id of the other's own appointment when it covers these days now; null when they have none then */
async function grown(
  tx: Tx,
  { organizationId, toPersonId }: HandOver,
  { postId, startsOn, endsOn }: OwnAppointment,
): Promise<string | null> {
  const own: { id: string }[] = await tx.query(
    `select id from appointment where organization_id = $1 and person_id = $2 and post_id = $3
       and daterange(starts_on, ends_on, '[]') && daterange($4, $5, '[]') order by starts_on`,
    [organizationId, toPersonId, postId, startsOn, endsOn],
  );
  const [first, ...later] = own.map(({ id }) => id);
  if (first === undefined) return null;
  await tx.query(
    `update appointment set starts_on = least(starts_on, $3::date), ends_on = (
       select case when bool_or(ends_on is null) or $4::date is null then null else greatest(max(ends_on), $4::date) end
       from appointment where organization_id = $1 and id = any ($5))
     where organization_id = $1 and id = $2`,
    [organizationId, first, startsOn, endsOn, [first, ...later]],
  );
  await tx.query('delete from appointment where organization_id = $1 and id = any ($2)', [organizationId, later]);
  return first;
}
