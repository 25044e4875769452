import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk, type Me } from '../desk.js';
import type { Decision, ItemDoor, TitledRow } from '../item-doors.js';
import { onceFor } from '../visitor-key.js';
import { isFresh, type Visitor } from '../visitor.js';
import { DomainError } from '../../core/errors.js';
import type { ActBody, HistoryReply, ItemReply, MovedReply } from './item.dto.js';
import { historyReply, itemReply, movedOf } from './item.view.js';
import { told } from './request-headers.js';

interface DeedRequest {
  readonly id: string;
  readonly deed: string;
  readonly body: ActBody;
  readonly key: string | null;
  readonly shownHash: string | null;
}

/** What the API does the same for every kind of item. */
@Injectable()
export class ItemActs {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  show(response: Response, visitor: Visitor, door: ItemDoor, id: string): Promise<ItemReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await door.see(tx, me, id);
      return itemReply(response, door, sight, await door.findings(tx, me, sight.item));
    });
  }

  history(visitor: Visitor, door: ItemDoor, id: string): Promise<HistoryReply[]> {
    return this.desk.at(visitor, async (tx, me) => (await door.see(tx, me, id)).history.map(historyReply));
  }

  /** A write that gives the item back as it left it; a repeat with the same key changes nothing. */
  async write(
    request: Request,
    response: Response,
    visitor: Visitor,
    key: string | null,
    work: (tx: Tx, me: Me) => Promise<TitledRow>,
  ): Promise<MovedReply> {
    const asked = { method: request.method, path: request.path, body: request.body as object }; // parsed JSON
    const keyed = await this.desk.at(visitor, (tx, me) =>
      onceFor(tx, visitor, key, asked, async () => movedOf(await work(tx, me))),
    );
    return told(response, keyed);
  }

  /** @throws DomainError sign-in.confirm when a deed that signs comes from a sign-in older than five minutes */
  async act(
    request: Request,
    response: Response,
    visitor: Visitor,
    door: ItemDoor,
    given: DeedRequest,
  ): Promise<MovedReply> {
    const { id, deed, body, key, shownHash } = given;
    if (door.signs(deed) && !isFresh(visitor)) throw new DomainError('sign-in.confirm');
    const decision = decisionOf(body, shownHash);
    const asked = { method: request.method, path: request.path, ...decision };
    const keyed = await this.desk.at(visitor, (tx, me) =>
      onceFor(tx, visitor, key, asked, async () => movedOf(await door.act(tx, me, id, deed, decision))),
    );
    return told(response, keyed);
  }
}

export const decisionOf = (
  { seenVersion, reason, overrideReason, reasonCode, backToStep, override = false }: ActBody,
  shownHash: string | null,
): Decision => ({
  seenVersion: seenVersion ?? null,
  shownHash,
  reason: reason ?? null,
  overrideReason: overrideReason ?? null,
  reasonCode: reasonCode ?? null,
  backToStep: backToStep ?? null,
  override,
});
