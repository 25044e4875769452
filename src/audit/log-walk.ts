import type { ChainProblem, ProofProblem } from '../core/verdicts.js';
import type { CanonicalEvent } from './canonical-event.js';
import { chainStart, ChainWalk, type ChainedEvent, type ChainPlace, type ChainSubject } from './chain.js';
import { KEY_ACTION, keyFingerprint, type LogKeyEntry } from './log-keys.js';
import { leafHash, MerkleFrontier } from './merkle.js';

/** What signed checkpoints, keys and papers from elsewhere say the log must be. */
export interface Expectations {
  /** Roots (hex) of the log's own checkpoints, by size. */
  readonly checkpoints: ReadonlyMap<number, string>;
  /** Roots (hex) of checkpoints remembered elsewhere, by size. */
  readonly known: ReadonlyMap<number, string>;
  /** Hashes (hex) of events that are known from elsewhere, by position. */
  readonly anchors: ReadonlyMap<number, string>;
  readonly keys: readonly LogKeyEntry[];
}

export const NOTHING_EXPECTED: Expectations = {
  checkpoints: new Map(),
  known: new Map(),
  anchors: new Map(),
  keys: [],
};

/** Where a walk stands that found everything in order: enough to go on from there. */
export interface LogPlace extends ChainPlace {
  /** The right edge of the Merkle tree, as `MerkleFrontier` writes it. */
  readonly frontier: Buffer;
}

export interface LogBreak {
  /** The event where the log can first be shown to be broken, counted from 1. */
  readonly position: number;
  readonly problem: ChainProblem | ProofProblem;
}

export const logStart = (subject: ChainSubject): LogPlace => ({
  size: 0,
  head: chainStart(subject),
  frontier: Buffer.alloc(0),
});

/** Follows a log event by event: its chain, its Merkle tree, every checkpoint on the way, and its keys. */
export class LogWalk {
  private readonly chain: ChainWalk;
  private readonly tree: MerkleFrontier;
  private readonly keysAt: ReadonlyMap<number, LogKeyEntry>;

  /** @param from where an earlier walk over the same events stopped */
  constructor(
    subject: ChainSubject,
    private readonly expected: Expectations = NOTHING_EXPECTED,
    from: LogPlace = logStart(subject),
  ) {
    this.chain = new ChainWalk(subject, expected.anchors, from);
    this.tree = MerkleFrontier.read(from.size, from.frontier);
    this.keysAt = new Map(expected.keys.map((entry) => [entry.since, entry]));
  }

  get place(): LogPlace {
    return { size: this.chain.size, head: Buffer.from(this.chain.head, 'hex'), frontier: this.tree.bytes() };
  }

  get size(): number {
    return this.chain.size;
  }

  get head(): string {
    return this.chain.head;
  }

  get root(): Buffer {
    return this.tree.root();
  }

  /** What the last accepted event says. */
  get event(): CanonicalEvent | null {
    return this.chain.event;
  }

  /** Null when the event is the next one of this log. After a problem the walk is over. */
  accept(event: ChainedEvent): LogBreak | null {
    const broken = this.chain.accept(event);
    if (broken) return broken;
    this.tree.append(leafHash(event.bytes));
    const problem = this.missesKey() ?? this.missesRoot();
    return problem && { position: this.size, problem };
  }

  /** Compares the end with what was promised, and with every checkpoint that reaches beyond it. */
  finish(promised: { readonly size: number; readonly head: string }): LogBreak | null {
    const end = this.chain.finish(promised);
    if (!end.intact) return { position: end.position, problem: end.problem };
    const beyond = [...this.expected.checkpoints.keys(), ...this.expected.known.keys(), ...this.keysAt.keys()];
    return beyond.some((size) => size > this.size) ? { position: this.size + 1, problem: 'tail-missing' } : null;
  }

  private missesRoot(): ProofProblem | null {
    const { checkpoints, known } = this.expected;
    if (!checkpoints.has(this.size) && !known.has(this.size)) return null;
    const root = this.root.toString('hex');
    if ((checkpoints.get(this.size) ?? root) !== root) return 'checkpoint-differs';
    return (known.get(this.size) ?? root) === root ? null : 'known-checkpoint-differs';
  }

  /** A key stands in the list exactly where the log announces it: no other key ever signs. */
  private missesKey(): ProofProblem | null {
    const entry = this.keysAt.get(this.size);
    const event = this.chain.event;
    if (event?.action !== KEY_ACTION) return entry ? 'log-key-not-announced' : null;
    return entry && event.contentHashAfter === keyFingerprint(entry.key) ? null : 'log-key-not-announced';
  }
}
