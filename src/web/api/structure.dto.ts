import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { POST_KINDS } from '../../organizations/keep-posts.js';
import type { PostKind } from '../../organizations/organization.entities.js';
import { IsCalendarDay } from './calendar-day.js';

export class PostReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ nullable: true, type: String }) nameEn: string | null;
  @ApiProperty({ enum: POST_KINDS }) kind: string;
  @ApiProperty({ nullable: true, type: String }) divisionId: string | null;
  @ApiProperty({ nullable: true, type: String }) division: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Last day of an abolished post' }) endsOn: string | null;
  @ApiProperty({ type: [String], description: 'Who holds it today' }) holders: string[];
}

export class PostNameBody {
  @ApiProperty({ maxLength: 200 }) @IsString() @MaxLength(200) name: string;
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string | null;
}

export class NewPostBody extends PostNameBody {
  @ApiProperty({ enum: POST_KINDS }) @IsIn(POST_KINDS) kind: PostKind;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'Without it, of the whole agency' })
  @IsOptional()
  @IsUUID()
  divisionId?: string | null;
}

export class DivisionBody {
  @ApiProperty({ maxLength: 200 }) @IsString() @MaxLength(200) name: string;
  @ApiProperty({ description: 'Place in lists', minimum: 1, maximum: 1_000 })
  @IsInt()
  @Min(1)
  @Max(1_000)
  position: number;
  @ApiProperty({ example: '2025-10-01' }) @IsCalendarDay() startsOn: string;
  @ApiProperty({ required: false, nullable: true, type: String, description: 'Last day' })
  @IsOptional()
  @IsCalendarDay()
  endsOn?: string | null;
}

export class DivisionRecordReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() position: number;
  @ApiProperty() startsOn: string;
  @ApiProperty({ nullable: true, type: String }) endsOn: string | null;
}
