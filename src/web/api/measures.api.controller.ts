import { Body, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { listMeasures } from '../../measures/measures.queries.js';
import { draftMeasure, editPlan, recordResults } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { measureDoor, type ItemDoor } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ItemActs } from './item-acts.js';
import { ActBody, HistoryReply, ItemReply, MovedReply } from './item.dto.js';
import { summaryOf } from './item.view.js';
import { ItemListReply } from './lists.dto.js';
import { DraftMeasureBody, EditPlanBody, MeasuresQuery, RecordResultsBody } from './measure.dto.js';
import { DEED_REFUSALS, EDIT_REFUSALS } from './refusals.js';
import { Refuses } from './problems.decorator.js';
import { IdempotencyKey, ShownHash, WithIdempotencyKey, WithShownHash } from './request-headers.js';

const door = measureDoor as unknown as ItemDoor; // only the shared columns are read

@ApiDoor('measures', 'Measures')
export class MeasuresApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Measures, newest fiscal year first' })
  @ApiOkResponse({ type: ItemListReply })
  @Refuses()
  list(@SignedIn() visitor: Visitor, @Query() { page, size, ...filter }: MeasuresQuery): Promise<ItemListReply> {
    return this.desk.at(visitor, async (tx) => {
      const { total, rows } = await listMeasures(tx, visitor.organizationId, filter, { page, size });
      return { total, items: rows.map(summaryOf) };
    });
  }

  @Post()
  @ApiOperation({ summary: 'Drafts a measure' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS)
  async draft(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() { fiscalYear, plan }: DraftMeasureBody,
    @IdempotencyKey() key: string | null,
  ): Promise<MovedReply> {
    const content = { ...plan, results: [], outcomes: [], evidence: [] };
    const { organizationId } = visitor;
    const reply = await this.acts.write(request, response, visitor, key, (tx, { actor }) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear, content }),
    );
    response.setHeader('Location', `/api/v1/measures/${reply.id}`);
    return reply;
  }

  @Get(':id')
  @ApiOperation({ summary: 'A measure, whose turn it is, and what you may do' })
  @ApiOkResponse({ type: ItemReply })
  @Refuses('item.not-found')
  show(
    @SignedIn() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
  ): Promise<ItemReply> {
    return this.acts.show(response, visitor, door, id);
  }

  @Put(':id/plan')
  @ApiOperation({ summary: 'Changes the plan of a draft' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS)
  edit(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') measureId: string,
    @Body() { seenVersion, plan }: EditPlanBody,
    @IdempotencyKey() key: string | null,
  ): Promise<MovedReply> {
    const { organizationId } = visitor;
    return this.acts.write(request, response, visitor, key, (tx, { actor }) =>
      editPlan(tx, { organizationId, actor, measureId, seenVersion, fields: plan }),
    );
  }

  @Put(':id/results')
  @ApiOperation({ summary: 'Records what was done on an approved measure' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS)
  record(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') measureId: string,
    @Body() { seenVersion, results }: RecordResultsBody,
    @IdempotencyKey() key: string | null,
  ): Promise<MovedReply> {
    const { organizationId } = visitor;
    return this.acts.write(request, response, visitor, key, (tx, { actor }) =>
      recordResults(tx, { organizationId, actor, measureId, seenVersion, fields: results }),
    );
  }

  @Post(':id/acts/:deed')
  @HttpCode(200)
  @ApiOperation({
    summary: 'submit, sign_off, approve, return, submit_results, endorse, return_results or cancel',
  })
  @ApiOkResponse({ type: MovedReply })
  @WithShownHash()
  @Refuses(...DEED_REFUSALS)
  act(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Param('deed') deed: string,
    @Body() body: ActBody,
    @IdempotencyKey() key: string | null,
    @ShownHash() shownHash: string | null,
  ): Promise<MovedReply> {
    return this.acts.act(request, response, visitor, door, { id, deed, body, key, shownHash });
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'What happened to it, oldest first' })
  @ApiOkResponse({ type: [HistoryReply] })
  @Refuses('item.not-found')
  history(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<HistoryReply[]> {
    return this.acts.history(visitor, door, id);
  }
}
