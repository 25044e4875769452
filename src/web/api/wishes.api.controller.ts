import { Body, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { DomainError } from '../../core/errors.js';
import { STEERABLE_KINDS } from '../../core/notice/notice.js';
import { saveWishes, wishesOf, type NoticeWishes } from '../../notices/preferences.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

const LAST_MINUTE = 24 * 60 - 1;
const KINDS = `By kind (${STEERABLE_KINDS.join(', ')}): inApp (boolean), email and line ("at-once", "digest", "off")`;

export class QuietHoursBody {
  @ApiProperty({ description: 'Minutes since midnight in Thailand', minimum: 0, maximum: LAST_MINUTE })
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  from: number;
  @ApiProperty({ description: 'The same as "from": never quiet', minimum: 0, maximum: LAST_MINUTE })
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  until: number;
}

export class WishesBody {
  @ApiProperty({ nullable: true, type: String, maxLength: 254 })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email: string | null;
  @ApiProperty({
    nullable: true,
    required: false,
    type: String,
    description:
      'The linked LINE user, "U" and 32 hexadecimal digits. Linked by /api/v1/notices/line-link, never written here',
  })
  @IsOptional()
  @IsString()
  @MaxLength(33)
  lineUserId?: string | null;
  @ApiProperty({ nullable: true, type: QuietHoursBody, description: 'Null: from 20:00 to 07:00' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quiet: QuietHoursBody | null;
  @ApiProperty({ type: Object, description: `${KINDS}. Kinds that are left out stay as they are` })
  @IsObject()
  kinds: Record<string, unknown>;
}

/** Everybody’s own wishes. */
@ApiDoor('notices/wishes', 'Notices')
export class WishesApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @ApiOperation({ summary: 'How I want to be told what' })
  @ApiOkResponse({ type: WishesBody })
  @Refuses()
  show(@SignedIn() { organizationId, personId, ...visitor }: Visitor): Promise<WishesBody> {
    return this.desk.at({ organizationId, personId, ...visitor }, async (tx) => {
      const { contact, kinds, quiet } = await wishesOf(tx, organizationId, personId);
      return { ...contact, quiet: quiet ?? null, kinds };
    });
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Saves my wishes' })
  @ApiNoContentResponse()
  @Refuses('line.linked-by-code')
  save(@SignedIn() visitor: Visitor, @Body() body: WishesBody): Promise<void> {
    const { organizationId, personId } = visitor;
    const { email = null, lineUserId, quiet = null } = body;
    const kinds = body.kinds as NoticeWishes['kinds']; // saveWishes refuses what it does not know
    return this.desk.at(visitor, async (tx) => {
      const { contact } = await wishesOf(tx, organizationId, personId);
      // what was read may be sent back as it was
      const isAsItWas = lineUserId === undefined || lineUserId === contact.lineUserId;
      if (!isAsItWas) throw new DomainError('line.linked-by-code', { field: 'lineUserId' });
      await saveWishes(tx, { organizationId, personId, wishes: { email, quiet, kinds } });
    });
  }
}
