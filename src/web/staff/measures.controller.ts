import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { MeasuresPage, type MeasureRow as MeasureOnList } from '../../../templates/web/pages/staff/measures.page.js';
import { markedState, stateView } from '../../../templates/web/words/item-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { idsOf, marksOf, type Marks } from '../../approvals/marks.queries.js';
import { MEASURE_STATES } from '../../core/measure/measure.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { listMeasures, type MeasureListing } from '../../measures/measures.queries.js';
import { Desk, isOfficer } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('measures')
export class MeasuresController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query() query: Record<string, string>,
  ): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const years = await fiscalYearsOf(tx, visitor.organizationId);
      const fiscalYear = years.chosen(query.fiscalYear);
      const state = MEASURE_STATES.find((each) => each === query.state) ?? '';
      const page = pageNumber(query.page);
      const filter = { fiscalYear, ...(state ? { state } : {}) };
      const { rows, total } = await listMeasures(tx, visitor.organizationId, filter, { page, size: PAGE_SIZE });
      const marks = await marksOf(tx, visitor.organizationId, 'measure', idsOf(rows));
      const { digits } = me.organization;
      return MeasuresPage({
        frame: this.frames.of(request, me),
        fiscalYears: years.choices(digits),
        states: MEASURE_STATES.map((each) => ({ value: each, label: stateView('measure', each).label })),
        fiscalYear: String(fiscalYear),
        state,
        rows: rows.map((row) => rowOf(row, marks(row.id), digits)),
        paging: pagingOf(page, total, { fiscalYear: String(fiscalYear), state }),
        mayDraft: isOfficer(me),
      });
    });
  }
}

const rowOf = (row: MeasureListing['rows'][number], marks: Marks, digits: DigitStyle): MeasureOnList => ({
  id: row.id,
  title: row.title,
  theme: row.content.theme,
  responsible: row.content.responsible.text,
  ...markedState('measure', row.state, marks),
  changedText: dayText(row.updatedAt, digits),
});
