import { Body, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { Response } from 'express';
import { doorAt } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ItemActs } from './item-acts.js';
import { ActBody, HistoryChangeReply, HistoryReply, ItemReply, MovedReply } from './item.dto.js';
import { movedOf } from './item.view.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { DEED_REFUSALS, REPORT_REFUSALS } from './refusals.js';
import { ShownHash, WithIdempotencyKey, WithShownHash } from './request-headers.js';

export class ReassignBody {
  @ApiProperty({ description: 'Of a waiting signature: see handable of the item' })
  @IsInt()
  @Min(0)
  @Max(100)
  step: number;
  @ApiProperty({ format: 'uuid' }) @IsUUID() postId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() toPersonId: string;
  @ApiProperty({ maxLength: 2000 }) @IsString() @MaxLength(2_000) reason: string;
}

const InSection = (): MethodDecorator =>
  ApiParam({ name: 'section', enum: ['measures', 'reports', 'announcements'], description: 'The kind of item' });

/** What every kind of item has in common: to be read, to be decided on, to have a history. */
@ApiDoor('', 'Items')
export class ItemsApiController {
  constructor(
    @Inject(ItemActs) private readonly acts: ItemActs,
    @Inject(KeyedDesk) private readonly desk: KeyedDesk,
  ) {}

  @Get(':section/:id')
  @ApiOperation({ summary: 'An item, whose turn it is, and what you may do' })
  @InSection()
  @ApiOkResponse({ type: ItemReply })
  @Refuses('item.not-found', 'request.not-found')
  show(
    @SignedIn() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
    @Param('section') section: string,
    @Param('id') id: string,
  ): Promise<ItemReply> {
    return this.acts.show(response, visitor, doorAt(section), id);
  }

  @Post(':section/:id/acts/:deed')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'A deed that the item offers: submit, sign_off, approve, sign, endorse, return, recall, cancel, withdraw …',
  })
  @InSection()
  @ApiOkResponse({ type: MovedReply })
  @WithShownHash()
  @Refuses(...DEED_REFUSALS, ...REPORT_REFUSALS, 'route.step-not-earlier')
  act(
    @Keyed() call: KeyedCall,
    @Param('section') section: string,
    @Param('id') id: string,
    @Param('deed') deed: string,
    @Body() body: ActBody,
    @ShownHash() shownHash: string | null,
  ): Promise<MovedReply> {
    return this.acts.act(call, doorAt(section), { id, deed, body, shownHash });
  }

  @Post(':section/:id/reassignments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hands one waiting signature to another lawful holder; nobody gains or loses a right' })
  @InSection()
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'item.refused', 'route.not-to-them', 'request.not-found')
  reassign(
    @Keyed() call: KeyedCall,
    @Param('section') section: string,
    @Param('id') id: string,
    @Body() body: ReassignBody,
  ): Promise<MovedReply> {
    const door = doorAt(section);
    return this.desk.at(call, async (tx, me) => movedOf(await door.handOn(tx, me, id, body)));
  }

  @Get(':section/:id/history')
  @ApiOperation({ summary: 'What happened to it, oldest first' })
  @InSection()
  @ApiOkResponse({ type: [HistoryReply] })
  @Refuses('item.not-found', 'request.not-found')
  history(
    @SignedIn() visitor: Visitor,
    @Param('section') section: string,
    @Param('id') id: string,
  ): Promise<HistoryReply[]> {
    return this.acts.history(visitor, doorAt(section), id);
  }

  @Get(':section/:id/history/:seq')
  @ApiOperation({ summary: 'One event of its history, with the text before and after' })
  @InSection()
  @ApiOkResponse({ type: HistoryChangeReply })
  @Refuses('item.not-found', 'request.not-found')
  change(
    @SignedIn() visitor: Visitor,
    @Param('section') section: string,
    @Param('id') id: string,
    @Param('seq') seq: string,
  ): Promise<HistoryChangeReply> {
    return this.acts.change(visitor, doorAt(section), id, seq);
  }
}
