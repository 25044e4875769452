import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { InterimFormPage } from '../../../templates/web/pages/staff/interim-form.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { recordInterim } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { measureDoor } from '../item-doors.js';
import { rejected, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { interimFrom, typedFromInterim, typedInterim, type TypedInterim } from './interim.form.js';
import { recordOnce } from './record-once.js';
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
    const recording = { measureId: id, typed, fields: interim, record: recordInterim, notice: 'interim' } as const;
    return formOrRefusals(
      () => recordOnce(this.desk, visitor, request, recording),
      (problems) => this.page(visitor, request, id, typed, problems),
      formProblems,
    );
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
