import { Inject, Injectable } from '@nestjs/common';
import { requireCapacity } from '../approvals/actor.js';
import type { Keyed } from '../approvals/request-key.js';
import type { Tx } from '../database/unit-of-work.js';
import { Desk, type Me } from './desk.js';
import { onceFor } from './visitor-key.js';
import type { Visitor } from './visitor.js';

/** The desk of administrators: anybody else is refused before anything is read. */
@Injectable()
export class AdminDesk {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  /** @throws DomainError permission.denied */
  at<T>(visitor: Visitor, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
    return this.desk.at(visitor, (tx, me) => {
      requireCapacity(me.actor, 'administrator');
      return work(tx, me);
    });
  }

  /**
   * A change that a form or program asks for once, however often it arrives.
   * @param asked what is asked, path included
   * @throws DomainError permission.denied, idempotency.*
   */
  once<Reply extends object>(
    visitor: Visitor,
    key: string | null,
    asked: object,
    work: (tx: Tx, me: Me) => Promise<Reply>,
  ): Promise<Keyed<Reply>> {
    return this.at(visitor, (tx, me) => onceFor(tx, visitor, key || null, asked, () => work(tx, me)));
  }
}
