import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsNotEmpty } from 'class-validator';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { Choice } from '../../../templates/web/components/field.js';
import { links } from '../../../templates/web/links.js';
import { ReassignPage } from '../../../templates/web/pages/staff/reassign.page.js';
import { fieldProblem, RECEIVER_MISSING } from '../../../templates/web/words/form-words.js';
import { KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import type { Handable } from '../../approvals/reassign.js';
import { DomainError } from '../../core/errors.js';
import { Desk } from '../desk.js';
import { doorAt, type Section } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class ReassignForm {
  /** "step/post/person" of one choice. */
  @IsNotEmpty({ message: RECEIVER_MISSING }) @Text() to = '';
  @Text() reason = '';
  @Text() idempotencyKey = '';
}

type Place = Readonly<Record<'section' | 'id', string>>;

/** Hands a waiting signature to another lawful holder. */
@ApiExcludeController()
@Controller(':section/:id/reassign')
export class ReassignController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  ask(@SignedIn() visitor: Visitor, @Req() request: Request, @Param() place: Place): Promise<WebReply> {
    return this.page(visitor, request, place, new ReassignForm(), []);
  }

  @Post()
  async hand(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() place: Place,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form, problems: missing } = readForm(ReassignForm, body);
    if (missing.length > 0) return rejected(await this.page(visitor, request, place, form, missing));
    const { idempotencyKey, to, reason } = form;
    const [step = '', postId = '', toPersonId = ''] = to.split('/');
    const door = doorAt(place.section);
    const work = async (): Promise<WebReply> => {
      await this.desk.at(visitor, (tx, me) =>
        onceFor(tx, visitor, idempotencyKey || null, { path: request.path, to, reason }, async () => {
          const given = { step: Number(step), postId, toPersonId, reason };
          const { version } = await door.handOn(tx, me, place.id, given);
          return { version };
        }),
      );
      leaveNotice(request, 'reassign');
      return seeOther(links.item(place.section, place.id));
    };
    return formOrRefusals(work, (problems) => this.page(visitor, request, place, form, problems), refusedBeside);
  }

  private page(
    visitor: Visitor,
    request: Request,
    { section, id }: Place,
    form: ReassignForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ReassignPage>> {
    const door = doorAt(section);
    return this.desk.at(visitor, async (tx, me) => {
      const { item, handable } = await door.see(tx, me, id);
      if (handable.length === 0) throw new DomainError('permission.denied', { itemId: id });
      return ReassignPage({
        frame: this.frames.of(request, me),
        section: section as Section, // doorAt() knows it
        kind: KIND_LABELS[door.name],
        itemTitle: item.title,
        itemHref: links.item(section, id),
        state: stateView(door.name, item.state),
        action: links.reassign(section, id),
        choices: handable.flatMap(choicesOf),
        chosen: form.to,
        reason: form.reason,
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

const choicesOf = ({ slot, people }: Handable): Choice[] =>
  people.map(({ personId, name, postName }) => ({
    value: `${slot.step}/${slot.postId}/${personId}`,
    label: postName === slot.postName ? `${name} ในตำแหน่ง${postName}` : `${name} (${postName}) แทน ${slot.postName}`,
  }));

function refusedBeside(error: unknown): FieldProblem[] | null {
  if (error instanceof DomainError && error.code === 'route.not-to-them') {
    return [fieldProblem('to', error.code)];
  }
  return formProblems(error);
}
