import { Body, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { requireCapacity } from '../../approvals/actor.js';
import type { Tx } from '../../database/unit-of-work.js';
import {
  compileReport,
  gapsBeforeCompiling,
  recompileReport,
  reviseReport,
  type CompileRequest,
} from '../../reports/compile-report.js';
import { listReports } from '../../reports/reports.queries.js';
import { Desk, type Me } from '../desk.js';
import { layoutNamed } from '../report-layouts.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ItemActs } from './item-acts.js';
import { MovedReply, PageQuery } from './item.dto.js';
import { summariesOf } from './item.view.js';
import { ItemListReply } from './lists.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { COMPILE_REFUSALS } from './refusals.js';
import { CompileBody, GapsReply, RecompileBody } from './report.dto.js';
import { WithIdempotencyKey } from './request-headers.js';

@ApiDoor('reports', 'Reports')
export class ReportsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reports, newest first' })
  @ApiOkResponse({ type: ItemListReply })
  @Refuses()
  list(@SignedIn() visitor: Visitor, @Query() query: PageQuery): Promise<ItemListReply> {
    return this.desk.at(visitor, async (tx) => {
      const { total, rows } = await listReports(tx, visitor.organizationId, query);
      return { total, items: await summariesOf(tx, visitor, 'report', rows) };
    });
  }

  @Post()
  @ApiOperation({
    summary: 'Compiles a report of one of four kinds; its content lists what is missing and what is weak',
  })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...COMPILE_REFUSALS)
  async compile(@Keyed() call: KeyedCall, @Body() body: CompileBody): Promise<MovedReply> {
    const reply = await this.acts.write(call, async (tx, me) => compileReport(tx, await requestOf(tx, me, body)));
    call.response.setHeader('Location', `/api/v1/reports/${reply.id}`);
    return reply;
  }

  @Post('gaps')
  @HttpCode(200)
  @ApiOperation({ summary: 'What such a report would lack, before it is compiled; nothing is written' })
  @ApiOkResponse({ type: GapsReply })
  @Refuses('assessment.not-found', 'report.policy-date-missing', 'report.layout-unknown')
  gaps(@SignedIn() visitor: Visitor, @Body() body: CompileBody): Promise<GapsReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const { annexes, ...found } = await gapsBeforeCompiling(tx, await requestOf(tx, me, body));
      const choices = annexes.map(({ measureId, file: { id, name, pages } }) => ({
        fileId: id,
        measureId,
        name,
        pages: pages.length,
      }));
      return {
        measures: found.measures,
        gaps: [...found.gaps],
        warnings: [...found.warnings],
        cancelled: [...found.cancelled],
        annexes: choices,
      };
    });
  }

  @Put(':id')
  @ApiOperation({ summary: 'Compiles a draft again from what is endorsed now' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...COMPILE_REFUSALS)
  recompile(@Keyed() call: KeyedCall, @Param('id') reportId: string, @Body() body: RecompileBody): Promise<MovedReply> {
    const { seenVersion } = body;
    return this.acts.write(call, async (tx, me) =>
      recompileReport(tx, { ...(await requestOf(tx, me, body)), reportId, seenVersion }),
    );
  }

  @Post(':id/revisions')
  @ApiOperation({ summary: 'A new draft that will stand at the same permanent address as this published report' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...COMPILE_REFUSALS)
  revise(@Keyed() call: KeyedCall, @Param('id') reportId: string, @Body() body: CompileBody): Promise<MovedReply> {
    return this.acts.write(call, async (tx, me) => reviseReport(tx, { ...(await requestOf(tx, me, body)), reportId }));
  }
}

async function requestOf(
  tx: Tx,
  { visitor, actor }: Me,
  { seenVersion: _seen, kind, layout, ...given }: CompileBody & { readonly seenVersion?: number },
): Promise<CompileRequest> {
  const { organizationId } = visitor;
  return {
    ...given,
    organizationId,
    actor,
    ...(kind ? { kind } : {}),
    ...(layout === undefined ? {} : { layout: await layoutNamed(tx, organizationId, layout) }),
  };
}
