import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { FindingReply } from './item.dto.js';
import { TwoLanguages } from './problems.decorator.js';

export class ImportBody {
  @ApiProperty({ example: 2568 }) @Type(() => Number) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty({
    required: false,
    default: false,
    description: 'Closes stray spaces inside words as the findings offer',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  closeSpaces: 'true' | 'false' = 'false';
}

/** The form that carries a file, for ApiBody. */
export const FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file', 'fiscalYear'],
    properties: {
      file: { type: 'string', format: 'binary' },
      fiscalYear: { type: 'integer' },
      closeSpaces: { type: 'boolean' },
    },
  },
};

export class TakeOverBody extends ImportBody {
  @ApiProperty({ description: '`differencesSeen` of the preview: others by now are refused' }) @IsString() seen: string;
}

export const TAKE_OVER_BODY = {
  schema: {
    ...FILE_BODY.schema,
    required: [...FILE_BODY.schema.required, 'seen'],
    properties: { ...FILE_BODY.schema.properties, seen: { type: 'string' } },
  },
};

export class ImportDifferenceReply {
  @ApiProperty({ format: 'uuid' }) measureId: string;
  @ApiProperty() version: number;
  @ApiProperty({ type: [String], example: ['results'], description: 'Parts that say otherwise than the file' })
  fields: readonly string[];
  @ApiProperty({ type: [String], description: 'Those that the file may still change' }) takeable: readonly string[];
}

export class TakenOverReply {
  @ApiProperty({ type: [String], description: 'Ids of measures that say what the file says now' }) changed: string[];
}

export class ImportFindingReply {
  @ApiProperty({ example: 'import.unknown-column' }) code: string;
  @ApiProperty({ enum: ['E', 'W', 'I'] }) severity: string;
  @ApiProperty({ type: Object, description: 'sheet, row (from 1) and column' }) place: object;
  @ApiProperty() quote: string;
  @ApiProperty({ type: TwoLanguages }) message: TwoLanguages;
  @ApiProperty({ required: false }) suggestion?: string;
}

export class PlanReply {
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ type: [Object], description: 'contentKey, content and source of each measure' }) measures: object[];
  @ApiProperty({ type: [ImportFindingReply] }) findings: ImportFindingReply[];
  @ApiProperty({
    type: [FindingReply],
    description: 'What the proof-reader finds; `at` is "<number of the measure, from 1>.<field>". Stops no import',
  })
  proof: FindingReply[];
  @ApiProperty({
    type: [ImportDifferenceReply],
    description: 'Measures of an earlier import that differ from the file',
  })
  differences: ImportDifferenceReply[];
  @ApiProperty({ description: 'Names these differences, for POST /imports/take-over' }) differencesSeen: string;
}

export class ImportReply {
  @ApiProperty({ type: [String], description: 'Ids of the new drafts' }) created: string[];
  @ApiProperty({ type: [String], description: 'Ids of measures of an earlier import, left as they are' })
  alreadyThere: string[];
  @ApiProperty({ type: [ImportDifferenceReply], description: 'Those of them that differ from the file' })
  differing: ImportDifferenceReply[];
  @ApiProperty({ type: [ImportFindingReply] }) findings: ImportFindingReply[];
}

export class ImportTroubleReply {
  @ApiProperty({ example: 'import.asker-may-not' }) code: string;
  @ApiProperty({ type: TwoLanguages }) detail: TwoLanguages;
}

export class ImportRunReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed'], description: '`failed` waits for a retry' })
  state: string;
  @ApiProperty() fiscalYear: number;
  @ApiProperty() fileName: string;
  @ApiProperty({ description: 'SHA-256 of the file' }) fileSha256: string;
  @ApiProperty({ description: 'How many measures the file brings' }) measures: number;
  @ApiProperty({ description: 'How many of them are made ready; all of them become visible at once, or none' })
  settled: number;
  @ApiProperty() askedBy: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) doneAt: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'How many drafts are new' }) created: number | null;
  @ApiProperty({ nullable: true, type: Number, description: 'How many an earlier import had brought' })
  alreadyThere: number | null;
  @ApiProperty({ nullable: true, type: ImportTroubleReply, description: 'Why it failed, or why the last try did' })
  problem: ImportTroubleReply | null;
}

export class ImportAskedReply extends ImportRunReply {
  @ApiProperty({ type: [ImportFindingReply] }) findings: ImportFindingReply[];
}
