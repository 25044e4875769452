import { Body, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Response } from 'express';
import { announcementRegister, announcementRegisterYears } from '../../announcements/announcement-register.queries.js';
import { announcementYear, announcementYears } from '../../announcements/announcement-years.js';
import { voidAnnouncementNumber } from '../../announcements/void-announcement-number.js';
import { Desk } from '../desk.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

class RegisterQuery {
  @ApiProperty({ required: false, example: 2568, description: 'Buddhist era; the newest when left out' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2400)
  @Max(2700)
  year?: number;
}

export class VoidBody {
  @ApiProperty({ maxLength: 2000 }) @IsString() @MaxLength(2000) reason: string;
}

export class VoidReply {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
}

export class RegisterLineReply {
  @ApiProperty() number: number;
  @ApiProperty() year: number;
  @ApiProperty({ format: 'date-time' }) drawnAt: string;
  @ApiProperty({ format: 'uuid' }) announcementId: string;
  @ApiProperty() title: string;
  @ApiProperty() state: string;
  @ApiProperty({ nullable: true, type: VoidReply, description: 'Null while the number holds' })
  voided: VoidReply | null;
}

export class RegisterYearReply {
  @ApiProperty({ description: 'Buddhist era' }) year: number;
  @ApiProperty({ format: 'date' }) startsOn: string;
  @ApiProperty({ format: 'date' }) endsOn: string;
}

export class RegisterReply extends RegisterYearReply {
  @ApiProperty({ type: [Number], description: 'Years that have a register, newest first' }) years: number[];
  @ApiProperty({ type: [RegisterLineReply] }) lines: RegisterLineReply[];
}

@ApiDoor('announcement-register', 'Announcements')
export class AnnouncementRegisterApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @ApiOperation({ summary: 'The register of announcements of a year, number 1 first, struck-off numbers included' })
  @ApiOkResponse({ type: RegisterReply })
  @Refuses()
  register(@SignedIn() visitor: Visitor, @Query() query: RegisterQuery): Promise<RegisterReply> {
    return this.desk.at(visitor, async (tx) => {
      const years = await announcementRegisterYears(tx, visitor.organizationId);
      const year = query.year ?? years[0] ?? (await announcementYears(tx, visitor.organizationId)).years[0].year;
      const lines = await announcementRegister(tx, visitor.organizationId, year);
      return {
        ...(await announcementYear(tx, visitor.organizationId, year)),
        years,
        lines: lines.map(({ drawnAt, voided, ...line }) => ({
          ...line,
          drawnAt: drawnAt.toISOString(),
          voided: voided && { ...voided, at: voided.at.toISOString() },
        })),
      };
    });
  }

  @Post(':announcementId/void')
  @HttpCode(204)
  @ApiOperation({ summary: 'Strikes the number of a withdrawn announcement off; the entry stays with its reason' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses('item.not-found', 'register.number-in-use', 'register.number-not-found', 'lifecycle.reason-missing')
  async strike(
    @SignedIn() visitor: Visitor,
    @Param('announcementId') announcementId: string,
    @Body() { reason }: VoidBody,
    @Res({ passthrough: true }) response: Response,
    @IdempotencyKey() key: string | null,
  ): Promise<void> {
    const { organizationId } = visitor;
    const done = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, { void: announcementId, reason }, async () => {
        await voidAnnouncementNumber(tx, { organizationId, actor, announcementId, reason });
        return {};
      }),
    );
    told(response, done);
  }
}
