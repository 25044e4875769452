import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MEASURE_STATES } from '../../core/measure/measure.js';
import { CELL_MAX, TITLE_MAX } from '../../core/measure/measure-text.js';
import { PageQuery } from './item.dto.js';

const MOST_LINES = 500;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class LineBody {
  @ApiProperty({ enum: ['numbered', 'dash', 'heading', 'plain'] })
  @IsIn(['numbered', 'dash', 'heading', 'plain'])
  kind: 'numbered' | 'dash' | 'heading' | 'plain';
  @ApiProperty({ maxLength: CELL_MAX }) @IsString() @MaxLength(CELL_MAX) text: string;
}

export class PeriodBody {
  @ApiProperty({ nullable: true, type: String, example: '2024-10-01' })
  @ValidateIf((_o, value) => value !== null)
  @Matches(DATE)
  startsOn: string | null;
  @ApiProperty({ nullable: true, type: String, example: '2025-09-30' })
  @ValidateIf((_o, value) => value !== null)
  @Matches(DATE)
  endsOn: string | null;
  @ApiProperty({ description: 'As printed' }) @IsString() @MaxLength(TITLE_MAX) text: string;
}

export class ResponsibleBody {
  @ApiProperty() @IsBoolean() everyDivision: boolean;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  divisionIds: string[];
  @ApiProperty({ description: 'As printed' }) @IsString() @MaxLength(TITLE_MAX) text: string;
}

export class EvidenceBody {
  @ApiProperty() @IsString() @MaxLength(TITLE_MAX) label: string;
  @ApiProperty({ example: 'https://www.example.go.th/plan.pdf' })
  @Matches(/^https?:\/\/\S+$/)
  @MaxLength(TITLE_MAX)
  url: string;
}

export class MeasurePlanBody {
  @ApiProperty({ maxLength: TITLE_MAX }) @IsString() @MaxLength(TITLE_MAX) title: string;
  @ApiProperty({ nullable: true, type: String })
  @ValidateIf((_o, value) => value !== null)
  @IsString()
  @MaxLength(TITLE_MAX)
  theme: string | null;
  @ApiProperty({ type: [Number], description: 'ITA indicators 1 to 10' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(10, { each: true })
  indicators: number[];
  @ApiProperty({ type: [String], example: ['O27'] })
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^O[1-9]\d?$/, { each: true })
  oCodes: string[];
  @ApiProperty({ type: [LineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  methods: LineBody[];
  @ApiProperty({ type: PeriodBody }) @ValidateNested() @Type(() => PeriodBody) @IsObject() period: PeriodBody;
  @ApiProperty({ type: ResponsibleBody })
  @ValidateNested()
  @Type(() => ResponsibleBody)
  @IsObject()
  responsible: ResponsibleBody;
  @ApiProperty({ type: [LineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  monitoring: LineBody[];
}

export class MeasureResultsBody {
  @ApiProperty({ type: [LineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  results: LineBody[];
  @ApiProperty({ type: [LineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  outcomes: LineBody[];
  @ApiProperty({ type: [EvidenceBody] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => EvidenceBody)
  evidence: EvidenceBody[];
}

export class DraftMeasureBody {
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty({ type: MeasurePlanBody })
  @ValidateNested()
  @Type(() => MeasurePlanBody)
  @IsObject()
  plan: MeasurePlanBody;
}

export class EditPlanBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: MeasurePlanBody })
  @ValidateNested()
  @Type(() => MeasurePlanBody)
  @IsObject()
  plan: MeasurePlanBody;
}

export class RecordResultsBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: MeasureResultsBody })
  @ValidateNested()
  @Type(() => MeasureResultsBody)
  @IsObject()
  results: MeasureResultsBody;
}

export class MeasuresQuery extends PageQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2500)
  @Max(2700)
  fiscalYear?: number;
  @ApiProperty({ required: false, enum: MEASURE_STATES })
  @IsOptional()
  @IsIn(MEASURE_STATES)
  state?: (typeof MEASURE_STATES)[number];
  @ApiProperty({ required: false, description: 'Part of the title' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}
