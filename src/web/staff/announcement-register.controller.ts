import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { AnnouncementRegisterPage } from '../../../templates/web/pages/staff/announcement-register.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { spanText, yearKindText } from '../../../templates/web/words/register-words.js';
import { dayText, fiscalYearLabel } from '../../../templates/web/words/time-words.js';
import {
  announcementRegister,
  announcementRegisterYears,
  type RegisterLine,
} from '../../announcements/announcement-register.queries.js';
import { announcementYear, announcementYears } from '../../announcements/announcement-years.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import { Desk, isOfficer } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** The register of announcements as an office keeps it. */
@ApiExcludeController()
@Controller('announcements/register')
export class AnnouncementRegisterController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('year') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const years = await announcementRegisterYears(tx, visitor.organizationId);
      const now = await announcementYears(tx, visitor.organizationId);
      const year = years.find((each) => String(each) === asked) ?? years[0] ?? now.years[0].year;
      const lines = await announcementRegister(tx, visitor.organizationId, year);
      return AnnouncementRegisterPage({
        frame: this.frames.of(request, me),
        years: (years.length > 0 ? years : [year]).map((each) => ({
          value: String(each),
          label: fiscalYearLabel(each, digits),
        })),
        year: String(year),
        span: spanText(await announcementYear(tx, visitor.organizationId, year), digits),
        yearsText: `นับตาม${yearKindText(now.yearKind, digits)}`,
        mayChangeYears: me.actor.capacities.includes('administrator'),
        lines: lines.map((line) => lineView(line, digits, isOfficer(me))),
      });
    });
  }
}

const lineView = (
  { number, year, drawnAt, announcementId, title, state, voided }: RegisterLine,
  digits: DigitStyle,
  mayVoid: boolean,
) => ({
  number: printedDigits(`${number}/${year}`, digits),
  drawnText: dayText(drawnAt, digits),
  announcementId,
  title,
  state: stateView('announcement', state),
  voidHref: mayVoid && !voided && state === 'withdrawn' ? links.voidAnnouncementNumber(announcementId) : null,
  voided: voided && { atText: dayText(voided.at, digits), reason: voided.reason, by: voided.by },
});
