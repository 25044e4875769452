import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import { DomainError, type ErrorCode } from '../core/errors.js';
import { isCalendarDate } from '../core/thai/dates.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { refuseLastAdministrator } from './last-administrator.js';
import { AppointmentRow, PersonRow, PostRow, type PostKind } from './organization.entities.js';

export interface NewAppointment {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  readonly postId: string;
  /** YYYY-MM-DD; the last day counts, null means until further notice. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly recordedBy: string;
}

/** Posts that one person holds at a time; acting orders stand in for them. */
export const FOR_ONE: readonly PostKind[] = ['division_head', 'chief_administrator', 'executive'];

/**
 * A person holds a post from a day on. The history of both stays.
 * @throws DomainError input.invalid naming the field, item.refused with details.problems (appointment.*)
 */
export async function appoint(tx: Tx, given: NewAppointment): Promise<{ readonly id: string }> {
  const { organizationId, personId, postId, startsOn, endsOn, recordedBy } = given;
  const post = await refuseUnknown(tx, given);
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [organizationId]);
  const problems = await problemsOf(tx, given, post);
  if (problems.length > 0) throw new DomainError('item.refused', { itemKind: 'appointment', problems });
  const id = uuidv7();
  await tx.insert(AppointmentRow, { organizationId, id, personId, postId, startsOn, endsOn });
  await appendAudit(tx, {
    action: 'appointment.begin',
    itemKind: 'appointment',
    itemId: id,
    toState: `${startsOn}/${endsOn ?? ''}`,
    actorPersonId: recordedBy,
    onBehalfOf: personId,
    ...(await stated(tx, organizationId, 'appointments', id)),
  });
  return { id };
}

async function refuseUnknown(
  tx: Tx,
  { organizationId, personId, postId, startsOn, endsOn }: NewAppointment,
): Promise<PostRow> {
  const refuse = (field: string): never => {
    throw new DomainError('input.invalid', { field });
  };
  const person = isUuid(personId) ? await tx.findOneBy(PersonRow, { organizationId, id: personId }) : null;
  if (!person || person.closedAt) refuse('personId');
  const post = isUuid(postId) ? await tx.findOneBy(PostRow, { organizationId, id: postId }) : null;
  if (!isCalendarDate(startsOn)) refuse('startsOn');
  if (endsOn !== null && !isCalendarDate(endsOn)) refuse('endsOn');
  return post ?? refuse('postId');
}

async function problemsOf(tx: Tx, given: NewAppointment, post: PostRow): Promise<ErrorCode[]> {
  const { organizationId, personId, postId, startsOn, endsOn } = given;
  if (endsOn !== null && endsOn < startsOn) return ['appointment.dates-reversed'];
  const others: { personId: string }[] = await tx.query(
    `select person_id as "personId" from appointment
     where organization_id = $1 and post_id = $2 and daterange(starts_on, ends_on, '[]') && daterange($3, $4, '[]')`,
    [organizationId, postId, startsOn, endsOn],
  );
  const isOwn = others.some((other) => other.personId === personId);
  const isTaken = FOR_ONE.includes(post.kind) && others.some((other) => other.personId !== personId);
  return [
    ...(isOwn ? (['appointment.overlap'] as const) : []),
    ...(isTaken ? (['appointment.post-taken'] as const) : []),
    ...(post.endsOn !== null && (endsOn ?? '9999') > post.endsOn ? (['appointment.post-ended'] as const) : []),
  ];
}

export interface EndOfAppointment {
  readonly organizationId: OrganizationId;
  readonly appointmentId: string;
  /** YYYY-MM-DD: the last day in the post. */
  readonly endsOn: string;
  readonly recordedBy: string;
}

/**
 * Sets the last day of an appointment. What the person signed in the post stays within it.
 * @throws DomainError item.not-found, input.invalid (endsOn), appointment.*, person.last-administrator
 */
export async function endAppointment(tx: Tx, given: EndOfAppointment): Promise<void> {
  const { organizationId, appointmentId: id, endsOn, recordedBy } = given;
  const appointment = isUuid(id) ? await tx.findOneBy(AppointmentRow, { organizationId, id }) : null;
  if (!appointment) throw new DomainError('item.not-found', { itemId: id });
  if (!isCalendarDate(endsOn)) throw new DomainError('input.invalid', { field: 'endsOn' });
  if (endsOn < appointment.startsOn) throw new DomainError('appointment.dates-reversed', { field: 'endsOn' });
  await refuseDeedsAfter(tx, appointment, endsOn);
  const { startsOn, personId, postId } = appointment;
  await refuseOverlapOfLonger(tx, { organizationId, personId, postId, startsOn, endsOn, id });
  await refuseLastAdministrator(tx, appointment);
  await tx.update(AppointmentRow, { organizationId, id }, { endsOn });
  await appendAudit(tx, {
    action: 'appointment.end',
    itemKind: 'appointment',
    itemId: id,
    toState: `${startsOn}/${endsOn}`,
    actorPersonId: recordedBy,
    onBehalfOf: personId,
    ...(await stated(tx, organizationId, 'appointments', id)),
  });
}

async function refuseDeedsAfter(tx: Tx, { organizationId, personId, postId }: AppointmentRow, endsOn: string) {
  const later: object[] = await tx.query(
    `select 1 from decision where organization_id = $1 and person_id = $2 and post_id = $3
       and (decided_at at time zone 'Asia/Bangkok')::date > $4 limit 1`,
    [organizationId, personId, postId, endsOn],
  );
  if (later.length > 0) throw new DomainError('appointment.acted-since', { field: 'endsOn' });
}

/** A last day may also be moved further away, into somebody else's time. */
async function refuseOverlapOfLonger(
  tx: Tx,
  { organizationId, personId, postId, startsOn, endsOn, id }: Omit<NewAppointment, 'recordedBy'> & { id: string },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [organizationId]);
  const others: { isOwn: boolean; kind: PostKind }[] = await tx.query(
    `select a.person_id = $5 as "isOwn", p.kind from appointment a
     join post p on p.organization_id = a.organization_id and p.id = a.post_id
     where a.organization_id = $1 and a.post_id = $2 and a.id <> $6
       and daterange(a.starts_on, a.ends_on, '[]') && daterange($3, $4, '[]')`,
    [organizationId, postId, startsOn, endsOn, personId, id],
  );
  if (others.some(({ isOwn }) => isOwn)) throw new DomainError('appointment.overlap', { field: 'endsOn' });
  if (others.some(({ kind }) => FOR_ONE.includes(kind)))
    throw new DomainError('appointment.post-taken', { field: 'endsOn' });
}
