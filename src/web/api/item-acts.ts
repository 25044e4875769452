import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { marksOf } from '../../approvals/marks.queries.js';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk, type Me } from '../desk.js';
import type { Decision, ItemDoor, TitledRow } from '../item-doors.js';
import { isFresh, type Visitor } from '../visitor.js';
import { DomainError } from '../../core/errors.js';
import { changeInHistory } from '../history-change.js';
import type { ActBody, HistoryChangeReply, HistoryReply, ItemReply, MovedReply } from './item.dto.js';
import { historyReply, itemReply, movedOf } from './item.view.js';
import { KeyedDesk, type KeyedCall } from './keyed-desk.js';

interface DeedRequest {
  readonly id: string;
  readonly deed: string;
  readonly body: ActBody;
  readonly shownHash: string | null;
}

/** What the API does the same for every kind of item. */
@Injectable()
export class ItemActs {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  show(response: Response, visitor: Visitor, door: ItemDoor, id: string): Promise<ItemReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await door.see(tx, me, id);
      const marks = (await marksOf(tx, visitor.organizationId, door.name, [id]))(id);
      return itemReply(response, door, sight, { findings: await door.findings(tx, me, sight.item), marks });
    });
  }

  history(visitor: Visitor, door: ItemDoor, id: string): Promise<HistoryReply[]> {
    return this.desk.at(visitor, async (tx, me) => (await door.see(tx, me, id)).history.map(historyReply));
  }

  change(visitor: Visitor, door: ItemDoor, id: string, seq: string): Promise<HistoryChangeReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { entry, fields } = await changeInHistory(tx, me, door, { id, seq });
      const changes = fields.map(({ label, before, after }) => ({ label, before: [...before], after: [...after] }));
      return { ...historyReply(entry), changes };
    });
  }

  /** A write that gives the item back as it left it; a repeat with the same key changes nothing. */
  write(call: KeyedCall, work: (tx: Tx, me: Me) => Promise<TitledRow>): Promise<MovedReply> {
    return this.keyed.at(call, async (tx, me) => movedOf(await work(tx, me)));
  }

  /** @throws DomainError sign-in.confirm when a deed that signs comes from a sign-in older than five minutes */
  async act(call: KeyedCall, door: ItemDoor, { id, deed, body, shownHash }: DeedRequest): Promise<MovedReply> {
    if (door.signs(deed) && !isFresh(call.visitor)) throw new DomainError('sign-in.confirm');
    const decision = decisionOf(body, shownHash);
    const asked = { ...call.asked, shownHash };
    return this.write({ ...call, asked }, (tx, me) => door.act(tx, me, id, deed, decision));
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
