import type { RecordProblem } from '../core/verdicts.js';
import type { CanonicalEvent } from './canonical-event.js';
import { Replay } from './replay.js';
import { STATED } from './stated-record.js';

/** What an event says about an item, an edition or a publication. */
export type LoggedFact = Pick<
  CanonicalEvent,
  | 'action'
  | 'actorPersonId'
  | 'actorPostId'
  | 'at'
  | 'authAgeSeconds'
  | 'authMethod'
  | 'contentHashAfter'
  | 'fileSha256'
  | 'fromState'
  | 'itemId'
  | 'itemKind'
  | 'onBehalfOf'
  | 'reasonHash'
  | 'toState'
> & { readonly seq: number };

/** What an event says of a row beside the log. */
export interface Statement {
  /** Keyed hash of the row. */
  readonly hash: string;
  readonly at: string;
}

const KEPT: readonly string[] = ['measure', 'report', 'announcement', 'edition', 'publication'];
const STATED_OF: ReadonlySet<string> = new Set(Object.values(STATED).map(({ itemKind }) => itemKind));
const LARGEST_STEP_BACK_MS = 1_000;

/** The events of a log by what they are about, for questions that its chain alone does not answer. */
export class LogIndex {
  private readonly facts = new Map<string, LoggedFact[]>();
  private readonly stated = new Map<string, Map<string, Statement[]>>();
  private readonly replay = new Replay();
  private lastAt = '';
  /** The first event whose time lies more than a second before an earlier one; 0 when there is none. */
  clockWentBackAt = 0;

  /** @returns why the event cannot follow those before it */
  add(event: CanonicalEvent): RecordProblem | null {
    this.watchClock(event);
    this.keepStatement(event);
    if (!KEPT.includes(event.itemKind)) return null;
    const fact = factOf(event);
    const known = this.facts.get(fact.itemId);
    if (known) known.push(fact);
    else this.facts.set(fact.itemId, [fact]);
    return this.replay.play(event);
  }

  /** Oldest first. */
  of(itemId: string): readonly LoggedFact[] {
    return this.facts.get(itemId) ?? [];
  }

  /** What was said of one row, oldest first. */
  statements(itemKind: string, itemId: string): readonly Statement[] {
    return this.stated.get(itemKind)?.get(itemId) ?? [];
  }

  /** What was said of every row of a kind. */
  allStatements(itemKind: string): (readonly Statement[])[] {
    return [...(this.stated.get(itemKind)?.values() ?? [])];
  }

  /** Numbers of the events that override four eyes in an emergency. */
  get overrides(): readonly number[] {
    return this.replay.overrides;
  }

  private keepStatement({ itemKind, itemId, contentHashAfter: hash, at }: CanonicalEvent): void {
    if (hash === '' || !STATED_OF.has(itemKind)) return;
    const ofKind = this.stated.get(itemKind) ?? new Map<string, Statement[]>();
    this.stated.set(itemKind, ofKind);
    ofKind.set(itemId, [...(ofKind.get(itemId) ?? []), { hash, at }]);
  }

  private watchClock({ at, seq }: CanonicalEvent): void {
    if (at < this.lastAt && this.clockWentBackAt === 0) {
      if (Date.parse(this.lastAt) - Date.parse(at) > LARGEST_STEP_BACK_MS) this.clockWentBackAt = Number(seq);
    }
    if (at > this.lastAt) this.lastAt = at;
  }
}

const factOf = (event: CanonicalEvent): LoggedFact => ({
  seq: Number(event.seq),
  action: event.action,
  actorPersonId: event.actorPersonId,
  actorPostId: event.actorPostId,
  at: event.at,
  authAgeSeconds: event.authAgeSeconds,
  authMethod: event.authMethod,
  contentHashAfter: event.contentHashAfter,
  fileSha256: event.fileSha256,
  fromState: event.fromState,
  itemId: event.itemId,
  itemKind: event.itemKind,
  onBehalfOf: event.onBehalfOf,
  reasonHash: event.reasonHash,
  toState: event.toState,
});
