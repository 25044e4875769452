import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
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
import { CELL_MAX, TITLE_MAX } from '../../core/measure/measure-text.js';
import { MOST_ANNEXES } from '../../core/thai/evidence-words.js';
import { REPORT_KINDS, type ReportKindName } from '../../core/report/report.js';
import { NoGiftBody, ProgressBody } from './report-details.dto.js';

export class AssessmentBody {
  @ApiProperty({ minimum: 0, maximum: 100 }) @IsNumber() @Min(0) @Max(100) overall: number;
  @ApiProperty() @IsString() @MaxLength(100) level: string;
}

export class CompileBody {
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(TITLE_MAX) title: string;
  @ApiProperty({
    required: false,
    enum: REPORT_KINDS,
    default: 'implementation',
    description: 'A report that exists keeps its kind, whatever is said here',
  })
  @IsOptional()
  @IsIn(REPORT_KINDS)
  kind?: ReportKindName;
  @ApiProperty({
    required: false,
    example: 'by-theme',
    description: 'Of an implementation report: a preset of GET /api/v1/report-layouts, or the id of an own layout',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  layout?: string;
  @ApiProperty({
    required: false,
    type: AssessmentBody,
    description: 'Result of the year before, quoted by the introduction',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AssessmentBody)
  assessment?: AssessmentBody;
  @ApiProperty({ required: false, description: 'Report without the measures that lack something' })
  @IsOptional()
  @IsBoolean()
  gapsAcknowledged?: boolean;
  @ApiProperty({ required: false, type: [ProgressBody], description: 'Of a progress report' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => ProgressBody)
  progress?: ProgressBody[];
  @ApiProperty({ required: false, type: NoGiftBody, description: 'Of a No Gift report' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NoGiftBody)
  noGift?: NoGiftBody;
  @ApiProperty({
    required: false,
    type: [String],
    maxItems: MOST_ANNEXES,
    description: 'Files of evidence of its measures, by id, printed behind the report in this order',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ANNEXES)
  @IsUUID(undefined, { each: true })
  annexes?: string[];
  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    description: 'Of an ITA analysis: takes the place of the template’s foreword',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CELL_MAX)
  foreword?: string | null;
}

export class GapReply {
  @ApiProperty({ nullable: true, type: String, format: 'uuid', description: 'Null when the report itself lacks it' })
  measureId: string | null;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'measure.results-missing' }) code: string;
  @ApiProperty({ description: 'State of the measure; empty without one' }) state: string;
}

export class CancelledReply {
  @ApiProperty({ format: 'uuid' }) measureId: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'As the public reads it' }) reason: string;
  @ApiProperty({ format: 'date' }) cancelledOn: string;
}

export class AnnexChoiceReply {
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty({ format: 'uuid' }) measureId: string;
  @ApiProperty() name: string;
  @ApiProperty() pages: number;
}

export class GapsReply {
  @ApiProperty({ description: 'How many measures the report would hold' }) measures: number;
  @ApiProperty({ type: [GapReply], description: 'They stop the report unless they are acknowledged' }) gaps: GapReply[];
  @ApiProperty({ type: [GapReply], description: 'They stop nothing' }) warnings: GapReply[];
  @ApiProperty({ type: [CancelledReply], description: 'Measures of the plan that are absent; they stop nothing' })
  cancelled: CancelledReply[];
  @ApiProperty({ type: [AnnexChoiceReply], description: 'What may stand behind the report' })
  annexes: AnnexChoiceReply[];
}

export class RecompileBody extends CompileBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
}
