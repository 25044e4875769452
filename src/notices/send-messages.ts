import type { Channel, NoticeLine, NoticeSubject } from '../core/notice/notice.js';
import { messageText } from '../core/thai/notice-texts.js';
import { faultPoint } from '../database/fault-point.js';
import { organizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { ChannelSender, SendOutcome } from './channel-sender.js';
import { claimMessage, type ClaimedMessage, type MessagePart } from './claim-message.js';
import { recordSending } from './record-sending.js';

/** Where the links of a message lead; the web process owns its addresses. */
export interface NoticeLinks {
  readonly home: string;
  item(kind: NoticeSubject, id: string): string;
}

export type Senders = Partial<Readonly<Record<Channel, ChannelSender>>>;

/** Carries due messages out of the house, one after the other: claim, commit, send, record. */
export class MessageSending {
  private readonly channels: readonly Channel[];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly senders: Senders,
    private readonly links: NoticeLinks,
    private readonly draw: () => number = Math.random,
  ) {
    this.channels = Object.keys(senders) as Channel[]; // keys of the record above
  }

  /** @returns how many messages were tried  @param at now, by the database's clock */
  async sendDue(at: Date, signal: AbortSignal): Promise<number> {
    const tenants = await this.unitOfWork.withoutTenant((manager) =>
      manager.query<{ id: string }[]>('select organizations_with_due_messages($1, $2) as id', [at, this.channels]),
    );
    let tried = 0;
    for (const { id } of tenants) {
      while (!signal.aborted && (await this.sendOne(id, at, signal))) tried += 1;
    }
    return tried;
  }

  private async sendOne(tenant: string, at: Date, signal: AbortSignal): Promise<boolean> {
    const id = organizationId(tenant);
    const claimed = await this.unitOfWork.inTenant(id, (tx) => claimMessage(tx, id, this.channels, at));
    if (!claimed) return false;
    faultPoint('notice.claimed');
    const outcome = await this.outcomeOf(claimed, signal);
    faultPoint('notice.sent');
    await this.unitOfWork.inTenant(id, (tx) => recordSending(tx, claimed, outcome, at, this.draw()));
    return true;
  }

  private async outcomeOf(claimed: ClaimedMessage, signal: AbortSignal): Promise<SendOutcome | 'nothing-to-say'> {
    const { id, channel, address, parts, isStale } = claimed;
    const sender = this.senders[channel];
    if (isStale || !address || parts.length === 0 || !sender) return 'nothing-to-say';
    const text = messageText(
      parts.map((part) => this.lineOf(part)),
      this.links.home,
    );
    return sender.send(id, address, text, signal);
  }

  private lineOf({ kind, itemKind, itemId, dueOn }: MessagePart): NoticeLine {
    return { kind, itemKind, dueOn, link: this.links.item(itemKind, itemId) };
  }
}
