import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { documentOutline, type DocumentOutline } from '../../../templates/documents/document-outline.js';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { WordingFormPage } from '../../../templates/web/pages/staff/wording-form.page.js';
import { WordingsPage } from '../../../templates/web/pages/staff/wordings.page.js';
import { LANGUAGE_LABELS } from '../../../templates/web/words/report-words.js';
import { wordingState } from '../../../templates/web/words/wording-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { saveWording, wordingPreview, type WordingPreview } from '../../announcements/save-wording.js';
import { wordingInForce } from '../../announcements/wordings.queries.js';
import type { Tx } from '../../database/unit-of-work.js';
import { announcementTemplates, templateTitle } from '../announcement-templates.js';
import { Desk, type Me } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { leaveNotice } from '../notices.js';
import { PageReply, seeOther, type WebReply } from '../reply.js';
import { pdfFile } from '../send-pdf.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { placeOf, problemLines, WordingForm, type Place } from './wording.form.js';

interface Shown {
  readonly form?: WordingForm;
  readonly preview?: DocumentOutline;
  readonly problems?: readonly FieldProblem[];
}

/** What announcements say in this agency: for officers and administrators. */
@ApiExcludeController()
@Controller('announcements/wordings')
export class WordingsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.atDesk(visitor, async (tx, me) => {
      const places = announcementTemplates().flatMap(({ id, languages }) =>
        languages.map((language): Place => ({ template: id, language })),
      );
      const rows = [];
      for (const { template, language } of places) {
        const { isOwn } = await wordingInForce(tx, visitor.organizationId, template, language);
        const title = templateTitle(template);
        rows.push({ template, language, title, languageLabel: LANGUAGE_LABELS[language], state: wordingState(isOwn) });
      }
      return WordingsPage({ frame: this.frames.of(request, me), rows });
    });
  }

  @Get(':template/:language')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param() params: Place): Promise<WebReply> {
    return this.page(visitor, request, placeOf(params), {});
  }

  @Post(':template/:language')
  save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() params: Place,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(WordingForm, body);
    return this.keep(visitor, request, placeOf(params), form, form.text);
  }

  @Post(':template/:language/standard')
  goBack(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() params: Place,
    @Body() body: unknown,
  ): Promise<WebReply> {
    return this.keep(visitor, request, placeOf(params), readForm(WordingForm, body).form, null);
  }

  @Post(':template/:language/preview')
  async preview(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() params: Place,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const place = placeOf(params);
    const { form } = readForm(WordingForm, body);
    return this.orRefusals(visitor, request, place, form, async () => {
      const { template, data, language } = await this.previewOf(visitor, place, form.text);
      const shown = { form, preview: documentOutline(template, data, language) };
      return new PageReply(await this.page(visitor, request, place, shown), 200);
    });
  }

  @Post(':template/:language/pdf')
  @HttpCode(200)
  async pdf(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() params: Place,
    @Body() body: unknown,
  ): Promise<WebReply | StreamableFile> {
    const place = placeOf(params);
    const { form } = readForm(WordingForm, body);
    return this.orRefusals(visitor, request, place, form, async () => {
      const preview = await this.previewOf(visitor, place, form.text);
      return pdfFile('wording', await this.drafts.print(visitor, { ...preview, createdAt: new Date().toISOString() }));
    });
  }

  private async keep(
    visitor: Visitor,
    request: Request,
    place: Place,
    form: WordingForm,
    text: string | null,
  ): Promise<WebReply> {
    const { organizationId } = visitor;
    const seenVersion = form.seenVersion === '' ? null : Number(form.seenVersion);
    const change = { ...place, text, seenVersion };
    return this.orRefusals(visitor, request, place, form, async () => {
      await this.atDesk(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, form.idempotencyKey || null, { path: request.path, ...change }, async () => {
          await saveWording(tx, { organizationId, actor, ...change });
          return {};
        }),
      );
      leaveNotice(request, 'wording.save');
      return seeOther(links.wording(place.template, place.language));
    });
  }

  private orRefusals<Reply>(
    visitor: Visitor,
    request: Request,
    place: Place,
    form: WordingForm,
    work: () => Promise<Reply>,
  ): Promise<Reply | WebReply> {
    return formOrRefusals(work, (problems) => this.page(visitor, request, place, { form, problems }), problemLines);
  }

  private previewOf(visitor: Visitor, place: Place, text: string): Promise<WordingPreview> {
    return this.atDesk(visitor, async (tx) => {
      const { current: fiscalYear } = await fiscalYearsOf(tx, visitor.organizationId);
      return wordingPreview(tx, visitor.organizationId, { ...place, text, fiscalYear });
    });
  }

  private page(
    visitor: Visitor,
    request: Request,
    { template, language }: Place,
    { form, preview, problems = [] }: Shown,
  ): Promise<ReturnType<typeof WordingFormPage>> {
    return this.atDesk(visitor, async (tx, me) => {
      const wording = await wordingInForce(tx, visitor.organizationId, template, language);
      return WordingFormPage({
        frame: this.frames.of(request, me),
        template,
        language,
        title: `${templateTitle(wording.template)} (${LANGUAGE_LABELS[language]})`,
        state: wordingState(wording.isOwn),
        isOwn: wording.isOwn,
        text: form?.text ?? wording.text,
        placeholders: wording.placeholders,
        preview: preview ?? null,
        seenVersion: form?.seenVersion ?? String(wording.version ?? ''),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }

  private atDesk<T>(visitor: Visitor, work: (tx: Tx, me: Me) => Promise<T>): Promise<T> {
    return this.desk.at(visitor, (tx, me) => {
      requireCapacity(me.actor, 'officer', 'administrator');
      return work(tx, me);
    });
  }
}
