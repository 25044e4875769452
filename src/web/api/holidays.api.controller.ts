import { Body, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { DomainError } from '../../core/errors.js';
import { changeHoliday } from '../../schedule/change-holiday.js';
import { holidaysOfYear } from '../../schedule/holidays.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class HolidayReply {
  @ApiProperty({ description: 'YYYY-MM-DD' }) day: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'False where the agency opens on a national holiday' }) isHoliday: boolean;
  @ApiProperty({ description: 'The agency said so itself' }) isOwn: boolean;
  @ApiProperty({ description: 'False where nobody compared the day with a resolution' }) verified: boolean;
  @ApiProperty() source: string;
}

export class HolidayBody {
  @ApiProperty({ maxLength: 200 }) @IsString() @MaxLength(200) name: string;
  @ApiProperty({ description: 'False opens the office on a national holiday' }) @IsBoolean() isHoliday: boolean;
}

@ApiDoor('holidays', 'Time')
export class HolidaysApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(AdminDesk) private readonly admins: AdminDesk,
  ) {}

  @Get(':year')
  @ApiOperation({ summary: 'Closed days of a calendar year (Buddhist era), with the agency’s own word' })
  @ApiOkResponse({ type: [HolidayReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor, @Param('year') year: string): Promise<HolidayReply[]> {
    if (!/^2[5-7]\d\d$/.test(year)) throw new DomainError('input.invalid', { field: 'year' });
    return this.desk.at(visitor, (tx) => holidaysOfYear(tx, visitor.organizationId, Number(year)));
  }

  @Put('days/:day')
  @HttpCode(204)
  @ApiOperation({ summary: 'Closes or opens the office on a day; due days that stand follow' })
  @ApiNoContentResponse()
  @Refuses()
  change(@SignedIn() visitor: Visitor, @Param('day') day: string, @Body() change: HolidayBody): Promise<void> {
    const { organizationId } = visitor;
    return this.admins.at(visitor, (tx, { actor }) => changeHoliday(tx, { organizationId, actor, day, change }));
  }

  @Delete('days/:day')
  @HttpCode(204)
  @ApiOperation({ summary: 'Takes the agency’s word back: the national list counts again' })
  @ApiNoContentResponse()
  @Refuses()
  restore(@SignedIn() visitor: Visitor, @Param('day') day: string): Promise<void> {
    const { organizationId } = visitor;
    return this.admins.at(visitor, (tx, { actor }) => changeHoliday(tx, { organizationId, actor, day, change: null }));
  }
}
