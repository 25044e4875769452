import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedProgress } from '../../../templates/web/components/report-details-fields.js';
import { links } from '../../../templates/web/links.js';
import { ReportCompilePage } from '../../../templates/web/pages/staff/report-compile.page.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import {
  cancelledViews,
  gapHeadline,
  gapViews,
  layoutChoices,
  measuresText,
  reportKindChoices,
  warningHeadline,
} from '../../../templates/web/words/report-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { REPORT_KINDS, type ReportKindName } from '../../core/report/report.js';
import type { Tx } from '../../database/unit-of-work.js';
import { listLayouts } from '../../reports/layouts.queries.js';
import { Desk, type Me } from '../desk.js';
import { reportDoor } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { annexBoxes } from './evidence.view.js';
import { reportProof } from './item-proof.js';
import { readForm } from './form-reading.js';
import { lookAhead, measuresAsked } from './report-ahead.js';
import { CompileForm, compileProblems, presetOf, saveReport } from './report-compile.form.js';
import { detailsTyped, readDetails, typedFromReport, typedProgress } from './report-details.form.js';
import { StaffFrames } from './staff-frames.js';

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
    @Query() { kind = '', fiscalYear = '' }: Record<string, string>,
  ): Promise<WebReply> {
    const form = Object.assign(new CompileForm(), { kind, fiscalYear });
    return this.desk.at(visitor, (tx, me) => this.page(tx, me, request, null, { form, body: null, progress: [] }, []));
  }

  @Get(':id/edit')
  again(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await reportDoor.see(tx, me, id);
      const { form: details, progress } = typedFromReport(item);
      const form = Object.assign(new CompileForm(), details, {
        kind: item.kind,
        fiscalYear: String(item.fiscalYear),
        seenVersion: String(item.version),
        layout: presetOf(item),
        annexes: (item.content.annexes ?? []).map(({ fileId }) => fileId),
      });
      return this.page(tx, me, request, id, { form, body: null, progress }, []);
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
    const typed: Typed = { form: readForm(CompileForm, body).form, body, progress: [] };
    return formOrRefusals(
      () => this.desk.at(visitor, (tx, me) => this.saved(tx, me, request, id, typed)),
      (problems) => this.desk.at(visitor, (tx, me) => this.page(tx, me, request, id, typed, problems)),
      compileProblems,
    );
  }

  private async saved(tx: Tx, me: Me, request: Request, id: string | null, typed: Typed): Promise<WebReply> {
    const { form } = typed;
    const kind = await kindOf(tx, me, id, form);
    const measures = await measuresAsked(tx, me.visitor.organizationId, kind, Number(form.fiscalYear));
    const progress = typedProgress(
      measures.map((measure) => measure.id),
      typed.body,
    );
    const { value, problems: wrong } = readDetails(kind, form, progress);
    const problems = [...(await this.problemsOf(tx, me, form)), ...wrong];
    if (problems.length > 0) return rejected(await this.page(tx, me, request, id, typed, problems));
    const asked = { path: request.path, ...form, progress };
    const { reply } = await onceFor(tx, me.visitor, form.idempotencyKey || null, asked, async () => ({
      id: (await saveReport(tx, me, id, { kind, form, details: value })).id,
    }));
    leaveNotice(request, 'compiled');
    return seeOther(links.report(reply.id));
  }

  private async problemsOf(tx: Tx, me: Me, form: CompileForm): Promise<FieldProblem[]> {
    const years = await fiscalYearsOf(tx, me.visitor.organizationId);
    const isYear = years.all.some((year) => String(year) === form.fiscalYear);
    return isYear ? [] : [fieldProblem('fiscalYear', 'input.invalid')];
  }

  private async proofOf(tx: Tx, me: Me, request: Request, id: string): Promise<ReturnType<typeof reportProof>> {
    const { item } = await reportDoor.see(tx, me, id);
    return reportProof(await reportDoor.findings(tx, me, item), item, me, request);
  }

  private async page(
    tx: Tx,
    me: Me,
    request: Request,
    id: string | null,
    { form, body, progress }: Typed,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ReportCompilePage>> {
    requireCapacity(me.actor, 'officer');
    const { organizationId } = me.visitor;
    const years = await fiscalYearsOf(tx, organizationId);
    const fiscalYear = years.chosen(form.fiscalYear);
    const kind = await kindOf(tx, me, id, form);
    const measures = await measuresAsked(tx, organizationId, kind, fiscalYear);
    const found = await lookAhead(tx, organizationId, kind, fiscalYear);
    return ReportCompilePage({
      frame: this.frames.of(request, me),
      action: id === null ? links.newReport : links.recompileReport(id),
      isNew: id === null,
      kinds: reportKindChoices(),
      kind,
      refusal: found.refusal,
      details: detailsTyped(form, measures, body === null ? progress : typedProgress(measures.map(idOf), body)),
      fiscalYears: years.choices(me.organization.digits),
      fiscalYear: String(fiscalYear),
      layouts: layoutChoices(await listLayouts(tx, organizationId)),
      layout: form.layout,
      annexChoices: annexBoxes(found.annexes, me.organization.digits),
      annexes: form.annexes,
      gapHeadline: gapHeadline(found.gaps, false),
      gaps: gapViews(found.gaps),
      warningHeadline: warningHeadline(found.warnings),
      warnings: gapViews(found.warnings),
      cancelled: cancelledViews(found.cancelled, me.organization.digits),
      measuresText: measuresText(kind, found.measures),
      seenVersion: form.seenVersion,
      idempotencyKey: randomUUID(),
      problems,
      ...(id === null ? {} : await this.proofOf(tx, me, request, id)),
    });
  }
}

/** A form as it came; `body` is null before anything was posted. */
interface Typed {
  readonly form: CompileForm;
  readonly body: unknown;
  readonly progress: readonly TypedProgress[];
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** A report that exists keeps its kind. */
async function kindOf(tx: Tx, me: Me, id: string | null, form: CompileForm): Promise<ReportKindName> {
  if (id !== null) return (await reportDoor.see(tx, me, id)).item.kind;
  return REPORT_KINDS.find((kind) => kind === form.kind) ?? 'implementation';
}
