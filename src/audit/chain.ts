import { createHash } from 'node:crypto';

import type { ChainProblem } from '../core/verdicts.js';
import { parseEvent, type CanonicalEvent } from './canonical-event.js';

/** Separates these hashes from Merkle leaves (0x00) and nodes (0x01) over the same bytes. */
const DOMAIN = Buffer.concat([Buffer.from([0x02]), Buffer.from('tenant-log-v1', 'ascii')]);

export interface ChainSubject {
  /** UUID in lower case. */
  readonly organizationId: string;
  /** The text that was hashed when the log was opened, character for character. */
  readonly createdAt: string;
}

export interface ChainedEvent {
  /** 1 for the first event, without gaps. */
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** SHA-256 as 64 lower-case hex digits. */
  readonly hash: string;
}

export interface ChainBreak {
  /** Where the log can first be shown to be broken, counted from 1. */
  readonly position: number;
  readonly problem: ChainProblem;
}

export type ChainVerdict =
  { readonly intact: true; readonly size: number; readonly head: string } | ({ readonly intact: false } & ChainBreak);

/** h_0: binds the log to its organization and to the moment it was opened. */
export function chainStart({ organizationId, createdAt }: ChainSubject): Buffer {
  return sha256(DOMAIN, uuidBytes(organizationId), uint64(0), Buffer.from(createdAt, 'utf8'));
}

/** h_n from h_(n-1) and the exact bytes of event n. */
export function chainNext(organizationId: string, seq: number, previous: Uint8Array, bytes: Uint8Array): Buffer {
  return sha256(DOMAIN, uuidBytes(organizationId), uint64(seq), previous, uint32(bytes.length), bytes);
}

/** How far a walk came that found everything in order. */
export interface ChainPlace {
  readonly size: number;
  /** Hash of event `size`, or h_0. */
  readonly head: Buffer;
}

/** Follows one log event by event, so that a bundle of any length needs the memory of one line. */
export class ChainWalk {
  private count: number;
  private last: Buffer;
  private parsed: CanonicalEvent | null = null;

  /**
   * @param anchors hashes known from elsewhere (a printed seal) by position; 0 is h_0
   * @param from where an earlier walk stopped
   */
  constructor(
    private readonly subject: ChainSubject,
    private readonly anchors: ReadonlyMap<number, string> = new Map(),
    from: ChainPlace = { size: 0, head: chainStart(subject) },
  ) {
    this.count = from.size;
    this.last = from.head;
  }

  get size(): number {
    return this.count;
  }

  get head(): string {
    return this.last.toString('hex');
  }

  /** What the last accepted event says. */
  get event(): CanonicalEvent | null {
    return this.parsed;
  }

  /** Null when the event is the next one of this log. After a problem the walk is over. */
  accept({ seq, bytes, hash }: ChainedEvent): ChainBreak | null {
    const position = this.count + 1;
    const problem = this.problemOf(position, seq, bytes);
    if (problem) return { position, problem };

    this.last = chainNext(this.subject.organizationId, position, this.last, bytes);
    this.count = position;
    if (this.head !== hash) return { position, problem: 'hash-differs' };
    return this.missesAnchor(position);
  }

  /** Compares the end with what was promised: a log that lost its tail is whole in itself. */
  finish(expected: { readonly size: number; readonly head: string }): ChainVerdict {
    const end = this.missesAnchor(0) ?? this.missesEnd(expected) ?? this.missesLaterAnchor();
    return end ? { intact: false, ...end } : { intact: true, size: this.size, head: this.head };
  }

  private problemOf(position: number, seq: number, bytes: Uint8Array): ChainProblem | null {
    if (seq !== position) return 'position-differs';
    const event = parseEvent(bytes);
    if (typeof event === 'string') return event;
    if (event.organizationId !== this.subject.organizationId) return 'organization-differs';
    this.parsed = event;
    return event.seq === String(position) ? null : 'seq-differs';
  }

  private missesEnd(expected: { readonly size: number; readonly head: string }): ChainBreak | null {
    if (this.count < expected.size) return { position: this.count + 1, problem: 'tail-missing' };
    if (this.count > expected.size) return { position: expected.size + 1, problem: 'tail-added' };
    return this.head === expected.head ? null : { position: Math.max(this.count, 1), problem: 'head-differs' };
  }

  private missesAnchor(position: number): ChainBreak | null {
    const known = this.anchors.get(position);
    const found = position === 0 ? chainStart(this.subject).toString('hex') : this.head;
    return known === undefined || known === found ? null : { position, problem: 'anchor-differs' };
  }

  private missesLaterAnchor(): ChainBreak | null {
    const isBeyond = [...this.anchors.keys()].some((position) => position > this.count);
    return isBeyond ? { position: this.count + 1, problem: 'tail-missing' } : null;
  }
}

/** The whole log at once; names the first position that is not as it was written. */
export function verifyChain(
  subject: ChainSubject,
  events: Iterable<ChainedEvent>,
  expected: { readonly size: number; readonly head: string },
  anchors?: ReadonlyMap<number, string>,
): ChainVerdict {
  const walk = new ChainWalk(subject, anchors);
  for (const event of events) {
    const broken = walk.accept(event);
    if (broken) return { intact: false, ...broken };
  }
  return walk.finish(expected);
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function uuidBytes(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error('an organization is named by a UUID');
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
