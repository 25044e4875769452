import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import type { RequestFacts } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import { DomainError } from '../core/errors.js';
import { isUuid, type OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { appendWork } from '../outbox/append-work.js';
import type { ItemRef } from './excerpt.js';
import { assertLoggedIn, type Period } from './period.js';

export interface ExportRequest {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** Null but for one item. */
  readonly item: ItemRef | null;
  /** Null but for some days. */
  readonly period: Period | null;
  readonly request: RequestFacts;
}

/**
 * Asks for a bundle of the log, of one item or of some days, for auditors and administrators; a worker that may sign makes it. Who took the log out of
 * the house is itself in the log.
 * @returns the export's id
 * @throws DomainError permission.denied, item.not-found, audit.period-empty
 */
export async function askExport(
  tx: Tx,
  { organizationId, actor, item, period, request }: ExportRequest,
): Promise<string> {
  requireCapacity(actor, 'auditor', 'administrator');
  if (item) await assertLogged(tx, organizationId, item);
  if (period) await assertLoggedIn(tx, organizationId, period);
  const id = uuidv7();
  await tx.query(
    `insert into audit_export (organization_id, id, item_kind, item_id, starts_on, ends_on, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      organizationId,
      id,
      item?.itemKind ?? null,
      item?.itemId ?? null,
      period?.from ?? null,
      period?.to ?? null,
      actor.personId,
    ],
  );
  await appendWork(tx, organizationId, 'audit.export', id);
  await appendAudit(tx, {
    ...request,
    action: 'audit.export',
    itemKind: item?.itemKind ?? 'organization',
    itemId: item?.itemId ?? organizationId,
    actorPersonId: actor.personId,
    actorPostId: actor.posts[0]?.postId ?? '',
  });
  return id;
}

async function assertLogged(tx: Tx, organizationId: OrganizationId, { itemKind, itemId }: ItemRef): Promise<void> {
  const rows: unknown[] = isUuid(itemId)
    ? await tx.query(
        `select 1 from audit_event where organization_id = $1 and item_kind = $2 and item_id = $3 limit 1`,
        [organizationId, itemKind, itemId],
      )
    : [];
  if (rows.length === 0) throw new DomainError('item.not-found', { itemId });
}
