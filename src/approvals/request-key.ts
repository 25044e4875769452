import { createHash } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../core/errors.js';
import { sortedJson } from '../core/sorted-json.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

@Entity('request_key')
export class RequestKeyRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') fingerprint: string;
  /** The reply word for word: jsonb alone would answer with its keys in another order (RELIABILITY M17). */
  @Column('jsonb') response: { readonly text: string };
}

interface KeyedRequest {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  /** The Idempotency-Key header; null runs the work without protection. */
  readonly key: string | null;
  /** What is asked: path and body. The same key with another request is refused. */
  readonly request: object;
}

export interface Keyed<Reply> {
  readonly reply: Reply;
  readonly replayed: boolean;
}

/**
 * Runs the work once for a key and tells later requests with that key the same answer
 * (draft-ietf-httpapi-idempotency-key-header).
 * @throws DomainError idempotency.still-running (409), idempotency.key-reused (422)
 */
export async function onceForKey<Reply extends object>(
  tx: Tx,
  { organizationId, personId, key, request }: KeyedRequest,
  work: () => Promise<Reply>,
): Promise<Keyed<Reply>> {
  if (key === null) return { reply: await work(), replayed: false };
  const [lock]: { free: boolean }[] = await tx.query(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as free',
    [`${personId}/${key}`],
  );
  if (!lock?.free) throw new DomainError('idempotency.still-running', { key });
  const fingerprint = createHash('sha256').update(sortedJson(request)).digest('hex');
  const known = await tx.findOneBy(RequestKeyRow, { organizationId, personId, key });
  if (known && known.fingerprint !== fingerprint) throw new DomainError('idempotency.key-reused', { key });
  if (known) return { reply: JSON.parse(known.response.text) as Reply, replayed: true }; // stored from the same work
  const reply = await work();
  await tx.insert(RequestKeyRow, {
    organizationId,
    personId,
    key,
    fingerprint,
    response: { text: JSON.stringify(reply) },
  });
  return { reply, replayed: false };
}
