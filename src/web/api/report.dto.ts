import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { TITLE_MAX } from '../../core/measure/measure-text.js';
import { LAYOUT_PRESETS, type LayoutPreset } from '../../core/report/layout-presets.js';

const LAYOUTS = Object.keys(LAYOUT_PRESETS) as LayoutPreset[]; // the keys of the presets

export class AssessmentBody {
  @ApiProperty({ minimum: 0, maximum: 100 }) @IsNumber() @Min(0) @Max(100) overall: number;
  @ApiProperty() @IsString() @MaxLength(100) level: string;
}

export class CompileBody {
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(TITLE_MAX) title: string;
  @ApiProperty({ enum: LAYOUTS }) @IsIn(LAYOUTS) layout: LayoutPreset;
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
}

export class RecompileBody extends CompileBody {
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
}
