import { Body, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RETURN_REASON_LABELS } from '../../../templates/web/words/return-words.js';
import { RETURN_REASONS } from '../../core/route/return-reason.js';
import { ManyDecisions, type Answer } from '../many-decisions.js';
import { problemOf } from '../problem.js';
import { requestIdOf } from '../request-id.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { DecisionsBody, DecisionsReply, type DecisionAnswer, type DecisionBody } from './decisions.dto.js';
import { decisionOf } from './item-acts.js';
import { Refuses, TwoLanguages } from './problems.decorator.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

export class ReturnReasonReply {
  @ApiProperty({ example: 'wrong-figures' }) code: string;
  @ApiProperty({ type: TwoLanguages }) label: TwoLanguages;
}

/** Decisions on several items at once, and the words for them. */
@ApiDoor('', 'Decisions')
export class DecisionsApiController {
  constructor(@Inject(ManyDecisions) private readonly many: ManyDecisions) {}

  @Post('decisions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decides on up to fifty items, each by itself: some may be done and others refused' })
  @ApiOkResponse({ type: DecisionsReply })
  @WithIdempotencyKey()
  @Refuses('sign-in.confirm', 'idempotency.still-running', 'idempotency.key-reused')
  async decide(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() { decisions }: DecisionsBody,
    @IdempotencyKey() key: string | null,
  ): Promise<DecisionsReply> {
    const { answers, replayed } = await this.many.decide(visitor, key, decisions.map(oneOf));
    const reply = { answers: answers.map((answer) => answerReply(answer, requestIdOf(request))) };
    return told(response, { reply, replayed });
  }

  @Get('return-reasons')
  @ApiOperation({ summary: 'Codes for why an item is returned' })
  @ApiOkResponse({ type: [ReturnReasonReply] })
  @Refuses()
  reasons(@SignedIn() _visitor: Visitor): ReturnReasonReply[] {
    return RETURN_REASONS.map((code) => ({ code, label: RETURN_REASON_LABELS[code] }));
  }
}

const oneOf = ({ section, id, deed, shownHash = null, ...body }: DecisionBody) => ({
  section,
  id,
  deed,
  ...decisionOf(body, shownHash),
});

const answerReply = ({ section, id, deed, moved, refusal }: Answer, reference: string): DecisionAnswer => ({
  section,
  id,
  deed,
  isDone: moved !== null,
  state: moved?.state ?? null,
  version: moved?.version ?? null,
  problem: refusal && problemOf(refusal, reference),
});
