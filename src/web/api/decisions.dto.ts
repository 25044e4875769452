import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ActBody } from './item.dto.js';
import { ProblemReply } from './problems.decorator.js';

const SECTIONS = ['measures', 'reports', 'announcements'];
const MOST_DECISIONS = 50;

export class DecisionBody extends ActBody {
  @ApiProperty({ enum: SECTIONS }) @IsIn(SECTIONS) section: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() id: string;
  @ApiProperty({ example: 'sign_off' }) @MaxLength(50) deed: string;
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    description: 'Content hash of the text that was shown. Deeds that sign are refused without it.',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  shownHash?: string | null;
}

export class DecisionsBody {
  @ApiProperty({ type: [DecisionBody], minItems: 1, maxItems: MOST_DECISIONS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_DECISIONS)
  @ValidateNested({ each: true })
  @Type(() => DecisionBody)
  decisions: DecisionBody[];
}

export class DecisionAnswer {
  @ApiProperty({ enum: SECTIONS }) section: string;
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() deed: string;
  @ApiProperty() isDone: boolean;
  @ApiProperty({ nullable: true, type: String, description: 'As the decision left it; null when it was refused' })
  state: string | null;
  @ApiProperty({ nullable: true, type: Number }) version: number | null;
  @ApiProperty({ nullable: true, type: ProblemReply, description: 'Why it was refused; null when it was done' })
  problem: object | null;
}

export class DecisionsReply {
  @ApiProperty({ type: [DecisionAnswer], description: 'One for each decision, in the order they were sent' })
  answers: DecisionAnswer[];
}
