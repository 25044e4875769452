import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { CELL_MAX } from '../../core/measure/measure-text.js';
import { PROGRESS_STATES, type ProgressState } from '../../core/report/progress.js';
import { LineBody } from './measure.dto.js';
import { IsCalendarDay } from './calendar-day.js';

const MOST_ROWS = 500;
const SHORT_MAX = 2_000;

/** How far one measure has come, where its state does not tell. */
export class ProgressBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() measureId: string;
  @ApiProperty({ required: false, enum: PROGRESS_STATES })
  @IsOptional()
  @IsIn(PROGRESS_STATES)
  state?: ProgressState;
  @ApiProperty({ required: false, nullable: true, type: Number, minimum: 0, maximum: 100 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  percent?: number | null;
  @ApiProperty({ required: false, type: [LineBody] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  obstacles?: LineBody[];
}

export class PolicyActivityBody {
  @ApiProperty({ example: '2024-12-27' }) @IsCalendarDay() heldOn: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(SHORT_MAX) text: string;
}

export class ReceivedGiftBody {
  @ApiProperty({ example: '2025-01-03' }) @IsCalendarDay() receivedOn: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(SHORT_MAX) item: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(SHORT_MAX) giver: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(SHORT_MAX) recipient: string;
  @ApiProperty({ required: false, nullable: true, type: Number, description: 'Estimated, in baht; null when unknown' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  value: number | null = null;
  @ApiProperty({ description: 'What was done with it' })
  @IsString()
  @MinLength(1)
  @MaxLength(SHORT_MAX)
  handling: string;
}

export class NoGiftBody {
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    example: '2024-12-27',
    description: 'Without it the day on which the year’s No Gift announcement was signed',
  })
  @IsOptional()
  @IsCalendarDay()
  announcedOn?: string | null;
  @ApiProperty({ required: false, type: [PolicyActivityBody] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => PolicyActivityBody)
  activities?: PolicyActivityBody[];
  @ApiProperty({ required: false, type: [ReceivedGiftBody], description: 'Empty or left out: nothing was received' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => ReceivedGiftBody)
  gifts?: ReceivedGiftBody[];
  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsString()
  @MaxLength(CELL_MAX)
  obstacles?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String })
  @IsOptional()
  @IsString()
  @MaxLength(CELL_MAX)
  suggestions?: string | null;
}
