import { appendAudit, appendAudits } from '../audit/append-audit.js';
import { appendStatements } from '../audit/state-records.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { belongingsOf, digestOf, dutiesIn, ITEM_TABLES, type Belongings, type Duties } from './belongings.queries.js';
import { movePosts } from './move-posts.js';
import { PersonRow } from './organization.entities.js';
import { TODAY } from './who-may-act.queries.js';

export interface HandOver {
  readonly organizationId: OrganizationId;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  /** Close the account of the person who leaves. */
  readonly closesAccount: boolean;
  readonly recordedBy: string;
  /** Of what was shown before the button was pressed; without it, whatever there is moves. */
  readonly shown?: string;
}

/**
 * What would pass from one to the other, for reading before it is done.
 * @throws DomainError handover.same-person, input.invalid naming the field
 */
export async function readBelongings(
  tx: Tx,
  { organizationId, fromPersonId, toPersonId }: Pick<HandOver, 'organizationId' | 'fromPersonId' | 'toPersonId'>,
): Promise<Belongings> {
  if (fromPersonId === toPersonId && fromPersonId !== '') throw new DomainError('handover.same-person');
  await openPerson(tx, organizationId, fromPersonId, 'fromPersonId');
  await openPerson(tx, organizationId, toPersonId, 'toPersonId');
  return belongingsOf(tx, organizationId, fromPersonId);
}

/**
 * One action when a person moves: posts from today on or from the day they begin, items in every state with what waits, and
 * an end to acting orders. Waiting signatures belong to posts and follow them by themselves; who submitted or signed what
 * is history and stays, for four eyes too.
 * @throws DomainError handover.same-person, input.invalid naming the field, item.changed-meanwhile where more or less would
 *   move than was shown
 */
export async function handOver(tx: Tx, request: HandOver): Promise<Duties> {
  const { organizationId, fromPersonId, closesAccount } = request;
  const belongings = await readBelongings(tx, request);
  if (request.shown && request.shown !== digestOf(belongings)) throw new DomainError('item.changed-meanwhile');
  const posts = await movePosts(tx, request, belongings.appointments);
  await moveItems(tx, request);
  await tx.query(
    `update acting_order set revoked_on = ${TODAY} where organization_id = $1 and id = any ($2) and revoked_on is null`,
    [organizationId, belongings.actingOrders],
  );
  if (closesAccount) {
    await tx.query('update person set closed_at = now() where organization_id = $1 and id = $2', [
      organizationId,
      fromPersonId,
    ]);
  }
  const by = { actorPersonId: request.recordedBy, onBehalfOf: fromPersonId };
  await appendStatements(tx, organizationId, 'appointments', posts.ended, { ...by, action: 'appointment.end' });
  await appendStatements(tx, organizationId, 'appointments', posts.begun, { ...by, action: 'appointment.begin' });
  await appendStatements(tx, organizationId, 'orders', belongings.actingOrders, { ...by, action: 'acting.revoke' });
  await tellLog(tx, request, belongings);
  return dutiesIn(belongings);
}

/** Whoever looks after an item, or answers for it, is another from now on; `submitted_by` stays. */
async function moveItems(tx: Tx, { organizationId, fromPersonId, toPersonId }: HandOver): Promise<void> {
  for (const table of ITEM_TABLES) {
    await tx.query(
      `update ${table} set created_by = case when created_by = $2 then $3 else created_by end,
         succeeded_by = case when coalesce(succeeded_by, submitted_by) = $2 then $3 else succeeded_by end
       where organization_id = $1 and (created_by = $2 or coalesce(succeeded_by, submitted_by) = $2)`,
      [organizationId, fromPersonId, toPersonId],
    );
  }
}

/** Each item that goes on says so in its own history. */
async function tellLog(
  tx: Tx,
  { fromPersonId, toPersonId, recordedBy, closesAccount }: HandOver,
  { items }: Belongings,
): Promise<void> {
  const by = { actorPersonId: recordedBy, onBehalfOf: toPersonId };
  await appendAudits(
    tx,
    items.map(({ kind, id, state, contentHash }) => ({
      ...by,
      action: 'item.hand-over',
      itemKind: kind,
      itemId: id,
      fromState: state,
      toState: state,
      contentHashBefore: contentHash,
      contentHashAfter: contentHash,
    })),
  );
  await appendAudit(tx, {
    ...by,
    action: closesAccount ? 'person.leave' : 'person.hand-over',
    itemKind: 'person',
    itemId: fromPersonId,
  });
}

async function openPerson(tx: Tx, organizationId: OrganizationId, id: string, field: string): Promise<void> {
  const person = isUuid(id) ? await tx.findOneBy(PersonRow, { organizationId, id }) : null;
  if (!person || person.closedAt) throw new DomainError('input.invalid', { field });
}
