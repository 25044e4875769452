import { Body, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import type { Request, Response } from 'express';
import { requireCapacity } from '../../approvals/actor.js';
import type { ErrorCode } from '../../core/errors.js';
import type { DocumentFontRow } from '../../document-fonts/document-font.entity.js';
import { documentFont, documentFontsOf } from '../../document-fonts/document-fonts.queries.js';
import { chooseFont } from '../../document-fonts/keep-font.js';
import { retireFont } from '../../document-fonts/retire-font.js';
import { Desk } from '../desk.js';
import { FontIntake } from '../font-intake.js';
import { sendPdf } from '../send-pdf.js';
import { uploadedFiles } from '../uploads.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { PDF_RESPONSE } from './pdf-response.js';
import { Refuses } from './problems.decorator.js';
import { IdempotencyKey, WithIdempotencyKey } from './request-headers.js';

export class FontFileReply {
  @ApiProperty({ enum: ['normal', 'bold', 'italics', 'bolditalics'] }) style: string;
  @ApiProperty() name: string;
  @ApiProperty() sha256: string;
  @ApiProperty({ description: '400 is regular, 700 is bold' }) weight: number;
  @ApiProperty({ type: [String], description: 'As `prongsai font check` names them' }) remarks: string[];
  @ApiProperty({ type: [String], description: 'Letters and signs that it lacks' }) missing: string[];
}

export class DocumentFontReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() family: string;
  @ApiProperty({ description: 'New documents are printed in it' }) isChosen: boolean;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Out of use since; null while it can be chosen',
  })
  retiredAt: string | null;
  @ApiProperty({ type: [FontFileReply] }) files: FontFileReply[];
}

export class ChooseFontBody {
  @ApiProperty({ nullable: true, type: String, format: 'uuid', description: 'Null: the house font' })
  @ValidateIf((_o, value) => value !== null)
  @IsUUID()
  id: string | null;
}

export class OfferedFontBody {
  @ApiProperty({ description: 'Family name as `GET offered` gives it' }) @IsString() @MaxLength(200) family: string;
}

const FONT_REFUSALS: readonly ErrorCode[] = [
  'input.file-not-found',
  'font.unusable',
  'font.unreadable',
  'font.families-differ',
  'font.style-twice',
  'idempotency.still-running',
  'idempotency.key-reused',
];

const FILES = { type: 'array', minItems: 1, maxItems: 4, items: { type: 'string', format: 'binary' } };

/** The typefaces of an organization's documents: for administrators. */
@ApiDoor('document-fonts', 'Layouts and wordings')
export class DocumentFontsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(FontIntake) private readonly intake: FontIntake,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every typeface that was brought, the one in use first' })
  @ApiOkResponse({ type: [DocumentFontReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<DocumentFontReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return (await documentFontsOf(tx, visitor.organizationId)).map(replyOf);
    });
  }

  @Get('offered')
  @ApiOperation({ summary: 'Families of the typefaces that the operator offers to every agency' })
  @ApiOkResponse({ type: [String] })
  @Refuses()
  offered(@SignedIn() visitor: Visitor): Promise<string[]> {
    return this.desk.at(visitor, async (_tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return this.intake.offered();
    });
  }

  @Post('offered')
  @ApiOperation({ summary: 'One of the offered typefaces becomes the agency’s; documents do not change yet' })
  @ApiCreatedResponse({ type: DocumentFontReply })
  @WithIdempotencyKey()
  @Refuses(...FONT_REFUSALS, 'font.not-found')
  async bringOffered(
    @SignedIn() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
    @Body() { family }: OfferedFontBody,
    @IdempotencyKey() key: string | null,
  ): Promise<DocumentFontReply> {
    return this.told(visitor, response, await this.intake.bringOffered(visitor, family, key));
  }

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['files'], properties: { files: FILES as object } } })
  @ApiOperation({ summary: 'Looks TTF or OTF files of one typeface over and keeps them; documents do not change yet' })
  @ApiCreatedResponse({ type: DocumentFontReply })
  @WithIdempotencyKey()
  @Refuses(...FONT_REFUSALS)
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @IdempotencyKey() key: string | null,
  ): Promise<DocumentFontReply> {
    return this.told(visitor, response, await this.intake.bring(visitor, uploadedFiles(request), key));
  }

  @Put('chosen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Documents signed from now on are printed in it; those signed before keep theirs' })
  @ApiOkResponse({ type: [DocumentFontReply] })
  @Refuses('font.not-found', 'font.retired')
  choose(@SignedIn() visitor: Visitor, @Body() { id }: ChooseFontBody): Promise<DocumentFontReply[]> {
    const { organizationId, request } = visitor;
    return this.desk.at(visitor, async (tx, { actor }) => {
      await chooseFont(tx, id, { organizationId, actor, request });
      return (await documentFontsOf(tx, organizationId)).map(replyOf);
    });
  }

  @Post(':id/retire')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes a typeface out of use; documents printed in it keep it' })
  @ApiOkResponse({ type: DocumentFontReply })
  @WithIdempotencyKey()
  @Refuses('font.not-found', 'font.in-use', 'idempotency.still-running', 'idempotency.key-reused')
  retire(@Keyed() call: KeyedCall, @Param('id') id: string): Promise<DocumentFontReply> {
    const { organizationId, request } = call.visitor;
    return this.keyed.at(call, async (tx, { actor }) =>
      replyOf(await retireFont(tx, id, { organizationId, actor, request })),
    );
  }

  @Get(':id/specimen')
  @ApiOperation({ summary: 'A page that shows the typeface in all styles' })
  @ApiOkResponse(PDF_RESPONSE)
  @Refuses('font.not-found', 'document.render-failed', 'document.render-timeout')
  async specimen(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    sendPdf(response, 'specimen', await this.intake.specimen(visitor, id));
  }

  private told(
    visitor: Visitor,
    response: Response,
    { id, replayed }: { readonly id: string; readonly replayed: boolean },
  ): Promise<DocumentFontReply> {
    if (replayed) response.setHeader('Idempotent-Replayed', 'true');
    return this.desk.at(visitor, async (tx) => replyOf(await documentFont(tx, visitor.organizationId, id)));
  }
}

const replyOf = ({ id, family, isChosen, uploadedAt, retiredAt, files }: DocumentFontRow): DocumentFontReply => ({
  id,
  family,
  isChosen,
  uploadedAt: uploadedAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
  files: files.map(({ style, name, sha256, weight, remarks, missing }) => ({
    ...{ style, name, sha256, weight },
    remarks: [...remarks],
    missing: [...missing],
  })),
});
