import { Body, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { DomainError } from '../../core/errors.js';
import type { ImportedPlan, PlanFile } from '../../imports/imported-plan.js';
import { importMeasures } from '../../measures/import-measures.js';
import { Desk } from '../desk.js';
import { findingsOfPlan, readPlanFor } from '../read-plan-for.js';
import { uploadedFile } from '../uploads.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { FindingReply } from './item.dto.js';
import { findingReply } from './item.view.js';
import { Refuses, TwoLanguages } from './problems.decorator.js';
import { IMPORT_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

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
}

export class ImportReply {
  @ApiProperty({ type: [String], description: 'Ids of the new drafts' }) created: string[];
  @ApiProperty({ type: [String], description: 'Ids of measures of an earlier import, left as they are' })
  alreadyThere: string[];
  @ApiProperty({ type: [ImportFindingReply] }) findings: ImportFindingReply[];
}

const FILE_BODY = {
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

/** XLSX, CSV, TSV or DOCX of measures. */
@ApiDoor('imports', 'Imports')
export class ImportsApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Post('preview')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOperation({ summary: 'What a file would bring in; nothing is written' })
  @ApiOkResponse({ type: PlanReply })
  @Refuses(...IMPORT_REFUSALS)
  async preview(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: ImportBody): Promise<PlanReply> {
    const plan = await this.planOf(visitor, fileOf(request), body);
    const proof = await this.desk.at(visitor, (tx, me) => findingsOfPlan(tx, me, plan.fiscalYear, plan.measures));
    return {
      fiscalYear: plan.fiscalYear,
      measures: [...plan.measures],
      findings: plan.findings.map((finding) => ({ ...finding })),
      proof: proof.map(findingReply),
    };
  }

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOperation({ summary: 'Drafts every measure of a file, or none' })
  @ApiOkResponse({ type: ImportReply })
  @WithIdempotencyKey()
  @Refuses(...IMPORT_REFUSALS)
  async take(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ImportBody,
    @IdempotencyKey() key: string | null,
  ): Promise<ImportReply> {
    const file = fileOf(request);
    const { measures, findings } = await this.planOf(visitor, file, body);
    const { fiscalYear } = body;
    const asked = { path: request.path, ...body, sha256: createHash('sha256').update(file.bytes).digest('hex') };
    const { organizationId } = visitor;
    const keyed = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, asked, async () => {
        const { created, alreadyThere } = await importMeasures(tx, { organizationId, actor, fiscalYear, measures });
        return { created: created.map(({ id }) => id), alreadyThere: alreadyThere.map(({ id }) => id) };
      }),
    );
    return { ...told(response, keyed), findings: findings.map((finding) => ({ ...finding })) };
  }

  private planOf(visitor: Visitor, file: PlanFile, { fiscalYear, closeSpaces }: ImportBody): Promise<ImportedPlan> {
    const options = { fiscalYear, closeSpaces: closeSpaces === 'true' };
    return readPlanFor((work) => this.desk.at(visitor, work), file, options);
  }
}

function fileOf(request: Request): PlanFile {
  const file = uploadedFile(request);
  if (!file) throw new DomainError('input.file-not-found', { field: 'file' });
  return file;
}
