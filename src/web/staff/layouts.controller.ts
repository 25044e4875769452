import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { LayoutFormPage } from '../../../templates/web/pages/staff/layout-form.page.js';
import { LayoutsPage } from '../../../templates/web/pages/staff/layouts.page.js';
import { presetLabel, versionText, narrowNotice } from '../../../templates/web/words/layout-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { narrowColumns } from '../../../templates/documents/narrow-columns.js';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import type { Tx } from '../../database/unit-of-work.js';
import { layoutPreview } from '../../reports/layout-preview.js';
import { findLayout, listLayouts } from '../../reports/layouts.queries.js';
import { copyPreset, saveLayout } from '../../reports/save-layout.js';
import { Desk, type Me } from '../desk.js';
import { DraftPrinter } from '../draft-printer.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { pdfFile } from '../send-pdf.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import {
  layoutFrom,
  layoutRefusals,
  placeProblems,
  typedFromLayout,
  typedLayout,
  type PostedLayout,
} from './layout.form.js';
import { readForm, Text } from './form-reading.js';
import { formOrRefusals } from './form-or-refusals.js';
import { StaffFrames } from './staff-frames.js';

class CopyForm {
  @Text() preset = '';
  @Text() name = '';
  @Text() idempotencyKey = '';
}

/** The agency's own forms of reports: copied from a preset, changed, looked at. */
@ApiExcludeController()
@Controller('reports/layouts')
export class LayoutsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(DraftPrinter) private readonly drafts: DraftPrinter,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.listPage(visitor, request, { preset: '', name: '' }, []);
  }

  @Post()
  copy(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(CopyForm, body);
    const { preset, name, idempotencyKey } = form;
    const { organizationId } = visitor;
    const work = async (): Promise<WebReply> => {
      const { reply } = await this.atDesk(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, idempotencyKey || null, { path: request.path, preset, name }, async () => {
          const { id } = await copyPreset(tx, { organizationId, actor, preset, name });
          return { id };
        }),
      );
      return seeOther(links.layout(reply.id));
    };
    return formOrRefusals(work, (problems) => this.listPage(visitor, request, form, problems));
  }

  @Get(':id')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.formPage(visitor, request, id, null, []);
  }

  @Post(':id')
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') layoutId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const typed = typedLayout(body);
    const { organizationId } = visitor;
    const change = { layoutId, name: typed.name, seenVersion: Number(typed.seenVersion), layout: layoutFrom(typed) };
    return this.placedOrRefusals(visitor, request, layoutId, typed, async () => {
      await this.atDesk(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, typed.idempotencyKey || null, { path: request.path, ...change }, async () => {
          await saveLayout(tx, { organizationId, actor, ...change });
          return {};
        }),
      );
      leaveNotice(request, 'layout.save');
      return seeOther(links.layout(layoutId));
    });
  }

  /** What is typed, saved or not. */
  @Post(':id/preview')
  @HttpCode(200)
  async preview(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') layoutId: string,
    @Body() body: unknown,
  ): Promise<WebReply | StreamableFile> {
    const typed = typedLayout(body);
    return this.placedOrRefusals(visitor, request, layoutId, typed, async () => {
      const { narrow: _narrow, ...preview } = await this.atDesk(visitor, async (tx) => {
        const fiscalYear = (await fiscalYearsOf(tx, visitor.organizationId)).chosen(typed.fiscalYear);
        return layoutPreview(tx, visitor.organizationId, { layout: layoutFrom(typed), fiscalYear });
      });
      return pdfFile('layout', await this.drafts.print(visitor, { ...preview, createdAt: new Date().toISOString() }));
    });
  }

  /** Columns that have no place of their own are told before anything is tried. */
  private async placedOrRefusals<Reply>(
    visitor: Visitor,
    request: Request,
    id: string,
    typed: PostedLayout,
    work: () => Promise<Reply>,
  ): Promise<Reply | WebReply> {
    const again = (problems: readonly FieldProblem[]) => this.formPage(visitor, request, id, typed, problems);
    const places = placeProblems(typed);
    if (places.length > 0) return rejected(await again(places));
    return formOrRefusals(work, again, (error) => layoutRefusals(error, typed));
  }

  private listPage(
    visitor: Visitor,
    request: Request,
    typed: { readonly preset: string; readonly name: string },
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof LayoutsPage>> {
    return this.atDesk(visitor, async (tx, me) => {
      const layouts = await listLayouts(tx, visitor.organizationId);
      return LayoutsPage({
        frame: this.frames.of(request, me),
        rows: layouts.map(({ id, name, fromPreset, version, savedAt }) => ({
          id,
          name,
          began: presetLabel(fromPreset),
          version: versionText(version),
          savedOn: dayText(savedAt, me.organization.digits),
        })),
        typed,
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }

  private formPage(
    visitor: Visitor,
    request: Request,
    id: string,
    typed: PostedLayout | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof LayoutFormPage>> {
    return this.atDesk(visitor, async (tx, me) => {
      const stored = await findLayout(tx, visitor.organizationId, id);
      if (!stored) throw new DomainError('report.layout-unknown', { layoutId: id });
      const years = await fiscalYearsOf(tx, visitor.organizationId);
      return LayoutFormPage({
        frame: this.frames.of(request, me),
        id,
        now: `${versionText(stored.version)} · ${presetLabel(stored.fromPreset)}`,
        typed: typed ?? typedFromLayout(stored.name, stored.layout, years.chosen(undefined)),
        fiscalYears: years.choices(me.organization.digits),
        seenVersion: typed?.seenVersion ?? String(stored.version),
        idempotencyKey: randomUUID(),
        problems,
        narrow: narrowNotice(narrowColumns(stored.layout)),
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
