import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LEVELS, type Level } from '../../core/ita/rating.js';

const Score = (): PropertyDecorator => (target, name) => {
  ApiProperty({ minimum: 0, maximum: 100 })(target, name);
  for (const rule of [IsNumber(), Min(0), Max(100)]) rule(target, name);
};

export class InstrumentScoresBody {
  @Score() iit: number;
  @Score() eit1: number;
  @Score() eit2: number;
  @Score() oit: number;
}

export class RecommendationBody {
  @ApiProperty({ example: 'e6' }) @IsString() @MinLength(1) @MaxLength(10) code: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(4_000) text: string;
  @ApiProperty({ required: false, nullable: true, type: Number, minimum: 1, maximum: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  indicator?: number | null;
}

export class SaveAssessmentBody {
  @ApiProperty({ nullable: true, type: Number, description: 'The version you saw; null when there was none' })
  @ValidateIf((_o, value) => value !== null)
  @IsInt()
  @Min(1)
  seenVersion: number | null;
  @Score() overall: number;
  @ApiProperty({ required: false, nullable: true, enum: LEVELS, description: 'Left out: what the rule gives' })
  @IsOptional()
  @IsIn(LEVELS)
  level?: Level | null;
  @ApiProperty({ type: InstrumentScoresBody })
  @ValidateNested()
  @Type(() => InstrumentScoresBody)
  instruments: InstrumentScoresBody;
  @ApiProperty({ type: [Number], minItems: 10, maxItems: 10, description: 'The ten indicators in their order' })
  @IsArray()
  @ArrayMinSize(10)
  @ArrayMaxSize(10)
  @IsNumber({}, { each: true })
  @Min(0, { each: true })
  @Max(100, { each: true })
  indicators: number[];
  @ApiProperty({ type: [RecommendationBody] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RecommendationBody)
  recommendations: RecommendationBody[];
}

export class DropBody {
  @ApiProperty() @IsString() @MaxLength(2_000) reason: string;
}

export class AssessmentSummary {
  @ApiProperty() fiscalYear: number;
  @ApiProperty() version: number;
  @ApiProperty() overall: number;
  @ApiProperty({ enum: LEVELS }) level: string;
  @ApiProperty({ format: 'date-time' }) savedAt: string;
}

export class AssessmentReply extends AssessmentSummary {
  @ApiProperty({ type: Object, description: 'instruments, indicators and recommendations as saved' }) content: object;
  @ApiProperty({ type: Object, description: 'Why the level is what it is' }) reason: object;
  @ApiProperty({ type: [Object], description: 'Numbers that differ from what the weights of the year give' })
  doubts: object[];
}

export class ReadAssessmentReply {
  @ApiProperty({ nullable: true, type: Number }) overall: number | null;
  @ApiProperty({ nullable: true, type: String }) level: string | null;
  @ApiProperty({ type: Object }) instruments: object;
  @ApiProperty({ type: [Number], description: 'Null where the file says nothing' }) indicators: (number | null)[];
  @ApiProperty({ type: [Object] }) recommendations: object[];
  @ApiProperty({ type: [String], description: 'Fields the file says nothing of' }) missing: string[];
  @ApiProperty({ type: [Object], description: 'Rows that were not understood' }) unread: object[];
}

export class ProposalReply {
  @ApiProperty({ example: 'indicator:7', description: 'Names the finding in the paths below' }) key: string;
  @ApiProperty({
    nullable: true,
    enum: ['iit', 'eit1', 'eit2', 'oit'],
    description: 'The instrument, or part of EIT, below the target',
  })
  instrument: string | null;
  @ApiProperty({ nullable: true, type: Number }) indicator: number | null;
  @ApiProperty({ nullable: true, type: String }) code: string | null;
  @ApiProperty({ nullable: true, type: Number }) score: number | null;
  @ApiProperty({ type: [String] }) texts: string[];
  @ApiProperty() mustBeAnswered: boolean;
  @ApiProperty({ enum: ['open', 'accepted', 'answered', 'dropped'] }) state: string;
  @ApiProperty({ nullable: true, type: String, description: 'The measure that answers it' }) measureId: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Why it was dropped' }) reason: string | null;
  @ApiProperty({ type: Object, description: 'The draft as it would be made' }) measure: object;
}
