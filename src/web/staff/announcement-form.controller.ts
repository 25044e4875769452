import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedParameter } from '../../../templates/web/components/parameter-field.js';
import { links } from '../../../templates/web/links.js';
import { AnnouncementFormPage } from '../../../templates/web/pages/staff/announcement-form.page.js';
import { AnnouncementTemplatePage } from '../../../templates/web/pages/staff/announcement-template.page.js';
import { fieldProblem, LANGUAGE_MISSING } from '../../../templates/web/words/form-words.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { LANGUAGE_LABELS } from '../../../templates/web/words/report-words.js';
import {
  draftAnnouncement,
  editAnnouncement,
  reviseAnnouncement,
  type AnnouncementDraft,
} from '../../announcements/draft-announcement.js';
import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import { requireCapacity } from '../../approvals/actor.js';
import type { ParameterValues } from '../../core/announcement/announcement.js';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk, type Me } from '../desk.js';
import { announcementDoor } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { announcementTemplate, announcementTemplates, askedParameters } from '../announcement-templates.js';
import {
  AnnouncementForm,
  parameterValues,
  templateProblems,
  typedFromValues,
  typedParameters,
} from './announcement.form.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { announcementProof } from './item-proof.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

interface Typed {
  readonly form: AnnouncementForm;
  readonly parameters: Readonly<Record<string, TypedParameter>>;
}

@ApiExcludeController()
@Controller('announcements')
export class AnnouncementFormController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get('new')
  blank(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query('template') templateId?: string,
  ): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      if (!templateId) return this.choice(me, request);
      const { current } = await fiscalYearsOf(tx, visitor.organizationId);
      const blank = { templateId: announcementTemplate(templateId).id, fiscalYear: String(current), languages: ['th'] };
      const typed = { form: Object.assign(new AnnouncementForm(), blank), parameters: {} };
      return this.page(tx, me, request, null, typed, []);
    });
  }

  @Post('new')
  draft(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    return this.saved(visitor, request, null, body);
  }

  @Get(':id/edit')
  edit(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const { item } = await announcementDoor.see(tx, me, id);
      const { template, languages, parameters } = item.content;
      const stored = {
        templateId: template,
        fiscalYear: String(item.fiscalYear),
        languages: [...languages],
        seenVersion: String(item.version),
      };
      const typed = typedFromValues(askedParameters(template), parameters);
      return this.page(
        tx,
        me,
        request,
        id,
        { form: Object.assign(new AnnouncementForm(), stored), parameters: typed },
        [],
      );
    });
  }

  @Post(':id/edit')
  save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    return this.saved(visitor, request, id, body);
  }

  private async saved(visitor: Visitor, request: Request, id: string | null, body: unknown): Promise<WebReply> {
    const { form } = readForm(AnnouncementForm, body);
    const asked = askedParameters(form.templateId);
    const typed: Typed = { form, parameters: typedParameters(asked, body) };
    const { values, problems } = parameterValues(asked, typed.parameters);
    if (form.languages.length === 0) problems.push({ field: 'languages', sentence: LANGUAGE_MISSING });
    const work = (): Promise<WebReply> =>
      this.desk.at(visitor, async (tx, me) => {
        const years = await fiscalYearsOf(tx, visitor.organizationId);
        if (!years.all.some((year) => String(year) === form.fiscalYear))
          problems.push(fieldProblem('fiscalYear', 'input.invalid'));
        if (problems.length > 0) return rejected(await this.page(tx, me, request, id, typed, problems));
        const fingerprint = { path: request.path, ...form, parameters: typed.parameters };
        const { reply } = await onceFor(tx, visitor, form.idempotencyKey || null, fingerprint, async () => ({
          id: (await keep(tx, me, id, form, values)).id,
        }));
        leaveNotice(request, 'saved');
        return seeOther(links.announcement(reply.id));
      });
    return formOrRefusals(
      work,
      (found) => this.desk.at(visitor, (tx, me) => this.page(tx, me, request, id, typed, found)),
      (error) => templateProblems(error, asked) ?? formProblems(error),
    );
  }

  private choice(me: Me, request: Request): ReturnType<typeof AnnouncementTemplatePage> {
    const templates = announcementTemplates().map(({ id, title }) => ({
      id,
      title: title.th,
      href: `${links.newAnnouncement}?template=${id}`,
    }));
    return AnnouncementTemplatePage({ frame: this.frames.of(request, me), templates });
  }

  private async page(
    tx: Tx,
    me: Me,
    request: Request,
    id: string | null,
    { form, parameters }: Typed,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof AnnouncementFormPage>> {
    const template = announcementTemplate(form.templateId);
    const years = await fiscalYearsOf(tx, me.visitor.organizationId);
    const sight = id === null ? null : await announcementDoor.see(tx, me, id);
    return AnnouncementFormPage({
      frame: this.frames.of(request, me),
      id,
      templateId: template.id,
      templateTitle: template.title.th,
      parameters: askedParameters(template.id),
      fiscalYear: form.fiscalYear,
      languageChoices: template.languages.map((language) => ({ value: language, label: LANGUAGE_LABELS[language] })),
      languages: form.languages,
      typed: parameters,
      fiscalYears: years.choices(me.organization.digits),
      state: stateView('announcement', sight?.item.state ?? 'draft', sight?.wasReturned),
      seenVersion: form.seenVersion,
      idempotencyKey: randomUUID(),
      problems,
      ...(sight ? announcementProof(await announcementDoor.findings(tx, me, sight.item), sight.item, me, request) : {}),
    });
  }
}

async function keep(
  tx: Tx,
  me: Me,
  id: string | null,
  form: AnnouncementForm,
  parameters: ParameterValues,
): Promise<AnnouncementRow> {
  const draft: AnnouncementDraft = {
    organizationId: me.visitor.organizationId,
    actor: me.actor,
    fiscalYear: Number(form.fiscalYear),
    template: form.templateId,
    languages: (['th', 'en'] as const).filter((language) => form.languages.includes(language)),
    parameters,
  };
  if (id === null) return draftAnnouncement(tx, draft);
  const { item } = await announcementDoor.see(tx, me, id);
  if (item.state === 'published') return reviseAnnouncement(tx, { ...draft, announcementId: id });
  return editAnnouncement(tx, { ...draft, announcementId: id, seenVersion: Number(form.seenVersion) });
}
