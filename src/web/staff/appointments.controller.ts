import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { Choice } from '../../../templates/web/components/field.js';
import { links } from '../../../templates/web/links.js';
import { AppointmentFormPage } from '../../../templates/web/pages/staff/appointment-form.page.js';
import { DATE_INCOMPLETE } from '../../../templates/web/words/form-words.js';
import { heldText, WHOLE_AGENCY } from '../../../templates/web/words/people-words.js';
import { DomainError } from '../../core/errors.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { OrganizationId } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { lapsingOrders } from '../../organizations/acting-orders.queries.js';
import { appoint, endAppointment } from '../../organizations/appoint.js';
import { personRecord, postsOf, type HeldFromTo } from '../../organizations/establishment.queries.js';
import { today } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

class AppointmentForm {
  @Text() postId = '';
  @Text() 'startsOn.day' = '';
  @Text() 'startsOn.month' = '';
  @Text() 'startsOn.year' = '';
  @Text() 'endsOn.day' = '';
  @Text() 'endsOn.month' = '';
  @Text() 'endsOn.year' = '';
  @Text() idempotencyKey = '';
}

/** Who holds which post from when until when. */
@ApiExcludeController()
@Controller('admin/people/:id/appointments')
export class AppointmentsController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') personId: string): Promise<WebReply> {
    return this.page(visitor, request, { personId, form: null, problems: [] });
  }

  @Post()
  begin(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') personId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(AppointmentForm, body);
    const { idempotencyKey, postId } = form;
    const days = { startsOn: dayOf(form, 'startsOn') ?? '', endsOn: dayOf(form, 'endsOn') };
    const again = (problems: readonly FieldProblem[]) => this.page(visitor, request, { personId, form, problems });
    return formOrRefusals(async () => {
      const { endsOn } = days;
      if (endsOn === undefined) return rejected(await again([{ field: 'endsOn', sentence: DATE_INCOMPLETE }]));
      const given = { organizationId: visitor.organizationId, personId, postId, ...days, endsOn };
      await this.desk.once(visitor, idempotencyKey, { path: request.path, postId, ...days }, (tx) =>
        appoint(tx, { ...given, recordedBy: visitor.personId }),
      );
      leaveNotice(request, 'appointment.begin');
      return seeOther(links.person(personId));
    }, again);
  }

  @Get(':appointmentId')
  ending(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') personId: string,
    @Param('appointmentId') appointmentId: string,
  ): Promise<WebReply> {
    return this.page(visitor, request, { personId, appointmentId, form: null, problems: [] });
  }

  @Post(':appointmentId')
  end(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') personId: string,
    @Param('appointmentId') appointmentId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(AppointmentForm, body);
    const endsOn = dayOf(form, 'endsOn') ?? '';
    const { organizationId, personId: recordedBy } = visitor;
    return formOrRefusals(
      async () => {
        const lapsing = await this.desk.at(visitor, async (tx) => {
          await endAppointment(tx, { organizationId, appointmentId, endsOn, recordedBy });
          return lapsingOrders(tx, organizationId, personId);
        });
        leaveNotice(request, lapsing > 0 ? 'appointment.end-orders' : 'appointment.end');
        return seeOther(links.person(personId));
      },
      (problems) => this.page(visitor, request, { personId, appointmentId, form, problems }),
    );
  }

  private page(visitor: Visitor, request: Request, { personId, appointmentId, form, problems }: Shown): Promise<VNode> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      const { person, appointments } = await personRecord(tx, organizationId, personId);
      const ending = appointmentId === undefined ? null : endingOf(appointments, appointmentId, me.organization.digits);
      const typed = form ?? new AppointmentForm();
      return AppointmentFormPage({
        frame: this.frames.of(request, me),
        person,
        ending,
        postId: typed.postId,
        posts: await postChoices(tx, organizationId),
        startsOn: form ? typedIn(form, 'startsOn') : typedFromIso(await today(tx)),
        endsOn: typedIn(typed, 'endsOn'),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

interface Shown {
  readonly personId: string;
  readonly appointmentId?: string;
  /** Null before anything was typed. */
  readonly form: AppointmentForm | null;
  readonly problems: readonly FieldProblem[];
}

/** @throws DomainError item.not-found */
function endingOf(appointments: readonly HeldFromTo[], id: string, digits: DigitStyle) {
  const found = appointments.find((each) => each.id === id);
  if (!found) throw new DomainError('item.not-found', { itemId: id });
  return { id, post: found.post, span: heldText(found, digits) };
}

const postChoices = async (tx: Tx, organizationId: OrganizationId): Promise<Choice[]> =>
  (await postsOf(tx, organizationId))
    .filter(({ endsOn }) => endsOn === null)
    .map(({ id, name, division }) => ({ value: id, label: `${name} (${division ?? WHOLE_AGENCY})` }));

/** Null without a day, undefined for what is none. */
const dayOf = (form: AppointmentForm, name: 'startsOn' | 'endsOn'): string | null | undefined =>
  isoFromTyped(typedIn(form, name));
