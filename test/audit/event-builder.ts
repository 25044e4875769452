import type { CanonicalEvent } from '../../src/audit/canonical-event.js';
import { canonicalBytes, EVENT_SCHEMA } from '../../src/audit/canonical-event.js';
import type { ChainedEvent, ChainSubject } from '../../src/audit/chain.js';
import { chainNext, chainStart } from '../../src/audit/chain.js';

export const subject: ChainSubject = {
  organizationId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70',
  createdAt: '2026-11-20T15:00:00.000000Z',
};

export function anEvent(seq: number, changes: Partial<CanonicalEvent> = {}): CanonicalEvent {
  const second = String(seq % 60).padStart(2, '0');
  return {
    action: 'measure.approve',
    actorPersonId: '018f6d2a-0000-7000-8000-000000000001',
    actorPostId: '018f6d2a-0000-7000-8000-000000000002',
    at: `2026-11-20T15:57:${second}.123456Z`,
    authAgeSeconds: '42',
    authMethod: 'password',
    clientAddress: '192.0.2.7',
    contentHashAfter: 'b'.repeat(64),
    contentHashBefore: 'a'.repeat(64),
    fileSha256: '',
    fromState: 'executive_review',
    itemId: '018f6d2a-0000-7000-8000-000000000003',
    itemKind: 'measure',
    onBehalfOf: '',
    organizationId: subject.organizationId,
    reasonHash: '',
    requestId: `request-${seq}`,
    schema: EVENT_SCHEMA,
    seq: String(seq),
    sessionHash: 'c'.repeat(64),
    softwareVersion: '0.1.0',
    toState: 'approved',
    ...changes,
  };
}

/** Chains given bytes whatever they hold, as a dishonest owner of the log could. */
export function chainedBytes(allBytes: readonly Uint8Array[], of: ChainSubject = subject): ChainedEvent[] {
  let head = chainStart(of);
  return allBytes.map((bytes, index) => {
    head = chainNext(of.organizationId, index + 1, head, bytes);
    return { seq: index + 1, bytes, hash: head.toString('hex') };
  });
}

export const aChain = (length: number): ChainedEvent[] =>
  chainedBytes(Array.from({ length }, (_, index) => canonicalBytes(anEvent(index + 1))));
