import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { RegisterYearsPage } from '../../../templates/web/pages/staff/register-years.page.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { announcementYears, changeAnnouncementYears } from '../../announcements/announcement-years.js';
import { DomainError } from '../../core/errors.js';
import { today } from '../../organizations/organizations.queries.js';
import { YEAR_KINDS } from '../../registers/register-year.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { registerYearsView } from './register-years.view.js';
import { StaffFrames } from './staff-frames.js';

class YearsForm {
  @Text() yearKind = '';
  @Text() startsOn = '';
  @Text() idempotencyKey = '';
}

/** Administrators decide whether the numbers of announcements begin anew in January or in October. */
@ApiExcludeController()
@Controller('announcements/register/years')
export class RegisterYearsController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, []);
  }

  @Post()
  async change(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { idempotencyKey, ...form } = readForm(YearsForm, body).form;
    const yearKind = YEAR_KINDS.find((kind) => kind === form.yearKind);
    if (!yearKind) throw new DomainError('input.invalid', { field: 'yearKind' });
    const { organizationId } = visitor;
    const work = async (): Promise<WebReply> => {
      await this.desk.once(visitor, idempotencyKey, { path: request.path, ...form }, async (tx, { actor }) => {
        await changeAnnouncementYears(tx, { organizationId, actor, yearKind, startsOn: form.startsOn });
        return {};
      });
      leaveNotice(request, 'register.years');
      return seeOther(links.announcementYears);
    };
    return formOrRefusals(work, (problems) => this.page(visitor, request, problems), problemsOf);
  }

  private page(
    visitor: Visitor,
    request: Request,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof RegisterYearsPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const years = await announcementYears(tx, visitor.organizationId);
      return RegisterYearsPage({
        frame: this.frames.of(request, me),
        ...registerYearsView(years, await today(tx), me.organization.digits),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

/** Only when the years change can be mended here. */
const problemsOf = (error: unknown): FieldProblem[] | null =>
  error instanceof DomainError && error.code.startsWith('register.years-')
    ? [fieldProblem(null, error.code, error.details)]
    : null;
