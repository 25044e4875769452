import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ReportCompilePage } from '../../../templates/web/pages/staff/report-compile.page.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import {
  gapHeadline,
  gapViews,
  layoutChoices,
  REPORT_KINDS,
  reportTitle,
} from '../../../templates/web/words/report-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { LAYOUT_PRESETS, type LayoutPreset } from '../../core/report/layout-presets.js';
import type { Tx } from '../../database/unit-of-work.js';
import {
  compileReport,
  recompileReport,
  reportGaps,
  reviseReport,
  type CompileRequest,
} from '../../reports/compile-report.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { Desk, type Me } from '../desk.js';
import { reportDoor } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class CompileForm {
  @Text() fiscalYear = '';
  @Text() layout = 'by-theme';
  @Text() leaveOutIncomplete = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

/** Choose the year, see what is missing, compile: a new report, a draft again, or a new edition of a published one. */
@ApiExcludeController()
@Controller('reports')
export class ReportCompileController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get('new')
  form(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query('fiscalYear') fiscalYear?: string,
  ): Promise<WebReply> {
    const form = Object.assign(new CompileForm(), { fiscalYear: fiscalYear ?? '' });
    return this.desk.at(visitor, (tx, me) => this.page(tx, me, request, null, form, []));
  }

  @Get(':id/edit')
  again(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await reportDoor.see(tx, me, id);
      const form = { fiscalYear: String(item.fiscalYear), seenVersion: String(item.version), layout: presetOf(item) };
      return this.page(tx, me, request, id, Object.assign(new CompileForm(), form), []);
    });
  }

  @Post('new')
  compile(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    return this.compiled(visitor, request, null, body);
  }

  @Post(':id/edit')
  recompile(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    return this.compiled(visitor, request, id, body);
  }

  private compiled(visitor: Visitor, request: Request, id: string | null, body: unknown): Promise<WebReply> {
    const { form } = readForm(CompileForm, body);
    return this.desk.at(visitor, async (tx, me) => {
      const problems = await this.problemsOf(tx, me, form);
      if (problems.length > 0) return rejected(await this.page(tx, me, request, id, form, problems));
      const { reply } = await onceFor(
        tx,
        visitor,
        form.idempotencyKey || null,
        { path: request.path, ...form },
        async () => ({
          id: (await save(tx, me, id, form)).id,
        }),
      );
      leaveNotice(request, 'compiled');
      return seeOther(links.report(reply.id));
    });
  }

  private async problemsOf(tx: Tx, me: Me, form: CompileForm): Promise<FieldProblem[]> {
    const years = await fiscalYearsOf(tx, me.visitor.organizationId);
    if (!years.all.some((year) => String(year) === form.fiscalYear))
      return [fieldProblem('fiscalYear', 'input.invalid')];
    return form.layout in LAYOUT_PRESETS ? [] : [fieldProblem('layout', 'input.invalid')];
  }

  private async page(
    tx: Tx,
    me: Me,
    request: Request,
    id: string | null,
    form: CompileForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ReportCompilePage>> {
    requireCapacity(me.actor, 'officer');
    const { organizationId } = me.visitor;
    const years = await fiscalYearsOf(tx, organizationId);
    const fiscalYear = years.chosen(form.fiscalYear);
    const { gaps, measures } = await reportGaps(tx, organizationId, fiscalYear);
    return ReportCompilePage({
      frame: this.frames.of(request, me),
      action: id === null ? links.newReport : links.recompileReport(id),
      isNew: id === null,
      kinds: REPORT_KINDS,
      kind: 'implementation',
      fiscalYears: years.choices(me.organization.digits),
      fiscalYear: String(fiscalYear),
      layouts: layoutChoices(),
      layout: form.layout,
      gapHeadline: gapHeadline(gaps, false),
      gaps: gapViews(gaps),
      completeCount: measures,
      seenVersion: form.seenVersion,
      idempotencyKey: randomUUID(),
      problems,
    });
  }
}

async function save(tx: Tx, me: Me, id: string | null, form: CompileForm): Promise<ReportRow> {
  const fiscalYear = Number(form.fiscalYear);
  const compile: CompileRequest = {
    organizationId: me.visitor.organizationId,
    actor: me.actor,
    fiscalYear,
    title: reportTitle(fiscalYear),
    layout: LAYOUT_PRESETS[form.layout as LayoutPreset].layout, // checked by problemsOf()
    gapsAcknowledged: form.leaveOutIncomplete === 'true',
  };
  if (id === null) return compileReport(tx, compile);
  const { item } = await reportDoor.see(tx, me, id);
  if (item.state === 'published') return reviseReport(tx, { ...compile, reportId: id });
  return recompileReport(tx, { ...compile, reportId: id, seenVersion: Number(form.seenVersion) });
}

/** The preset a report was compiled with; an agency's own layout counts as the usual one. */
function presetOf({ content }: ReportRow): string {
  const found = Object.entries(LAYOUT_PRESETS).find(([, { layout }]) => layout.grouping === content.layout.grouping);
  return found?.[0] ?? 'by-theme';
}
