import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { VoidNumberPage } from '../../../templates/web/pages/staff/void-number.page.js';
import { VOID_REASON_MISSING } from '../../../templates/web/words/form-words.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { ANNOUNCEMENT_REGISTER } from '../../announcements/announcement-number.js';
import { findAnnouncement } from '../../announcements/announcements.queries.js';
import { voidAnnouncementNumber } from '../../announcements/void-announcement-number.js';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { printedDigits } from '../../core/thai/digits.js';
import { numberOf } from '../../registers/registers.queries.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class VoidForm {
  @Text() reason = '';
  @Text() idempotencyKey = '';
}

/** Officers strike the number of a withdrawn announcement off the register. */
@ApiExcludeController()
@Controller('announcements/register/:id/void')
export class VoidNumberController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, '', []);
  }

  @Post()
  async strike(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') announcementId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { reason, idempotencyKey } = readForm(VoidForm, body).form;
    const { organizationId } = visitor;
    const again = (problems: readonly FieldProblem[]) => this.page(visitor, request, announcementId, reason, problems);
    if (reason === '') return rejected(await again([{ field: 'reason', sentence: VOID_REASON_MISSING }]));
    const work = async (): Promise<WebReply> => {
      await this.desk.at(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, idempotencyKey || null, { path: request.path, reason }, async () => {
          await voidAnnouncementNumber(tx, { organizationId, actor, announcementId, reason });
          return {};
        }),
      );
      leaveNotice(request, 'number.void');
      return seeOther(links.announcementRegister);
    };
    return formOrRefusals(work, again, formProblems);
  }

  private page(
    visitor: Visitor,
    request: Request,
    announcementId: string,
    reason: string,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof VoidNumberPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const { organizationId } = visitor;
      const announcement = await findAnnouncement(tx, organizationId, announcementId);
      if (!announcement) throw new DomainError('item.not-found', { itemId: announcementId });
      const { title, state } = announcement;
      const item = { kind: 'announcement', id: announcementId };
      const held = await numberOf(tx, organizationId, ANNOUNCEMENT_REGISTER, item);
      if (!held) throw new DomainError('register.number-not-found', { itemId: announcementId });
      return VoidNumberPage({
        frame: this.frames.of(request, me),
        announcementId,
        number: printedDigits(`${held.number}/${held.year}`, me.organization.digits),
        title,
        state: stateView('announcement', state),
        reason,
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}
