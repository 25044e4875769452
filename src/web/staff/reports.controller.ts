import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { ReportsPage } from '../../../templates/web/pages/staff/reports.page.js';
import { markedState } from '../../../templates/web/words/item-words.js';
import { reportKind } from '../../../templates/web/words/report-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { printedDigits } from '../../core/thai/digits.js';
import { listReports } from '../../reports/reports.queries.js';
import { idsOf, marksOf } from '../../approvals/marks.queries.js';
import { Desk, isOfficer } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('reports')
export class ReportsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('page') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const page = pageNumber(asked);
      const { digits } = me.organization;
      const { rows, total } = await listReports(tx, visitor.organizationId, { page, size: PAGE_SIZE });
      const marks = await marksOf(tx, visitor.organizationId, 'report', idsOf(rows));
      return ReportsPage({
        frame: this.frames.of(request, me),
        rows: rows.map((row) => ({
          id: row.id,
          title: row.title,
          kind: reportKind(row.kind),
          fiscalYear: printedDigits(String(row.fiscalYear), digits),
          ...markedState('report', row.state, marks(row.id)),
          changedText: dayText(row.updatedAt, digits),
        })),
        paging: pagingOf(page, total),
        mayDraft: isOfficer(me),
      });
    });
  }
}
