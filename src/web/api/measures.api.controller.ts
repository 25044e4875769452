import { Body, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { listMeasures } from '../../measures/measures.queries.js';
import { draftMeasure, editPlan, recordInterim, recordResults } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ItemActs } from './item-acts.js';
import { MovedReply } from './item.dto.js';
import { summariesOf } from './item.view.js';
import { ItemListReply } from './lists.dto.js';
import { DraftMeasureBody, EditPlanBody, MeasuresQuery, RecordInterimBody, RecordResultsBody } from './measure.dto.js';
import { EDIT_REFUSALS, RESULT_REFUSALS } from './refusals.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

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
      return { total, items: await summariesOf(tx, visitor, 'measure', rows) };
    });
  }

  @Post()
  @ApiOperation({ summary: 'Drafts a measure' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS)
  async draft(@Keyed() call: KeyedCall, @Body() { fiscalYear, plan }: DraftMeasureBody): Promise<MovedReply> {
    const content = { ...plan, results: [], outcomes: [], evidence: [] };
    const { organizationId } = call.visitor;
    const reply = await this.acts.write(call, (tx, { actor }) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear, content }),
    );
    call.response.setHeader('Location', `/api/v1/measures/${reply.id}`);
    return reply;
  }

  @Put(':id/plan')
  @ApiOperation({ summary: 'Changes the plan of a draft' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS)
  edit(
    @Keyed() call: KeyedCall,
    @Param('id') measureId: string,
    @Body() { seenVersion, plan }: EditPlanBody,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, (tx, { actor }) =>
      editPlan(tx, { organizationId, actor, measureId, seenVersion, fields: plan }),
    );
  }

  @Put(':id/results')
  @ApiOperation({ summary: 'Records what was done on an approved measure' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...RESULT_REFUSALS)
  record(
    @Keyed() call: KeyedCall,
    @Param('id') measureId: string,
    @Body() { seenVersion, results }: RecordResultsBody,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, (tx, { actor }) =>
      recordResults(tx, { organizationId, actor, measureId, seenVersion, fields: results }),
    );
  }

  @Put(':id/interim')
  @ApiOperation({ summary: 'Records how far an approved measure came in six months, beside its final results' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...RESULT_REFUSALS, 'measure.interim-outside-year')
  recordInterim(
    @Keyed() call: KeyedCall,
    @Param('id') measureId: string,
    @Body() { seenVersion, interim }: RecordInterimBody,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, (tx, { actor }) =>
      recordInterim(tx, { organizationId, actor, measureId, seenVersion, fields: interim }),
    );
  }
}
