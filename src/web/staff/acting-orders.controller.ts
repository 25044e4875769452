import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ActingFormPage } from '../../../templates/web/pages/staff/acting-form.page.js';
import { ActingOrdersPage } from '../../../templates/web/pages/staff/acting-orders.page.js';
import { actingRow, throughChoices } from '../../../templates/web/words/acting-words.js';
import { actingOrdersOf } from '../../organizations/acting-orders.queries.js';
import { orderActing, revokeActing } from '../../organizations/order-acting.js';
import { today } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ActingForm, readActing, typedActing } from './acting.form.js';
import { adminChoices } from './admin-choices.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { typedFromIso } from './typed-date.js';

/** Who acts for which post, by which order: for administrators. */
@ApiExcludeController()
@Controller('admin/acting')
export class ActingOrdersController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const day = await today(tx);
      const orders = await actingOrdersOf(tx, visitor.organizationId);
      return ActingOrdersPage({
        frame: this.frames.of(request, me),
        rows: orders.map((listed) => actingRow(listed, day, me.organization.digits)),
      });
    });
  }

  @Get('new')
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('post') post?: string): Promise<WebReply> {
    return this.page(visitor, request, null, [], typeof post === 'string' ? post : '');
  }

  @Post('new')
  async order(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(ActingForm, body);
    const { order, problems } = readActing(form);
    if (problems.length > 0) return rejected(await this.page(visitor, request, form, problems));
    const { organizationId, personId: recordedBy } = visitor;
    return formOrRefusals(
      async () => {
        await this.desk.once(visitor, form.idempotencyKey, { path: request.path, order }, async (tx) => {
          const { id } = await orderActing(tx, { ...order, organizationId, recordedBy });
          return { id };
        });
        leaveNotice(request, 'acting.order');
        return seeOther(links.actingOrders);
      },
      (refusals) => this.page(visitor, request, form, refusals),
    );
  }

  @Post(':id/revoke')
  async revoke(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') orderId: string): Promise<WebReply> {
    const { organizationId, personId } = visitor;
    await this.desk.at(visitor, (tx) => revokeActing(tx, { organizationId, orderId, revokedBy: personId }));
    leaveNotice(request, 'acting.revoke');
    return seeOther(links.actingOrders);
  }

  private page(
    visitor: Visitor,
    request: Request,
    form: ActingForm | null,
    problems: readonly FieldProblem[],
    postId = '',
  ): Promise<ReturnType<typeof ActingFormPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const { people, posts, today: day } = await adminChoices(tx, visitor.organizationId);
      const orders = await actingOrdersOf(tx, visitor.organizationId);
      const blank = { ...typedActing(new ActingForm()), startsOn: typedFromIso(day), postId };
      return ActingFormPage({
        frame: this.frames.of(request, me),
        typed: form ? typedActing(form) : blank,
        people,
        posts,
        through: throughChoices(orders, day, me.organization.digits),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}
