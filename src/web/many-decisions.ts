import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.js';
import { Desk } from './desk.js';
import { doorAt, type Decision } from './item-doors.js';
import { onceFor } from './visitor-key.js';
import { isFresh, type Visitor } from './visitor.js';

/** One of several decisions that arrive together. */
export interface OneDecision extends Decision {
  readonly section: string;
  readonly id: string;
  readonly deed: string;
}

export interface Moved {
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
}

export interface Answer extends Pick<OneDecision, 'section' | 'id' | 'deed'> {
  readonly moved: Moved | null;
  /** Why this one was refused; null when it was done. */
  readonly refusal: DomainError | null;
}

/** Several decisions of one person in one request: each is a transaction of its own and has an answer of its own. */
@Injectable()
export class ManyDecisions {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  /**
   * With a key, a repeat does nothing again: what was done is answered as it was, what was refused is tried again.
   * @throws DomainError sign-in.confirm when one of them signs and the proof of identity is old, idempotency.key-reused
   */
  async decide(
    visitor: Visitor,
    key: string | null,
    decisions: readonly OneDecision[],
  ): Promise<{ answers: Answer[]; replayed: boolean }> {
    if (decisions.some(({ section, deed }) => doorAt(section).signs(deed)) && !isFresh(visitor)) {
      throw new DomainError('sign-in.confirm');
    }
    const { replayed } = await this.desk.at(visitor, (tx) =>
      onceFor(tx, visitor, key, { decisions }, async () => ({ asked: decisions.length })),
    );
    const answers: Answer[] = [];
    for (const decision of decisions) answers.push(await this.decideOne(visitor, key, decision));
    return { answers, replayed };
  }

  private async decideOne(visitor: Visitor, key: string | null, one: OneDecision): Promise<Answer> {
    const { section, id, deed, ...decision } = one;
    const place = { section, id, deed };
    const ownKey = key === null ? null : `${key} ${section}/${id}`;
    try {
      const { reply: moved } = await this.desk.at(visitor, (tx, me) =>
        onceFor(tx, visitor, ownKey, one, async () => {
          const { state, version, contentHash } = await doorAt(section).act(tx, me, id, deed, decision);
          return { state, version, contentHash };
        }),
      );
      return { ...place, moved, refusal: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...place, moved: null, refusal: error };
    }
  }
}
