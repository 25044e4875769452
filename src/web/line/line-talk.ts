import { Inject, Injectable } from '@nestjs/common';
import { lineCodeIn } from '../../core/notice/line-code.js';
import type { LineAnswer } from '../../core/thai/line-texts.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { hear, wasHeard } from '../../notices/heard-line-events.js';
import type { LineAccount } from '../../notices/line-account.js';
import { lineCodeHash } from '../../notices/line-code.js';
import type { LineEvent } from '../../notices/line-events.js';
import { LineReplies } from '../../notices/line-replies.js';
import { loseLineEverywhere } from '../../notices/lose-line.js';
import { redeemLineCode } from '../../notices/redeem-line-code.js';
import { WEB_LOG, type WebLog } from '../web-log.js';
import { LineGuesses } from './line-guesses.js';

type Said = Extract<LineEvent, { kind: 'said' }>;

/** What follows from what people do in LINE. Every event has its effect once; answers go out beside the request. */
@Injectable()
export class LineTalk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LineGuesses) private readonly guesses: LineGuesses,
    @Inject(WEB_LOG) private readonly log: WebLog,
  ) {}

  /** @throws when the database is away: LINE then tells the events again */
  async listen(account: LineAccount, events: readonly LineEvent[]): Promise<void> {
    for (const event of events) {
      if (event.kind === 'left') {
        await loseLineEverywhere(this.unitOfWork, event);
        continue;
      }
      const answer = event.kind === 'said' ? await this.answerTo(account, event) : await this.welcome(event.id);
      if (answer) void this.say(account, event.replyToken, answer);
    }
  }

  private async welcome(eventId: string): Promise<LineAnswer | null> {
    return (await this.isFirst(eventId)) ? { kind: 'welcome' } : null;
  }

  /** Null for talk that is no code, which is none of our business, and for what was heard before. */
  private async answerTo(account: LineAccount, { id, lineUserId, text }: Said): Promise<LineAnswer | null> {
    const code = lineCodeIn(text);
    if (code === null || (await this.unitOfWork.withoutTenant((manager) => wasHeard(manager, id)))) return null;
    if (!(await this.guesses.begin(lineUserId))) return (await this.isFirst(id)) ? { kind: 'too-many-codes' } : null;
    const codeHash = lineCodeHash(code, account.channelSecret);
    const redeemed = await redeemLineCode(this.unitOfWork, { eventId: id, lineUserId, codeHash });
    if (redeemed === 'wrong' && (await this.isFirst(id))) return { kind: 'wrong-code' };
    await this.guesses.forgive(lineUserId);
    return typeof redeemed === 'string' ? null : { kind: 'linked', ...redeemed };
  }

  private isFirst(eventId: string): Promise<boolean> {
    return this.unitOfWork.withoutTenant((manager) => hear(manager, eventId));
  }

  private async say({ channelToken, apiBase }: LineAccount, replyToken: string, answer: LineAnswer): Promise<void> {
    const problem = await new LineReplies(channelToken, apiBase).send(replyToken, answer);
    if (problem) this.log.info({ problem, answer: answer.kind }, 'an answer in LINE was not sent');
  }
}
