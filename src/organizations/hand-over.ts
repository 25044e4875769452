import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { AppointmentRow, PersonRow } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';

export interface HandOver {
  readonly organizationId: OrganizationId;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  /** Close the account of the person who leaves. */
  readonly closesAccount: boolean;
  readonly recordedBy: string;
}

export interface HandedOver {
  readonly posts: number;
  readonly drafts: number;
  readonly actingOrders: number;
}

/**
 * One action when a person moves: posts from today on, own drafts, and an end to acting orders. Waiting signatures
 * belong to posts and follow them by themselves; who submitted or signed what is history and stays.
 * @throws DomainError handover.same-person, input.invalid naming the field
 */
export async function handOver(tx: Tx, request: HandOver): Promise<HandedOver> {
  const { organizationId, fromPersonId, toPersonId, closesAccount, recordedBy } = request;
  if (fromPersonId === toPersonId) throw new DomainError('handover.same-person');
  await openPerson(tx, organizationId, fromPersonId, 'fromPersonId');
  await openPerson(tx, organizationId, toPersonId, 'toPersonId');
  const posts = await movePosts(tx, request);
  const drafts = await moveDrafts(tx, request);
  const [revoked] = await tx.query<[object[], number]>(
    `update acting_order set revoked_on = ${TODAY} where organization_id = $1 and person_id = $2
       and revoked_on is null and (ends_on is null or ends_on >= ${TODAY}) returning id`,
    [organizationId, fromPersonId],
  );
  if (closesAccount) {
    await tx.query('update person set closed_at = now() where organization_id = $1 and id = $2', [
      organizationId,
      fromPersonId,
    ]);
  }
  await appendAudit(tx, {
    action: closesAccount ? 'person.leave' : 'person.hand-over',
    itemKind: 'person',
    itemId: fromPersonId,
    actorPersonId: recordedBy,
    onBehalfOf: toPersonId,
  });
  return { posts, drafts, actingOrders: revoked.length };
}

/** An appointment of today's ends yesterday, or never was when it began today; the other person's begins today. */
async function movePosts(tx: Tx, { organizationId, fromPersonId, toPersonId }: HandOver): Promise<number> {
  const held: { id: string; postId: string; beganBefore: boolean }[] = await tx.query(
    `select id, post_id as "postId", starts_on < ${TODAY} as "beganBefore" from appointment
     where organization_id = $1 and person_id = $2 and starts_on <= ${TODAY} and (ends_on is null or ends_on >= ${TODAY})`,
    [organizationId, fromPersonId],
  );
  const [now]: { day: string }[] = await tx.query(`select to_char(${TODAY}, 'YYYY-MM-DD') as day`);
  for (const { id, postId, beganBefore } of held) {
    await tx.query(
      beganBefore
        ? `update appointment set ends_on = ${TODAY} - 1 where organization_id = $1 and id = $2`
        : 'delete from appointment where organization_id = $1 and id = $2',
      [organizationId, id],
    );
    const startsOn = now?.day ?? '';
    await tx.insert(AppointmentRow, {
      organizationId,
      id: uuidv7(),
      personId: toPersonId,
      postId,
      startsOn,
      endsOn: null,
    });
  }
  return held.length;
}

async function moveDrafts(tx: Tx, { organizationId, fromPersonId, toPersonId }: HandOver): Promise<number> {
  let moved = 0;
  for (const table of ['measure', 'report', 'announcement']) {
    const [rows] = await tx.query<[object[], number]>(
      `update ${table} set created_by = $3 where organization_id = $1 and created_by = $2 and state in ('draft', 'approved') returning id`,
      [organizationId, fromPersonId, toPersonId],
    );
    moved += rows.length;
  }
  return moved;
}

async function openPerson(tx: Tx, organizationId: OrganizationId, id: string, field: string): Promise<void> {
  const person = isUuid(id) ? await tx.findOneBy(PersonRow, { organizationId, id }) : null;
  if (!person || person.closedAt) throw new DomainError('input.invalid', { field });
}
