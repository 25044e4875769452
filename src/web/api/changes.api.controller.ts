import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProperty } from '@nestjs/swagger';
import { changesSince, lookAgain } from '../changes.js';
import { Desk } from '../desk.js';
import { doorAt } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class ChangedFieldReply {
  @ApiProperty() label: string;
  @ApiProperty({ type: [String] }) before: string[];
  @ApiProperty({ type: [String] }) after: string[];
}

export class ChangesReply {
  @ApiProperty({ nullable: true, type: String, format: 'date-time', description: 'Null when you never looked at it' })
  lookedAt: string | null;
  @ApiProperty({ type: [String], description: 'Numbers (seq) of events by others that are new to you' })
  newEvents: string[];
  @ApiProperty({ type: [ChangedFieldReply], description: 'What others changed in the text' })
  fields: ChangedFieldReply[];
}

const InSection = (): MethodDecorator =>
  ApiParam({ name: 'section', enum: ['measures', 'reports', 'announcements'], description: 'The kind of item' });

/** What is new to a person on an item. */
@ApiDoor('', 'Items')
export class ChangesApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get(':section/:id/changes')
  @ApiOperation({ summary: 'What others changed since you last looked; asking does not count as looking' })
  @InSection()
  @ApiOkResponse({ type: ChangesReply })
  @Refuses('item.not-found', 'request.not-found')
  changes(
    @SignedIn() visitor: Visitor,
    @Param('section') section: string,
    @Param('id') id: string,
  ): Promise<ChangesReply> {
    const door = doorAt(section);
    return this.desk.at(visitor, async (tx, me) => {
      const changes = await changesSince(tx, me, door.name, await door.see(tx, me, id));
      return {
        lookedAt: changes?.at.toISOString() ?? null,
        newEvents: [...(changes?.newEvents ?? [])],
        fields: (changes?.fields ?? []).map(({ label, before, after }) => ({
          label,
          before: [...before],
          after: [...after],
        })),
      };
    });
  }

  @Post(':section/:id/looks')
  @HttpCode(204)
  @ApiOperation({ summary: 'You have seen the item as it is now, as opening its page says' })
  @InSection()
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'request.not-found')
  look(@Keyed() call: KeyedCall, @Param('section') section: string, @Param('id') id: string): Promise<void> {
    const door = doorAt(section);
    return this.keyed.silently(call, async (tx, me) => lookAgain(tx, me, door.name, await door.see(tx, me, id)));
  }
}
