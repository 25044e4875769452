import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { HandOverPage } from '../../../templates/web/pages/staff/hand-over.page.js';
import { handedOverNotice } from '../../../templates/web/words/acting-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { handOver } from '../../organizations/hand-over.js';
import { Desk } from '../desk.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import '../session-data.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { adminChoices } from './admin-choices.js';
import { refusalsOfForm } from './form-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class HandOverForm {
  @Text() fromPersonId = '';
  @Text() toPersonId = '';
  @Text() closesAccount = '';
}

/** When a person moves, all that is theirs to do goes to another. */
@ApiExcludeController()
@Controller('admin/hand-over')
export class HandOverController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('from') from?: string): Promise<WebReply> {
    const form = new HandOverForm();
    return this.page(
      visitor,
      request,
      from ? { ...form, fromPersonId: String(from), closesAccount: 'true' } : form,
      [],
    );
  }

  @Post()
  async handOver(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(HandOverForm, body);
    const { organizationId, personId: recordedBy } = visitor;
    const closesAccount = form.closesAccount === 'true';
    try {
      const moved = await this.desk.at(visitor, (tx, me) => {
        requireCapacity(me.actor, 'administrator');
        return handOver(tx, { ...form, organizationId, closesAccount, recordedBy });
      });
      request.session.notice = { tone: 'ok', ...handedOverNotice(moved) };
    } catch (error) {
      const problems = refusalsOfForm(error);
      if (!problems) throw error;
      return rejected(await this.page(visitor, request, form, problems));
    }
    return seeOther(links.handOver);
  }

  private page(
    visitor: Visitor,
    request: Request,
    form: HandOverForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof HandOverPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'administrator');
      const { people } = await adminChoices(tx, visitor.organizationId);
      const frame = this.frames.of(request, me);
      return HandOverPage({ frame, people, problems, ...form, closesAccount: form.closesAccount === 'true' });
    });
  }
}
