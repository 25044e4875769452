import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ImportPreviewPage } from '../../../templates/web/pages/staff/import-preview.page.js';
import { ImportUploadPage } from '../../../templates/web/pages/staff/import-upload.page.js';
import { FILE_MISSING } from '../../../templates/web/words/form-words.js';
import { importRunRow } from '../../../templates/web/words/import-run-words.js';
import { importedNotice } from '../../../templates/web/words/now-words.js';
import { differenceFindings } from '../../imports/difference-findings.js';
import type { ImportedPlan } from '../../imports/imported-plan.js';
import { askImport, isLongImport } from '../../imports/runs/ask-import.js';
import { newestImports } from '../../imports/runs/import-run.queries.js';
import { importDifferences } from '../../measures/import-differences.js';
import { importMeasures } from '../../measures/import-measures.js';
import { BlobStore } from '../../storage/blob-store.js';
import { Desk, isOfficer } from '../desk.js';
import { findingsOfPlan } from '../read-plan-for.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import type { PendingImport } from '../session-data.js';
import { uploadedFile } from '../uploads.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { atFile } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { planProof, previewLists } from './import.view.js';
import { keepPending, pendingImport, planOfPending, spacingOf, takeOverOffer } from './pending-imports.js';
import { StaffFrames } from './staff-frames.js';

const NEWEST_RUNS = 10;

class ImportForm {
  @Text() fiscalYear = '';
  @Text() idempotencyKey = '';
}

class SpacesForm {
  @Text() closeSpaces = '';
}

/** Two steps: look at what a file would bring, then take it. Nothing is written by the first. */
@ApiExcludeController()
@Controller('imports')
export class ImportsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.uploadPage(visitor, request, '', []);
  }

  @Post()
  async look(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { fiscalYear } = readForm(ImportForm, body).form;
    const file = uploadedFile(request);
    if (!file)
      return rejected(await this.uploadPage(visitor, request, fiscalYear, [{ field: 'file', sentence: FILE_MISSING }]));
    const sha256 = await this.blobs.put(file.bytes);
    const looked = { sha256, fileName: file.name, fiscalYear: Number(fiscalYear) };
    const work = async (): Promise<WebReply> => {
      const { measures } = await this.planOf(visitor, looked);
      const id = randomUUID();
      keepPending(request, id, { ...looked, measures: measures.length });
      return seeOther(`${links.imports}/${id}`);
    };
    return formOrRefusals(work, (problems) => this.uploadPage(visitor, request, fiscalYear, problems), atFile);
  }

  @Get(':id')
  async preview(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Query('page') page?: string,
    @Query('findings') findings?: string,
  ): Promise<WebReply> {
    const pending = pendingImport(request, id);
    const plan = await this.planOf(visitor, pending);
    const { fiscalYear } = pending;
    return this.desk.at(visitor, async (tx, me) => {
      const differences = await importDifferences(tx, visitor.organizationId, fiscalYear, plan.measures);
      const found = [...differenceFindings(plan.measures, differences), ...plan.findings];
      const { isFirst, ...lists } = previewLists(plan.measures, found, { page, findings });
      return ImportPreviewPage({
        frame: this.frames.of(request, me),
        fileName: pending.fileName,
        fiscalYear: String(fiscalYear),
        ...lists,
        ...(isFirst
          ? { proof: planProof(await findingsOfPlan(tx, me, fiscalYear, plan.measures), plan.measures) }
          : {}),
        spacing: isFirst ? spacingOf(id, pending, plan) : null,
        takeOver: isFirst ? takeOverOffer(id, differences) : null,
        confirmHref: `${links.imports}/${id}/confirm`,
        idempotencyKey: id,
      });
    });
  }

  @Post(':id/spaces')
  closeSpaces(
    @SignedIn() _visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): WebReply {
    const pending = pendingImport(request, id);
    const closeSpaces = readForm(SpacesForm, body).form.closeSpaces === 'true';
    keepPending(request, id, { ...pending, closeSpaces });
    return seeOther(`${links.imports}/${id}`);
  }

  @Post(':id/confirm')
  async take(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const pending = pendingImport(request, id);
    const { idempotencyKey } = readForm(ImportForm, body).form;
    if (isLongImport(pending.measures)) return this.leaveToWorker(visitor, request, pending, idempotencyKey);
    const plan = await this.planOf(visitor, pending);
    const { fiscalYear } = pending;
    const { organizationId } = visitor;
    const { reply } = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => {
        const outcome = await importMeasures(tx, { organizationId, actor, fiscalYear, measures: plan.measures });
        return {
          created: outcome.created.length,
          alreadyThere: outcome.alreadyThere.length,
          differing: outcome.differing.map(({ measure }) => measure.title),
        };
      }),
    );
    request.session.notice = { tone: 'ok', ...importedNotice(reply.created, reply.alreadyThere, reply.differing) };
    return seeOther(`${links.measures}?fiscalYear=${pending.fiscalYear}`);
  }

  private async leaveToWorker(
    visitor: Visitor,
    request: Request,
    { fileName: name, sha256, fiscalYear, measures, closeSpaces = false }: PendingImport,
    idempotencyKey: string,
  ): Promise<WebReply> {
    const { organizationId } = visitor;
    const file = { name, sha256 };
    const { reply } = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => ({
        id: await askImport(tx, {
          organizationId,
          actor,
          request: visitor.request,
          fiscalYear,
          file,
          closeSpaces,
          measures,
        }),
      })),
    );
    return seeOther(links.importRun(reply.id));
  }

  private planOf(visitor: Visitor, pending: Omit<PendingImport, 'measures'>): Promise<ImportedPlan> {
    return planOfPending(this.desk, this.blobs, visitor, pending);
  }

  private uploadPage(
    visitor: Visitor,
    request: Request,
    fiscalYear: string,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ImportUploadPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const { organizationId } = visitor;
      const runs = await newestImports(tx, organizationId, me.actor, NEWEST_RUNS);
      const years = await fiscalYearsOf(tx, organizationId);
      return ImportUploadPage({
        frame: this.frames.of(request, me),
        fiscalYears: years.choices(me.organization.digits),
        fiscalYear: fiscalYear || String(years.current),
        problems,
        mayImport: isOfficer(me),
        runs: runs.map((run) => importRunRow(run, me.organization.digits)),
      });
    });
  }
}
