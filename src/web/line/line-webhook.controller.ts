import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../core/errors.js';
import type { LineAccount } from '../../notices/line-account.js';
import { lineEventsIn } from '../../notices/line-events.js';
import { isSignedByLine } from '../../notices/line-signature.js';
import { LINE_ACCOUNT } from '../tokens.js';
import { LineTalk } from './line-talk.js';

/** Where LINE tells what people do with the account (LINE Developers, "Receive messages (webhook)"). */
@ApiExcludeController()
@Controller('line/webhook')
export class LineWebhookController {
  constructor(
    @Inject(LINE_ACCOUNT) private readonly account: LineAccount | null,
    @Inject(LineTalk) private readonly talk: LineTalk,
  ) {}

  /** Nothing is read before the signature is right. @throws DomainError request.not-found, line.signature-wrong, input.invalid */
  @Post()
  @HttpCode(200)
  async hear(@Req() request: Request): Promise<object> {
    if (!this.account) throw new DomainError('request.not-found');
    const body: unknown = request.body;
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    if (!isSignedByLine(bytes, request.get('x-line-signature'), this.account.channelSecret)) {
      throw new DomainError('line.signature-wrong');
    }
    await this.talk.listen(this.account, lineEventsIn(bytes));
    return {};
  }
}
