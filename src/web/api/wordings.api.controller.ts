import { Body, Get, HttpCode, Inject, Param, Post, Put, Res, type PipeTransform } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import type { Response } from 'express';
import type { Language } from '../../../templates/documents/document-template.js';
import { saveWording, wordingPreview } from '../../announcements/save-wording.js';
import { wordingInForce, wordingVersions, type WordingInForce } from '../../announcements/wordings.queries.js';
import type { ParameterValues } from '../../core/announcement/announcement.js';
import { DomainError } from '../../core/errors.js';
import { Desk } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { sendPdf } from '../send-pdf.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { PDF_RESPONSE } from './pdf-response.js';
import { Refuses } from './problems.decorator.js';
import { WORDING_REFUSALS } from './refusals.js';

const WORDING_MAX = 60_000;

export class SaveWordingBody {
  @ApiProperty({ nullable: true, type: Number, description: 'The version you saw; null when there was none' })
  @ValidateIf((_o, value) => value !== null)
  @IsInt()
  @Min(1)
  seenVersion: number | null;
  @ApiProperty({ nullable: true, type: String, description: 'Markup; null goes back to the template’s own wording' })
  @ValidateIf((_o, value) => value !== null)
  @IsString()
  @MaxLength(WORDING_MAX)
  text: string | null;
}

export class PreviewWordingBody {
  @ApiProperty() @IsString() @MaxLength(WORDING_MAX) text: string;
  @ApiProperty({ example: 2568 }) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty({ required: false, type: Object, description: 'Example values stand in for those left out' })
  @IsOptional()
  @IsObject()
  parameters?: ParameterValues;
}

export class WordingReply {
  @ApiProperty({ example: 'no-gift-announcement.v1' }) template: string;
  @ApiProperty({ enum: ['th', 'en'] }) language: string;
  @ApiProperty({ description: 'The markup that is printed' }) text: string;
  @ApiProperty() isOwn: boolean;
  @ApiProperty({ nullable: true, type: Number, description: 'Send it back as seenVersion' }) version: number | null;
  @ApiProperty({ type: [String], description: 'Names the markup may put between braces' }) placeholders: string[];
}

export class WordingVersionReply {
  @ApiProperty() version: number;
  @ApiProperty({ nullable: true, type: String }) text: string | null;
  @ApiProperty({ format: 'date-time' }) savedAt: string;
}

const asLanguage: PipeTransform<string, Language> = {
  transform: (language) => {
    if (language !== 'th' && language !== 'en') throw new DomainError('document.language-unknown', { language });
    return language;
  },
};

/** What announcement templates say for this organization. */
@ApiDoor('wordings/:template/:language', 'Layouts and wordings')
export class WordingsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The wording in force, and the placeholders it may use' })
  @ApiOkResponse({ type: WordingReply })
  @Refuses('announcement.template-unknown', 'document.template-unknown', 'document.language-unknown')
  show(
    @SignedIn() visitor: Visitor,
    @Param('template') template: string,
    @Param('language', asLanguage) language: Language,
  ): Promise<WordingReply> {
    return this.desk.at(visitor, async (tx) =>
      replyOf(await wordingInForce(tx, visitor.organizationId, template, language)),
    );
  }

  @Get('versions')
  @ApiOperation({ summary: 'Every version of the own wording, newest first' })
  @ApiOkResponse({ type: [WordingVersionReply] })
  @Refuses('announcement.template-unknown', 'document.template-unknown', 'document.language-unknown')
  versions(
    @SignedIn() visitor: Visitor,
    @Param('template') name: string,
    @Param('language', asLanguage) language: Language,
  ): Promise<WordingVersionReply[]> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx) => {
      const { template } = await wordingInForce(tx, organizationId, name, language);
      const versions = await wordingVersions(tx, organizationId, template, language);
      return versions.map(({ version, text, savedAt }) => ({ version, text, savedAt: savedAt.toISOString() }));
    });
  }

  @Put()
  @ApiOperation({ summary: 'A new version; announcements drafted before keep the words they have' })
  @ApiOkResponse({ type: WordingReply })
  @Refuses(...WORDING_REFUSALS, 'item.changed-meanwhile')
  save(
    @SignedIn() visitor: Visitor,
    @Param('template') template: string,
    @Param('language', asLanguage) language: Language,
    @Body() { seenVersion, text }: SaveWordingBody,
  ): Promise<WordingReply> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, { actor }) =>
      replyOf(await saveWording(tx, { organizationId, actor, template, language, seenVersion, text })),
    );
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'How a wording would be printed, as a draft PDF; nothing is written' })
  @ApiOkResponse(PDF_RESPONSE)
  @Refuses(...WORDING_REFUSALS, 'document.render-failed', 'document.render-timeout')
  async preview(
    @SignedIn() visitor: Visitor,
    @Res() response: Response,
    @Param('template') template: string,
    @Param('language', asLanguage) language: Language,
    @Body() { text, fiscalYear, parameters }: PreviewWordingBody,
  ): Promise<void> {
    const given = { template, language, text, fiscalYear, ...(parameters ? { parameters } : {}) };
    const preview = await this.desk.at(visitor, (tx) => wordingPreview(tx, visitor.organizationId, given));
    sendPdf(response, 'wording', await this.drafts.print(visitor, { ...preview, createdAt: new Date().toISOString() }));
  }
}

const replyOf = ({ placeholders, ...wording }: WordingInForce): WordingReply => ({
  ...wording,
  placeholders: [...placeholders],
});
