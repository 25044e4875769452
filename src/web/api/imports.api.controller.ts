import { createHash } from 'node:crypto';
import { Body, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { differenceFindings } from '../../imports/difference-findings.js';
import type { ImportedPlan, PlanFile } from '../../imports/imported-plan.js';
import { askImport, isLongImport } from '../../imports/runs/ask-import.js';
import { importSeenBy } from '../../imports/runs/import-run.queries.js';
import { importDifferences, type ImportDifference } from '../../measures/import-differences.js';
import { importMeasures } from '../../measures/import-measures.js';
import { differencesSeen, takeOverFile } from '../../measures/take-over-file.js';
import { BlobStore } from '../../storage/blob-store.js';
import { Desk } from '../desk.js';
import { findingsOfPlan, readPlanFor } from '../read-plan-for.js';
import { requiredFile } from '../uploads.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import {
  FILE_BODY,
  ImportAskedReply,
  ImportBody,
  ImportFindingReply,
  ImportReply,
  PlanReply,
  TAKE_OVER_BODY,
  TakenOverReply,
  TakeOverBody,
} from './import.dto.js';
import { differenceReply, importRunReply } from './import.view.js';
import { findingReply } from './item.view.js';
import { Refuses } from './problems.decorator.js';
import { IMPORT_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

interface Taking {
  readonly visitor: Visitor;
  readonly key: string | null;
  readonly path: string;
  readonly body: ImportBody;
  readonly file: PlanFile;
  readonly plan: ImportedPlan;
  readonly response: Response;
}

/** XLSX, CSV, TSV or DOCX of measures. */
@ApiDoor('imports', 'Imports')
export class ImportsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOperation({ summary: 'What a file would bring in; nothing is written' })
  @ApiOkResponse({ type: PlanReply })
  @Refuses(...IMPORT_REFUSALS)
  async preview(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: ImportBody): Promise<PlanReply> {
    const plan = await this.planOf(visitor, requiredFile(request), body);
    const { fiscalYear, measures } = plan;
    const proof = await this.desk.at(visitor, (tx, me) => findingsOfPlan(tx, me, fiscalYear, measures));
    const differences = await this.differencesOf(visitor, plan);
    return {
      fiscalYear,
      measures: [...measures],
      findings: findingsWith(differences, plan),
      proof: proof.map(findingReply),
      differences: differences.map(differenceReply),
      differencesSeen: differencesSeen(differences),
    };
  }

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @ApiOperation({ summary: 'Drafts every measure of a file, or none; a long file is left to a worker' })
  @ApiOkResponse({ type: ImportReply })
  @ApiAcceptedResponse({
    type: ImportAskedReply,
    description: 'More than 50 measures, or asked for with `Prefer: respond-async`: Location says where to look',
    headers: { Location: { schema: { type: 'string' } } },
  })
  @ApiHeader({ name: 'Prefer', required: false, description: '`respond-async` (RFC 7240) leaves any file to a worker' })
  @WithIdempotencyKey()
  @Refuses(...IMPORT_REFUSALS)
  async take(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ImportBody,
    @IdempotencyKey() key: string | null,
  ): Promise<ImportReply | ImportAskedReply> {
    const file = requiredFile(request);
    const plan = await this.planOf(visitor, file, body);
    const taking: Taking = { visitor, key, path: request.path, body, file, plan, response };
    const isLeft = prefersAsync(request) || isLongImport(plan.measures.length);
    if (prefersAsync(request)) response.setHeader('Preference-Applied', 'respond-async');
    return isLeft ? this.leaveToWorker(taking) : this.takeNow(taking);
  }

  @Post('take-over')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(TAKE_OVER_BODY)
  @ApiOperation({
    summary:
      'Measures of an earlier import say what the file says now: the plan of drafts, the results of approved ones',
  })
  @ApiOkResponse({ type: TakenOverReply })
  @WithIdempotencyKey()
  @Refuses(...IMPORT_REFUSALS, 'item.changed-meanwhile', 'item.refused')
  async takeOver(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: TakeOverBody,
    @IdempotencyKey() key: string | null,
  ): Promise<TakenOverReply> {
    const { path } = request;
    const file = requiredFile(request);
    const { measures } = await this.planOf(visitor, file, body);
    const { organizationId } = visitor;
    const { fiscalYear, seen } = body;
    const keyed = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, { path, ...body, sha256: sha256Of(file) }, async () => {
        const changed = await takeOverFile(tx, { organizationId, actor, fiscalYear, measures, seen });
        return { changed: changed.map(({ id }) => id) };
      }),
    );
    return told(response, keyed);
  }

  private async takeNow({ visitor, key, path, body, file, plan, response }: Taking): Promise<ImportReply> {
    const { measures } = plan;
    const { organizationId } = visitor;
    const { fiscalYear } = body;
    const differences = await this.differencesOf(visitor, plan);
    const asked = { path, ...body, sha256: sha256Of(file) };
    const keyed = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, asked, async () => {
        const outcome = await importMeasures(tx, { organizationId, actor, fiscalYear, measures });
        return {
          created: outcome.created.map(({ id }) => id),
          alreadyThere: outcome.alreadyThere.map(({ id }) => id),
          differing: outcome.differing.map(differenceReply),
        };
      }),
    );
    return { ...told(response, keyed), findings: findingsWith(differences, plan) };
  }

  private async leaveToWorker({ visitor, key, path, body, file, plan, response }: Taking): Promise<ImportAskedReply> {
    const sha256 = await this.blobs.put(file.bytes);
    const { organizationId, request } = visitor;
    const run = {
      fiscalYear: body.fiscalYear,
      file: { name: file.name, sha256 },
      closeSpaces: body.closeSpaces === 'true',
      measures: plan.measures.length,
    };
    const keyed = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, { path, ...body, sha256, respond: 'async' }, async () => {
        const id = await askImport(tx, { organizationId, actor, request, ...run });
        return importRunReply(await importSeenBy(tx, organizationId, actor, id));
      }),
    );
    response.status(202).setHeader('Location', `${path}/${keyed.reply.id}`);
    return { ...told(response, keyed), findings: findingsWith(await this.differencesOf(visitor, plan), plan) };
  }

  private differencesOf(visitor: Visitor, { fiscalYear, measures }: ImportedPlan): Promise<ImportDifference[]> {
    return this.desk.at(visitor, (tx) => importDifferences(tx, visitor.organizationId, fiscalYear, measures));
  }

  private planOf(visitor: Visitor, file: PlanFile, { fiscalYear, closeSpaces }: ImportBody): Promise<ImportedPlan> {
    const options = { fiscalYear, closeSpaces: closeSpaces === 'true' };
    return readPlanFor((work) => this.desk.at(visitor, work), file, options);
  }
}

/** What is there already and differs stands first: it is what the person may want to act on. */
const findingsWith = (differences: readonly ImportDifference[], plan: ImportedPlan): ImportFindingReply[] =>
  [...differenceFindings(plan.measures, differences), ...plan.findings].map((finding) => ({ ...finding }));

const sha256Of = ({ bytes }: PlanFile): string => createHash('sha256').update(bytes).digest('hex');

/** RFC 7240: preferences are parted by commas, over any number of header fields. */
const prefersAsync = (request: Request): boolean =>
  (request.get('prefer') ?? '').split(',').some((preference) => /^\s*respond-async\s*(;|$)/i.test(preference));
