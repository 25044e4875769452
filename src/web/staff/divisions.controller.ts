import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { NO_DATE } from '../../../templates/web/components/date-field.js';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { DivisionFormPage, type TypedDivision } from '../../../templates/web/pages/staff/division-form.page.js';
import { DivisionsPage } from '../../../templates/web/pages/staff/divisions.page.js';
import { DATE_INCOMPLETE } from '../../../templates/web/words/form-words.js';
import { heldText, spanState } from '../../../templates/web/words/people-words.js';
import { DomainError } from '../../core/errors.js';
import { arabicDigits, printedDigits } from '../../core/thai/digits.js';
import { everyDivisionOf, type ListedDivision } from '../../organizations/establishment.queries.js';
import { saveDivision } from '../../organizations/keep-divisions.js';
import { today } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

class DivisionForm {
  @Text() name = '';
  @Text() position = '';
  @Text() 'startsOn.day' = '';
  @Text() 'startsOn.month' = '';
  @Text() 'startsOn.year' = '';
  @Text() 'endsOn.day' = '';
  @Text() 'endsOn.month' = '';
  @Text() 'endsOn.year' = '';
  @Text() idempotencyKey = '';
}

/** Divisions of the agency with their days. */
@ApiExcludeController()
@Controller('admin/divisions')
export class DivisionsController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const day = await today(tx);
      const rows = (await everyDivisionOf(tx, visitor.organizationId)).map((division) => ({
        ...division,
        position: printedDigits(String(division.position), digits),
        span: heldText(division, digits),
        state: spanState(division, day),
      }));
      return DivisionsPage({ frame: this.frames.of(request, me), rows });
    });
  }

  @Get('new')
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, null, null, []);
  }

  @Post('new')
  add(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    return this.save(visitor, request, null, body);
  }

  @Get(':id')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, null, []);
  }

  @Post(':id')
  change(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    return this.save(visitor, request, id, body);
  }

  private save(visitor: Visitor, request: Request, divisionId: string | null, body: unknown): Promise<WebReply> {
    const { form } = readForm(DivisionForm, body);
    const typed = typedForm(form);
    const again = (problems: readonly FieldProblem[]) => this.page(visitor, request, divisionId, typed, problems);
    const endsOn = isoFromTyped(typed.endsOn);
    return formOrRefusals(async () => {
      if (endsOn === undefined) return rejected(await again([{ field: 'endsOn', sentence: DATE_INCOMPLETE }]));
      const fields = {
        name: form.name,
        position: Number(arabicDigits(form.position)),
        startsOn: isoFromTyped(typed.startsOn) ?? '',
        endsOn,
      };
      const { organizationId, personId: changedBy } = visitor;
      await this.desk.once(visitor, form.idempotencyKey, { path: request.path, ...fields }, (tx) =>
        saveDivision(tx, { organizationId, divisionId, fields, changedBy }),
      );
      leaveNotice(request, 'division.save');
      return seeOther(links.divisions);
    }, again);
  }

  /** @param form what was typed; null shows the division as it is */
  private page(
    visitor: Visitor,
    request: Request,
    divisionId: string | null,
    form: TypedDivision | null,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    return this.desk.at(visitor, async (tx, me) => {
      const divisions = await everyDivisionOf(tx, visitor.organizationId);
      const division = divisions.find(({ id }) => id === divisionId);
      if (divisionId !== null && !division) throw new DomainError('item.not-found', { itemId: divisionId });
      const typed = form ?? (division ? typedDivision(division) : blank(divisions.length + 1, await today(tx)));
      const frame = this.frames.of(request, me);
      return DivisionFormPage({ frame, divisionId, typed, idempotencyKey: randomUUID(), problems });
    });
  }
}

const blank = (position: number, day: string): TypedDivision => ({
  name: '',
  position: String(position),
  startsOn: typedFromIso(day),
  endsOn: NO_DATE,
});

const typedDivision = ({ name, position, startsOn, endsOn }: ListedDivision): TypedDivision => ({
  name,
  position: String(position),
  startsOn: typedFromIso(startsOn),
  endsOn: typedFromIso(endsOn),
});

const typedForm = (form: DivisionForm): TypedDivision => ({
  name: form.name,
  position: form.position,
  startsOn: typedIn(form, 'startsOn'),
  endsOn: typedIn(form, 'endsOn'),
});
