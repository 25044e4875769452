import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { HolidaysPage, type HolidayLine } from '../../../templates/web/pages/staff/holidays.page.js';
import { DATE_INCOMPLETE, DAY_NAME_MISSING } from '../../../templates/web/words/form-words.js';
import { holidayState, holidaySource } from '../../../templates/web/words/clock-words.js';
import { fiscalYearLabel } from '../../../templates/web/words/time-words.js';
import { buddhistYear, thaiShortDate } from '../../core/thai/dates.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { today } from '../../organizations/organizations.queries.js';
import { changeHoliday } from '../../schedule/change-holiday.js';
import { holidaysOfYear, type ListedHoliday } from '../../schedule/holidays.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { onceFor } from '../visitor-key.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { isoFromTyped, typedIn } from './typed-date.js';

class HolidayForm {
  @Text() 'day.day' = '';
  @Text() 'day.month' = '';
  @Text() 'day.year' = '';
  @Text() name = '';
  @Text() effect = 'closed';
  @Text() idempotencyKey = '';
}

/** Days on which the office is closed, or open all the same. */
@ApiExcludeController()
@Controller('admin/holidays')
export class HolidaysController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('year') year?: string): Promise<WebReply> {
    return this.page(visitor, request, Number(year), new HolidayForm(), []);
  }

  @Post()
  change(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(HolidayForm, body);
    const day = isoFromTyped(typedIn(form, 'day')) ?? '';
    const year = day === '' ? Number.NaN : buddhistYear(day);
    const again = (problems: readonly FieldProblem[]) => this.page(visitor, request, year, form, problems);
    return formOrRefusals(async () => {
      const problems = missing(form, day);
      if (problems.length > 0) return rejected(await again(problems));
      const change = { name: form.name, isHoliday: form.effect !== 'open' };
      await this.desk.at(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, form.idempotencyKey || null, { path: request.path, day, change }, async () => {
          await changeHoliday(tx, { organizationId: visitor.organizationId, actor, day, change });
          return { day };
        }),
      );
      leaveNotice(request, 'holiday.save');
      return seeOther(links.holidayYear(year));
    }, again);
  }

  @Post(':day/restore')
  async restore(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('day') day: string): Promise<WebReply> {
    const { organizationId } = visitor;
    await this.desk.at(visitor, (tx, { actor }) => changeHoliday(tx, { organizationId, actor, day, change: null }));
    leaveNotice(request, 'holiday.save');
    return seeOther(links.holidayYear(buddhistYear(day)));
  }

  private page(
    visitor: Visitor,
    request: Request,
    asked: number,
    form: HolidayForm,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const current = buddhistYear(await today(tx));
      const year = Number.isInteger(asked) && Math.abs(asked - current) <= YEARS_AROUND ? asked : current;
      const listed = await holidaysOfYear(tx, visitor.organizationId, year);
      return HolidaysPage({
        frame: this.frames.of(request, me),
        year: String(year),
        years: yearChoices(current, digits),
        rows: listed.map((holiday) => lineOf(holiday, digits)),
        typed: { day: typedIn(form, 'day'), name: form.name, effect: form.effect },
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

const YEARS_AROUND = 3;

const yearChoices = (current: number, digits: DigitStyle) =>
  Array.from({ length: 2 * YEARS_AROUND + 1 }, (_none, index) => current + YEARS_AROUND - index).map((year) => ({
    value: String(year),
    label: fiscalYearLabel(year, digits),
  }));

const missing = ({ name }: HolidayForm, day: string): FieldProblem[] => [
  ...(day === '' ? [{ field: 'day', sentence: DATE_INCOMPLETE }] : []),
  ...(name === '' ? [{ field: 'name', sentence: DAY_NAME_MISSING }] : []),
];

const lineOf = (holiday: ListedHoliday, digits: DigitStyle): HolidayLine => ({
  day: holiday.day,
  dayText: thaiShortDate(holiday.day, digits),
  name: holiday.name,
  state: holidayState(holiday.isHoliday),
  source: holidaySource(holiday),
  isOwn: holiday.isOwn,
});
