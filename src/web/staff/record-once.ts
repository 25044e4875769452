import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import type { ActorInHand } from '../../approvals/actor.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import type { Visitor } from '../visitor.js';

interface Recorded<Fields> {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  readonly measureId: string;
  readonly seenVersion: number;
  readonly fields: Fields;
}

interface Recording<Fields> {
  readonly measureId: string;
  readonly typed: { readonly seenVersion: string; readonly idempotencyKey: string };
  readonly fields: Fields;
  readonly record: (tx: Tx, recorded: Recorded<Fields>) => Promise<{ readonly version: number }>;
  readonly notice: 'results' | 'interim';
}

/** Records what a form says was reached, once for its key, and goes back to the measure. @throws DomainError as `record` */
export async function recordOnce<Fields>(
  desk: Desk,
  visitor: Visitor,
  request: Request,
  { measureId, typed, fields, record, notice }: Recording<Fields>,
): Promise<WebReply> {
  const { organizationId } = visitor;
  const seenVersion = Number(typed.seenVersion);
  await desk.at(visitor, (tx, { actor }) =>
    onceFor(tx, visitor, typed.idempotencyKey || null, { path: request.path, typed }, async () => {
      const { version } = await record(tx, { organizationId, actor, measureId, seenVersion, fields });
      return { version };
    }),
  );
  leaveNotice(request, notice);
  return seeOther(links.measure(measureId));
}
