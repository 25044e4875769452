import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { DecisionsDonePage } from '../../../templates/web/pages/staff/decisions-done.page.js';
import { DecisionsPage } from '../../../templates/web/pages/staff/decisions.page.js';
import { links } from '../../../templates/web/links.js';
import { ConfirmIdentity } from '../confirm-identity.js';
import { Desk } from '../desk.js';
import { doorAt } from '../item-doors.js';
import { ManyDecisions, type Answer } from '../many-decisions.js';
import { PageReply, seeOther, type WebReply } from '../reply.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { chosenItems, DecisionsForm } from './decisions.form.js';
import { answerView, itemToDecide } from './decisions.view.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

type Places = readonly Readonly<Record<'section' | 'id', string>>[];

/** Several items of "my work": read on one page, decided with one button, each with an answer of its own. */
@ApiExcludeController()
@Controller('tasks/decisions')
export class DecisionsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(ConfirmIdentity) private readonly identity: ConfirmIdentity,
    @Inject(ManyDecisions) private readonly many: ManyDecisions,
  ) {}

  @Get()
  async read(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Query('item') item?: string | string[],
  ): Promise<WebReply> {
    const places = chosenItems(item);
    return places.length === 0 ? seeOther(links.tasks) : this.page(visitor, request, places, []);
  }

  @Post()
  async decide(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(DecisionsForm, body);
    const decisions = form.decisions();
    if (decisions.length === 0) return seeOther(links.tasks);
    const work = async (): Promise<WebReply> => {
      const signs = decisions.some(({ section, deed }) => doorAt(section).signs(deed));
      const proven = signs ? await this.identity.beforeSigning(request, visitor, form.password) : visitor;
      const { answers } = await this.many.decide(proven, form.idempotencyKey || null, decisions);
      return new PageReply(await this.done(visitor, request, answers), 200);
    };
    return formOrRefusals(work, (problems) => this.page(visitor, request, decisions, problems), formProblems);
  }

  private page(
    visitor: Visitor,
    request: Request,
    places: Places,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof DecisionsPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const items = [];
      for (const place of places) items.push(await itemToDecide(tx, me, request, place));
      return DecisionsPage({
        frame: this.frames.of(request, me),
        items: items.filter((item) => item !== null),
        asksPassword: !isFresh(visitor),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }

  private done(
    visitor: Visitor,
    request: Request,
    answers: readonly Answer[],
  ): Promise<ReturnType<typeof DecisionsDonePage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const rows = [];
      for (const answer of answers) rows.push(await answerView(tx, me, answer));
      return DecisionsDonePage({ frame: this.frames.of(request, me), answers: rows });
    });
  }
}
