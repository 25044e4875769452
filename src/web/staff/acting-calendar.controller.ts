import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { ActingCalendarPage, type ActingMonthLine } from '../../../templates/web/pages/staff/acting-calendar.page.js';
import { kindsText } from '../../../templates/web/words/acting-words.js';
import { monthText, stretchText } from '../../../templates/web/words/month-words.js';
import { holidaysAround } from '../../calendar/holidays.queries.js';
import { monthNamed, monthsAfter, type Month } from '../../core/acting/acting-month.js';
import { ACTING_CAPACITIES } from '../../core/acting/signature-block.js';
import { DomainError } from '../../core/errors.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import { isWorkingDay, type Holidays } from '../../core/time/working-days.js';
import { actingStretches, type ActingStretch } from '../../organizations/acting-orders.queries.js';
import { today } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** Who acts for whom, month by month. */
@ApiExcludeController()
@Controller('admin/acting/calendar')
export class ActingCalendarController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('month') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const day = await today(tx);
      const month = monthNamed(asked ?? day.slice(0, 7));
      if (!month) throw new DomainError('request.not-found');
      const holidays = await holidaysAround(tx, visitor.organizationId, month.days[0] ?? day);
      const stretches = await actingStretches(tx, visitor.organizationId, month);
      const neighbour = (count: number) => {
        const name = monthsAfter(month, count);
        return { month: name, label: monthText(name, digits) };
      };
      return ActingCalendarPage({
        frame: this.frames.of(request, me),
        monthText: monthText(month.name, digits),
        before: neighbour(-1),
        after: neighbour(1),
        rows: stretches.map((stretch) => lineOf(stretch, { month, holidays, day, digits })),
      });
    });
  }
}

interface Shown {
  readonly month: Month;
  readonly holidays: Holidays;
  readonly day: string;
  readonly digits: DigitStyle;
}

const lineOf = (
  { order, person, post, from, to }: ActingStretch,
  { month, holidays, day: today, digits }: Shown,
): ActingMonthLine => ({
  id: order.id,
  actsAs: `${ACTING_CAPACITIES[order.capacity].th} ${post}`,
  person,
  span: stretchText(from, to, digits),
  order: `คำสั่งที่ ${printedDigits(order.orderNumber, digits)}`,
  kinds: kindsText(order.itemKinds),
  days: month.days.map((day) => ({
    number: printedDigits(String(Number(day.slice(8))), digits),
    isFilled: from <= day && day <= to,
    isOff: !isWorkingDay(day, holidays),
    isToday: day === today,
  })),
});
