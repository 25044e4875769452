import type { CanonicalEvent } from './canonical-event.js';

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

const DECIDED_ON: readonly string[] = ['measure', 'report', 'announcement'];
const KEPT: readonly string[] = [...DECIDED_ON, 'edition', 'publication'];
const LARGEST_STEP_BACK_MS = 1_000;

/** The events of a log by what they are about, for questions that its chain alone does not answer. */
export class LogIndex {
  private readonly facts = new Map<string, LoggedFact[]>();
  private readonly states = new Map<string, string>();
  private lastAt = '';
  /** The first event whose time lies more than a second before an earlier one; 0 when there is none. */
  clockWentBackAt = 0;

  /** @returns whether the event goes on from the state in which the item was */
  add(event: CanonicalEvent): boolean {
    this.watchClock(event);
    if (!KEPT.includes(event.itemKind)) return true;
    const fact = factOf(event);
    const known = this.facts.get(fact.itemId);
    if (known) known.push(fact);
    else this.facts.set(fact.itemId, [fact]);
    return this.follows(fact);
  }

  /** Oldest first. */
  of(itemId: string): readonly LoggedFact[] {
    return this.facts.get(itemId) ?? [];
  }

  private follows({ itemKind, itemId, fromState, toState }: LoggedFact): boolean {
    if (toState === '' || !DECIDED_ON.includes(itemKind)) return true;
    const before = this.states.get(itemId);
    this.states.set(itemId, toState);
    return before === undefined || fromState === '' || fromState === before;
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
