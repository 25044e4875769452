import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
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
import { PROGRESS_STATES, type ProgressState } from '../../core/report/progress.js';
import { PageQuery } from './item.dto.js';
import { IsCalendarDay } from './calendar-day.js';

const MOST_LINES = 500;
const MOST_FIGURES = 50;
const UNIT_MAX = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class LineBody {
  @ApiProperty({ enum: ['numbered', 'dash', 'heading', 'plain'] })
  @IsIn(['numbered', 'dash', 'heading', 'plain'])
  kind: 'numbered' | 'dash' | 'heading' | 'plain';
  @ApiProperty({ maxLength: CELL_MAX }) @IsString() @MaxLength(CELL_MAX) text: string;
}

/** A date that does not exist is refused by the rules of results, with a sentence of its own. */
export class ResultLineBody extends LineBody {
  @ApiProperty({
    required: false,
    format: 'date',
    example: '2025-02-20',
    description: 'Day on which it was done, or the first day',
  })
  @IsOptional()
  @Matches(DAY)
  on?: string;
  @ApiProperty({
    required: false,
    format: 'date',
    example: '2025-02-21',
    description: 'Last day, where it took several',
  })
  @IsOptional()
  @Matches(DAY)
  until?: string;
}

export class FigureBody {
  @ApiProperty({ example: 'ผู้เข้าร่วม' }) @IsString() @MaxLength(TITLE_MAX) name: string;
  @ApiProperty({ example: 45, minimum: 0, description: 'At most four decimals' }) @IsNumber() value: number;
  @ApiProperty({ example: 'คน' }) @IsString() @MaxLength(UNIT_MAX) unit: string;
  @ApiProperty({ required: false, example: 40, minimum: 0 }) @IsOptional() @IsNumber() target?: number;
}

export class PeriodBody {
  @ApiProperty({ nullable: true, type: String, example: '2024-10-01' })
  @ValidateIf((_o, value) => value !== null)
  @IsCalendarDay()
  startsOn: string | null;
  @ApiProperty({ nullable: true, type: String, example: '2025-09-30' })
  @ValidateIf((_o, value) => value !== null)
  @IsCalendarDay()
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

/** What final and interim results have in common. */
class DoneBody {
  @ApiProperty({ type: [ResultLineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => ResultLineBody)
  results: ResultLineBody[];
  @ApiProperty({ type: [LineBody] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => LineBody)
  outcomes: LineBody[];
  @ApiProperty({
    required: false,
    type: [FigureBody],
    description:
      'Outcomes as numbers. Left out of final results: those that are stored stay; an empty list takes them away.',
  })
  @ValidateIf((_o, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(MOST_FIGURES)
  @ValidateNested({ each: true })
  @Type(() => FigureBody)
  figures?: FigureBody[];
}

export class InterimResultsBody extends DoneBody {
  @ApiProperty({ format: 'date', example: '2025-03-31', description: 'Within the fiscal year of the measure' })
  @Matches(DAY)
  asOf: string;
  @ApiProperty({ enum: PROGRESS_STATES }) @IsIn(PROGRESS_STATES) progress: ProgressState;
}

export class MeasureResultsBody extends DoneBody {
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

export class RecordInterimBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: InterimResultsBody })
  @ValidateNested()
  @Type(() => InterimResultsBody)
  @IsObject()
  interim: InterimResultsBody;
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
