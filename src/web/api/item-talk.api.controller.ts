import { Body, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString } from 'class-validator';
import { commentsOn } from '../../approvals/comments.js';
import { openOverrides, ratifyOverride } from '../../approvals/overrides.js';
import { compareMeasures } from '../../core/measure/compare-measures.js';
import { amended } from '../../core/measure/measure.js';
import { amendMeasure } from '../../measures/amend-measure.js';
import { findMeasure } from '../../measures/measures.queries.js';
import { Desk } from '../desk.js';
import { doorAt, measureDoor } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { MovedReply } from './item.dto.js';
import { movedOf } from './item.view.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class CommentBody {
  @ApiProperty({ enum: ['comment', 'noted'] }) @IsIn(['comment', 'noted']) kind: 'comment' | 'noted';
  @ApiProperty({ maxLength: 4000, description: 'May be empty when noted' }) @IsString() text: string;
}

export class CommentReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() person: string;
  @ApiProperty({ enum: ['comment', 'noted'] }) kind: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
}

export class OverrideReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['measure', 'report', 'announcement'] }) itemKind: string;
  @ApiProperty({ format: 'uuid' }) itemId: string;
  @ApiProperty() transition: string;
  @ApiProperty() person: string;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) madeAt: string;
}

export class FieldChangeReply {
  @ApiProperty() field: string;
  @ApiProperty({ type: [String] }) before: string[];
  @ApiProperty({ type: [String] }) after: string[];
}

/** What happens beside the decisions on an item. */
@ApiDoor('', 'Items')
export class ItemTalkApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get(':section/:id/comments')
  @ApiOperation({ summary: 'Comments on a measure, report or announcement (section: measures, …), oldest first' })
  @ApiOkResponse({ type: [CommentReply] })
  @Refuses('item.not-found', 'request.not-found')
  comments(
    @SignedIn() visitor: Visitor,
    @Param('section') section: string,
    @Param('id') id: string,
  ): Promise<CommentReply[]> {
    const door = doorAt(section);
    return this.desk.at(visitor, async (tx, me) => {
      await door.see(tx, me, id);
      const comments = await commentsOn(tx, visitor.organizationId, door.name, id);
      return comments.map(({ writtenAt, ...comment }) => ({ ...comment, writtenAt: writtenAt.toISOString() }));
    });
  }

  @Post(':section/:id/comments')
  @HttpCode(204)
  @ApiOperation({ summary: 'Writes a comment, or takes note' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'request.not-found', 'input.too-long')
  comment(
    @Keyed() call: KeyedCall,
    @Param('section') section: string,
    @Param('id') id: string,
    @Body() { kind, text }: CommentBody,
  ): Promise<void> {
    const door = doorAt(section);
    return this.keyed.silently(call, (tx, me) => door.comment(tx, me, id, kind, text));
  }

  @Get('overrides')
  @ApiOperation({ summary: 'Emergency decisions that nobody has ratified yet' })
  @ApiOkResponse({ type: [OverrideReply] })
  @Refuses()
  overrides(@SignedIn() visitor: Visitor): Promise<OverrideReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await openOverrides(tx, visitor.organizationId)).map(
        ({ id, itemKind, itemId, transition, person, reason, madeAt }) => {
          return { id, itemKind, itemId, transition, person, reason, madeAt: madeAt.toISOString() };
        },
      ),
    );
  }

  @Post('overrides/:id/ratify')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ratifies an emergency decision of another person' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('override.not-open', 'override.own')
  ratify(@Keyed() call: KeyedCall, @Param('id') overrideId: string): Promise<void> {
    const { organizationId } = call.visitor;
    return this.keyed.silently(call, (tx, { actor }) => ratifyOverride(tx, { organizationId, overrideId, actor }));
  }

  @Post('measures/:id/amendment')
  @ApiOperation({ summary: 'Begins an amendment beside an approved measure' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'item.refused', 'amendment.exists')
  amend(@Keyed() call: KeyedCall, @Param('id') measureId: string): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.keyed.at(call, async (tx, { actor }) =>
      movedOf(await amendMeasure(tx, { organizationId, actor, measureId })),
    );
  }

  @Get('measures/:id/comparison')
  @ApiOperation({ summary: 'What an amendment changes in the version in force; nothing for other measures' })
  @ApiOkResponse({ type: [FieldChangeReply] })
  @Refuses('item.not-found')
  comparison(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<FieldChangeReply[]> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await measureDoor.see(tx, me, id);
      const inForce = item.amendsId ? await findMeasure(tx, visitor.organizationId, item.amendsId) : null;
      const changes = inForce ? compareMeasures(inForce.content, amended(inForce.content, item.content)) : [];
      return changes.map(({ field, before, after }) => ({ field, before: [...before], after: [...after] }));
    });
  }
}
