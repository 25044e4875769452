import { Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { requireCapacity } from '../../approvals/actor.js';
import { historyPage, type LoggedEvent } from '../../audit/history-page.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ActedForReply } from './item.dto.js';
import { Refuses } from './problems.decorator.js';

const PAGE_SIZE = 50;

export class EventsQuery {
  @ApiProperty({ required: false, minimum: 1, default: 1 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  page?: number;
  @ApiProperty({ required: false, description: 'What it is about, as the log names it: measure, report, person …' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  kind?: string;
  @ApiProperty({ required: false, description: 'Part of the name of who acted, now or then' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  person?: string;
  @ApiProperty({ required: false, description: 'Part of the title of a measure, report or announcement' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string;
}

export class LoggedEventReply {
  @ApiProperty() seq: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() action: string;
  @ApiProperty() itemKind: string;
  @ApiProperty() itemId: string;
  @ApiProperty({ description: 'What the item, the person or the post was called then' }) title: string;
  @ApiProperty() fromState: string;
  @ApiProperty() toState: string;
  @ApiProperty({ nullable: true, type: String, description: 'Null when the product itself acted' })
  person: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'The own post, as it was called then' })
  post: string | null;
  @ApiProperty({ type: [ActedForReply], description: 'By which acting orders, nearest first' })
  acting: ActedForReply[];
  @ApiProperty({ description: 'Of the event in the chain, hexadecimal' }) hash: string;
}

export class EventsReply {
  @ApiProperty() total: number;
  @ApiProperty({ type: [LoggedEventReply] }) events: LoggedEventReply[];
}

/** The log of the whole agency in words. */
@ApiDoor('audit/events', 'Audit')
export class AuditEventsApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @ApiOperation({ summary: `The log, newest first, ${PAGE_SIZE} events a page; for auditors and administrators` })
  @ApiOkResponse({ type: EventsReply })
  @Refuses('input.invalid')
  list(@SignedIn() visitor: Visitor, @Query() query: EventsQuery): Promise<EventsReply> {
    const { page = 1, kind = '', person = '', title = '' } = query;
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const asked = { page, size: PAGE_SIZE, kind, person, title };
      const { total, events } = await historyPage(tx, visitor.organizationId, asked);
      return { total, events: events.map(eventReply) };
    });
  }
}

const eventReply = ({ at, acting, ...event }: LoggedEvent): LoggedEventReply => ({
  ...event,
  at: at.toISOString(),
  acting: acting.map((link) => ({ ...link })),
});
