import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { InterimFormPage } from '../../../templates/web/pages/staff/interim-form.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import type { InterimResults } from '../../core/measure/measure.js';
import { recordInterim } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { measureDoor } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { interimFrom, typedFromInterim, typedInterim, type TypedInterim } from './interim.form.js';
import { StaffFrames } from './staff-frames.js';

/** Results of the first six months, beside those of the year. */
@ApiExcludeController()
@Controller('measures/:id/interim')
export class InterimController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, null, []);
  }

  @Post()
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const typed = typedInterim(body);
    if (typed.more !== '') return this.page(visitor, request, id, typed, []);
    const { interim, problems: wrong } = interimFrom(typed);
    if (!interim) return rejected(await this.page(visitor, request, id, typed, wrong));
    return formOrRefusals(
      () => this.record(visitor, request, id, typed, interim),
      (problems) => this.page(visitor, request, id, typed, problems),
      formProblems,
    );
  }

  private async record(
    visitor: Visitor,
    request: Request,
    measureId: string,
    typed: TypedInterim,
    fields: InterimResults,
  ): Promise<WebReply> {
    const { organizationId } = visitor;
    const seenVersion = Number(typed.seenVersion);
    await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, typed.idempotencyKey || null, { path: request.path, typed }, async () => {
        const { version } = await recordInterim(tx, { organizationId, actor, measureId, seenVersion, fields });
        return { version };
      }),
    );
    leaveNotice(request, 'interim');
    return seeOther(links.measure(measureId));
  }

  private page(
    visitor: Visitor,
    request: Request,
    id: string,
    typed: TypedInterim | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof InterimFormPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const { item } = await measureDoor.see(tx, me, id);
      return InterimFormPage({
        frame: this.frames.of(request, me),
        id,
        title: item.title,
        state: stateView('measure', item.state),
        methods: item.content.methods,
        typed: typed ?? typedFromInterim(item.content.interim, item.fiscalYear),
        seenVersion: typed?.seenVersion ?? String(item.version),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}
