import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventLine, manifestLine } from '../audit/bundle.js';
import { canonicalBytes, EVENT_KEYS, EVENT_SCHEMA, type CanonicalEvent } from '../audit/canonical-event.js';
import { chainNext, chainStart, type ChainedEvent } from '../audit/chain.js';
import { verifyBundle } from '../audit/verify-bundle.js';

const EVENTS = 100_000;
const SUBJECT = { organizationId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70', createdAt: '2026-11-20T15:00:00.000000Z' };
const HASH = 'a'.repeat(64);

export interface AuditFigures {
  readonly events: number;
  readonly bundleBytes: number;
  /** Wall-clock milliseconds to make the canonical bytes and hashes, and to verify the written bundle offline. */
  readonly chainMs: number;
  readonly verifyMs: number;
  readonly verifiedPerSecond: number;
}

/** Chains 100,000 events of usual length, writes them as a bundle and verifies the file as an auditor would. */
export async function benchAudit(): Promise<AuditFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'));
  try {
    const path = join(folder, 'bundle.ndjson');
    const startedAt = performance.now();
    const events = chainOf(EVENTS);
    const chainedAt = performance.now();
    await writeBundle(path, events);
    const writtenAt = performance.now();
    const verdict = await verifyBundle(path);
    const verifyMs = performance.now() - writtenAt;
    if (!verdict.usable || !verdict.intact) throw new Error('the bench wrote a log that does not verify');
    return {
      events: verdict.size,
      bundleBytes: (await stat(path)).size,
      chainMs: Math.round(chainedAt - startedAt),
      verifyMs: Math.round(verifyMs),
      verifiedPerSecond: Math.round((EVENTS / verifyMs) * 1000),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function chainOf(length: number): ChainedEvent[] {
  let head = chainStart(SUBJECT);
  return Array.from({ length }, (_unused, index) => {
    const bytes = canonicalBytes(eventOf(index + 1));
    head = chainNext(SUBJECT.organizationId, index + 1, head, bytes);
    return { seq: index + 1, bytes, hash: head.toString('hex') };
  });
}

function eventOf(seq: number): CanonicalEvent {
  const nothing = Object.fromEntries(EVENT_KEYS.map((key) => [key, ''])) as Record<keyof CanonicalEvent, string>; // every key is in the list
  return {
    ...nothing,
    action: 'measure.approve',
    actorPersonId: SUBJECT.organizationId,
    at: '2026-11-20T15:57:00.123456Z',
    contentHashAfter: HASH,
    contentHashBefore: HASH,
    fromState: 'executive_review',
    itemId: SUBJECT.organizationId,
    itemKind: 'measure',
    organizationId: SUBJECT.organizationId,
    requestId: SUBJECT.organizationId,
    schema: EVENT_SCHEMA,
    seq: String(seq),
    sessionHash: HASH,
    toState: 'approved',
  };
}

async function writeBundle(path: string, events: readonly ChainedEvent[]): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${manifestLine({ ...SUBJECT, size: events.length, head: events.at(-1)?.hash ?? '' })}\n`);
  for (const event of events) if (!file.write(`${eventLine(event)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
