import { Body, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Response } from 'express';
import { narrowColumns } from '../../../templates/documents/narrow-columns.js';
import { DomainError } from '../../core/errors.js';
import { isUuid } from '../../database/tenant.js';
import { layoutPreview } from '../../reports/layout-preview.js';
import { layoutVersions, listLayouts } from '../../reports/layouts.queries.js';
import type { ReportLayoutRow } from '../../reports/report-layout.entity.js';
import { copyPreset, saveLayout } from '../../reports/save-layout.js';
import { Desk } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { sendPdf } from '../send-pdf.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { PDF_RESPONSE } from './pdf-response.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { LAYOUT_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

export class CopyPresetBody {
  @ApiProperty({ example: 'by-theme', description: 'Of GET /api/v1/report-layouts' })
  @IsString()
  @MaxLength(100)
  preset: string;
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) name: string;
}

export class SaveLayoutBody {
  @ApiProperty({ maxLength: 120 }) @IsString() @MaxLength(120) name: string;
  @ApiProperty() @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: Object, description: 'The whole layout, as GET gives it' }) @IsObject() layout: object;
}

export class PreviewLayoutBody {
  @ApiProperty({ type: Object }) @IsObject() layout: object;
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
}

export class OwnLayoutReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
  @ApiProperty() name: string;
  @ApiProperty({ nullable: true, type: String, description: 'The preset it began as' }) fromPreset: string | null;
  @ApiProperty({ format: 'date-time' }) savedAt: string;
  @ApiProperty({ type: Object }) layout: object;
  @ApiProperty({ type: [String], description: 'Headers of columns narrower than their longest word' })
  narrowColumns: string[];
}

/** Of a preview: headers of columns narrower than their longest word, percent-encoded, commas between. */
const NARROW_COLUMNS = 'X-Narrow-Columns';

/** Report layouts of the organization's own: copies of presets, changed. */
@ApiDoor('layouts', 'Layouts and wordings')
export class LayoutsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The newest version of each own layout, by name' })
  @ApiOkResponse({ type: [OwnLayoutReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<OwnLayoutReply[]> {
    return this.desk.at(visitor, async (tx) => (await listLayouts(tx, visitor.organizationId)).map(replyOf));
  }

  @Post()
  @ApiOperation({ summary: 'Copies a preset' })
  @ApiCreatedResponse({ type: OwnLayoutReply })
  @WithIdempotencyKey()
  @Refuses('report.layout-unknown', 'report.layout-name-taken')
  copy(@Keyed() call: KeyedCall, @Body() { preset, name }: CopyPresetBody): Promise<OwnLayoutReply> {
    const { organizationId } = call.visitor;
    return this.keyed.at(call, async (tx, { actor }) =>
      replyOf(await copyPreset(tx, { organizationId, actor, preset, name })),
    );
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'How a layout would look with the year’s measures, as a draft PDF; nothing is written' })
  @ApiOkResponse(PDF_RESPONSE)
  @Refuses('report.layout-invalid', 'document.data-invalid', 'document.render-failed', 'document.render-timeout')
  async preview(
    @SignedIn() visitor: Visitor,
    @Res() response: Response,
    @Body() { layout, fiscalYear }: PreviewLayoutBody,
  ): Promise<void> {
    const { narrow, ...preview } = await this.desk.at(visitor, (tx) =>
      layoutPreview(tx, visitor.organizationId, { layout, fiscalYear }),
    );
    response.setHeader(NARROW_COLUMNS, narrow.map(({ header }) => encodeURIComponent(header)).join(', '));
    sendPdf(response, 'layout', await this.drafts.print(visitor, { ...preview, createdAt: new Date().toISOString() }));
  }

  @Get(':id/versions')
  @ApiOperation({ summary: 'Every version of an own layout, newest first' })
  @ApiOkResponse({ type: [OwnLayoutReply] })
  @Refuses('report.layout-unknown')
  versions(@SignedIn() visitor: Visitor, @Param('id') layoutId: string): Promise<OwnLayoutReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const versions = isUuid(layoutId) ? await layoutVersions(tx, visitor.organizationId, layoutId) : [];
      if (versions.length === 0) throw new DomainError('report.layout-unknown', { layoutId });
      return versions.map(replyOf);
    });
  }

  @Put(':id')
  @ApiOperation({ summary: 'A new version; reports that were compiled before keep the layout they have' })
  @ApiOkResponse({ type: OwnLayoutReply })
  @Refuses(...LAYOUT_REFUSALS)
  save(
    @SignedIn() visitor: Visitor,
    @Param('id') layoutId: string,
    @Body() { name, seenVersion, layout }: SaveLayoutBody,
  ): Promise<OwnLayoutReply> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, { actor }) =>
      replyOf(await saveLayout(tx, { organizationId, actor, layoutId, name, seenVersion, layout })),
    );
  }
}

const replyOf = ({ id, version, name, fromPreset, savedAt, layout }: ReportLayoutRow): OwnLayoutReply => ({
  ...{ id, version, name, fromPreset, layout },
  narrowColumns: narrowColumns(layout).map(({ header }) => header),
  savedAt: savedAt.toISOString(),
});
