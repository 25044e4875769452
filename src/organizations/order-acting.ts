import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import type { ActingOrder } from '../core/acting/acting-order.js';
import { orderProblems, type OrderProblem, type OwnPost } from '../core/acting/order-problems.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { ActingOrderRow } from './acting-order.entity.js';
import { PersonRow, PostRow } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';

export interface NewActingOrder extends Omit<ActingOrder, 'id' | 'revokedOn'> {
  readonly organizationId: OrganizationId;
  /** The administrator who records it. */
  readonly recordedBy: string;
}

/**
 * Records an acting order. From its first day on, routing, waiting work and signature blocks follow it by themselves.
 * @throws DomainError item.refused with details.problems (acting.*), input.invalid naming the field
 */
export async function orderActing(tx: Tx, { recordedBy, ...given }: NewActingOrder): Promise<ActingOrderRow> {
  const { organizationId } = given;
  await refuseUnknown(tx, given);
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [organizationId]);
  const others = await tx.findBy(ActingOrderRow, { organizationId });
  const itemKinds = given.itemKinds ? [...given.itemKinds] : null;
  const order = { ...given, itemKinds, id: uuidv7(), revokedOn: null };
  const problems = orderProblems(order, others, await ownPostsOf(tx, organizationId));
  if (problems.length > 0) throw refusal(problems);
  await tx.insert(ActingOrderRow, order);
  await appendAudit(tx, {
    action: 'acting.order',
    itemKind: 'acting-order',
    itemId: order.id,
    actorPersonId: recordedBy,
    ...(await stated(tx, organizationId, 'orders', order.id)),
  });
  return tx.create(ActingOrderRow, order);
}

/** Ends an order on a day: the day itself does not count any more. @throws DomainError item.not-found */
export async function revokeActing(
  tx: Tx,
  { organizationId, orderId, revokedBy }: { organizationId: OrganizationId; orderId: string; revokedBy: string },
): Promise<void> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update acting_order set revoked_on = ${TODAY} where organization_id = $1 and id = $2 and revoked_on is null returning id`,
    [organizationId, isUuid(orderId) ? orderId : null],
  );
  if (rows.length === 0) throw new DomainError('item.not-found', { itemId: orderId });
  await appendAudit(tx, {
    action: 'acting.revoke',
    itemKind: 'acting-order',
    itemId: orderId,
    actorPersonId: revokedBy,
    ...(await stated(tx, organizationId, 'orders', orderId)),
  });
}

async function refuseUnknown(
  tx: Tx,
  { organizationId, personId, postId, orderNumber }: Omit<NewActingOrder, 'recordedBy'>,
): Promise<void> {
  const person = isUuid(personId) && (await tx.findOneBy(PersonRow, { organizationId, id: personId }));
  if (!person || person.closedAt) throw new DomainError('input.invalid', { field: 'personId' });
  if (!isUuid(postId) || !(await tx.findOneBy(PostRow, { organizationId, id: postId }))) {
    throw new DomainError('input.invalid', { field: 'postId' });
  }
  if (!orderNumber.trim()) throw new DomainError('input.invalid', { field: 'orderNumber' });
}

/** Every objection with its code; the orders it is about are named by number in the sentences. */
function refusal(problems: readonly OrderProblem[]): DomainError {
  const namedBy = (wanted: OrderProblem['code']) => problems.find(({ code }) => code === wanted)?.orders ?? [];
  return new DomainError('item.refused', {
    itemKind: 'acting-order',
    problems: problems.map(({ code }) => code),
    overlapping: namedBy('acting.overlap'),
    circle: namedBy('acting.circular'),
  });
}

/** Everybody's appointments, over all time. */
export const ownPostsOf = (tx: Tx, organizationId: OrganizationId): Promise<OwnPost[]> =>
  tx.query(
    `select person_id as "personId", post_id as "postId", to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
       to_char(ends_on, 'YYYY-MM-DD') as "endsOn"
     from appointment where organization_id = $1`,
    [organizationId],
  );
