import { Body, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { announcementYears, changeAnnouncementYears } from '../../announcements/announcement-years.js';
import { YEAR_KINDS, type YearKind } from '../../registers/register-year.js';
import type { RegisterYears } from '../../registers/register-years.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { RegisterYearReply } from './announcement-register.api.controller.js';
import { ApiDoor } from './api-door.js';
import { IsCalendarDay } from './calendar-day.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class YearsBody {
  @ApiProperty({ enum: YEAR_KINDS }) @IsIn(YEAR_KINDS) yearKind: YearKind;
  @ApiProperty({ format: 'date', description: 'The first day it counts: of a change, as it was shown' })
  @IsCalendarDay()
  startsOn: string;
}

export class YearsChangeReply extends YearsBody {
  @ApiProperty({ type: [RegisterYearReply], description: 'The running year and the next, as they would be' })
  years: RegisterYearReply[];
}

export class RegisterYearsReply {
  @ApiProperty({ enum: YEAR_KINDS, description: 'calendar: from 1 January; fiscal: from 1 October' })
  yearKind: YearKind;
  @ApiProperty({ type: [RegisterYearReply], description: 'The running year and the next' })
  years: RegisterYearReply[];
  @ApiProperty({ type: YearsBody, nullable: true, description: 'Decided, and counts only later' })
  ahead: YearsBody | null;
  @ApiProperty({ type: YearsChangeReply, description: 'What may be decided now' }) change: YearsChangeReply;
}

@ApiDoor('announcement-register/years', 'Announcements')
export class RegisterYearsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Which kind of year the numbers of announcements are counted by, and what a change would do',
  })
  @ApiOkResponse({ type: RegisterYearsReply })
  @Refuses()
  years(@SignedIn() visitor: Visitor): Promise<RegisterYearsReply> {
    return this.desk.at(visitor, async (tx) => replyOf(await announcementYears(tx, visitor.organizationId)));
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Counts by another kind of year, from a day that neither doubles nor leaves out a number' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('register.years-unchanged', 'register.years-unsafe', 'idempotency.still-running', 'idempotency.key-reused')
  change(@Keyed() call: KeyedCall, @Body() { yearKind, startsOn }: YearsBody): Promise<void> {
    const { organizationId } = call.visitor;
    return this.keyed.silently(call, (tx, { actor }) =>
      changeAnnouncementYears(tx, { organizationId, actor, yearKind, startsOn }),
    );
  }
}

const replyOf = ({ yearKind, years, ahead, change }: RegisterYears): RegisterYearsReply => ({
  yearKind,
  years: [...years],
  ahead,
  change: { ...change, years: [...change.years] },
});
