import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import {
  DocumentFontFormPage,
  type RefusedFontFile,
} from '../../../templates/web/pages/staff/document-font-form.page.js';
import { DocumentFontPage } from '../../../templates/web/pages/staff/document-font.page.js';
import { DocumentFontsPage } from '../../../templates/web/pages/staff/document-fonts.page.js';
import { fontInUse, fontNote, fontState } from '../../../templates/web/words/font-words.js';
import type { Tx } from '../../database/unit-of-work.js';
import { documentFont, documentFontsOf } from '../../document-fonts/document-fonts.queries.js';
import { chooseFont } from '../../document-fonts/keep-font.js';
import { retireFont } from '../../document-fonts/retire-font.js';
import { AdminDesk } from '../admin-desk.js';
import { FontIntake } from '../font-intake.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { sendPdf } from '../send-pdf.js';
import { uploadedFiles } from '../uploads.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { listedFont, refusedFiles, styleRows, useOf, verdictOf } from './document-fonts.view.js';
import { formOrRefusals } from './form-or-refusals.js';
import { refusalsOfForm } from './form-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class KeyForm {
  @Text() idempotencyKey = '';
}

class BringForm extends KeyForm {
  /** Family of an offered typeface; empty when files come along. */
  @Text() offered = '';
}

/** The typefaces of the agency's documents: for administrators. */
@ApiExcludeController()
@Controller('admin/fonts')
export class DocumentFontsController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(FontIntake) private readonly intake: FontIntake,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const fonts = await documentFontsOf(tx, visitor.organizationId);
      const chosen = fonts.find(({ isChosen }) => isChosen);
      return DocumentFontsPage({
        frame: this.frames.of(request, me),
        inUse: fontInUse(chosen?.family ?? null),
        isHouseFont: chosen === undefined,
        rows: fonts.map((font) => listedFont(font, me.organization.digits)),
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Get('new')
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.formPage(visitor, request, [], []);
  }

  @Post('new')
  async bring(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(BringForm, body);
    const key = form.idempotencyKey || null;
    return formOrRefusals(
      async () => {
        const { id } = form.offered
          ? await this.intake.bringOffered(visitor, form.offered, key)
          : await this.intake.bring(visitor, uploadedFiles(request), key);
        return seeOther(links.documentFont(id));
      },
      (problems, error) => this.formPage(visitor, request, refusedFiles(error), problems),
      (error) => refusalsOfForm(error)?.map(({ sentence }) => ({ field: 'files', sentence })) ?? null,
    );
  }

  @Get(':id')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const font = await documentFont(tx, visitor.organizationId, id);
      return DocumentFontPage({
        frame: this.frames.of(request, me),
        id,
        family: font.family,
        state: fontState(useOf(font)),
        verdict: verdictOf(font),
        styles: styleRows(font),
        note: fontNote(useOf(font)),
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Get(':id/specimen.pdf')
  async specimen(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    sendPdf(response, 'specimen', await this.intake.specimen(visitor, id));
  }

  /** "house" goes back to the house font. */
  @Post(':id/choose')
  async choose(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    await this.once(visitor, request, body, (tx, by) => chooseFont(tx, id === 'house' ? null : id, by));
    leaveNotice(request, 'font.choose');
    return seeOther(links.documentFonts);
  }

  @Post(':id/retire')
  async retire(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    await this.once(visitor, request, body, (tx, by) => retireFont(tx, id, by));
    leaveNotice(request, 'font.retire');
    return seeOther(links.documentFonts);
  }

  private async once(
    visitor: Visitor,
    { path }: Request,
    body: unknown,
    work: (tx: Tx, by: Parameters<typeof retireFont>[2]) => Promise<unknown>,
  ): Promise<void> {
    const { organizationId, request } = visitor;
    const { idempotencyKey } = readForm(KeyForm, body).form;
    await this.desk.once(visitor, idempotencyKey, { path }, async (tx, { actor }) => {
      await work(tx, { organizationId, actor, request });
      return {};
    });
  }

  private formPage(
    visitor: Visitor,
    request: Request,
    refused: readonly RefusedFontFile[],
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof DocumentFontFormPage>> {
    return this.desk.at(visitor, async (_tx, me) =>
      DocumentFontFormPage({
        frame: this.frames.of(request, me),
        refused,
        problems,
        offered: this.intake.offered().map((family) => ({ family, idempotencyKey: randomUUID() })),
        idempotencyKey: randomUUID(),
      }),
    );
  }
}
