import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { ratifyOverride } from '../../approvals/overrides.js';
import { Desk } from '../desk.js';
import { doorAt } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readForm, Text } from './form-reading.js';

class CommentForm {
  @Text() text = '';
  @Text() kind = '';
}

/** Comments on an item, and the ratification of an emergency decision. */
@ApiExcludeController()
@Controller(':section')
export class ItemTalkController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Post(':id/comments')
  async comment(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('section') section: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { text, kind } = readForm(CommentForm, body).form;
    const door = doorAt(section);
    const isNoted = kind === 'noted';
    if (isNoted || text !== '') {
      await this.desk.at(visitor, (tx, me) => door.comment(tx, me, id, isNoted ? 'noted' : 'comment', text));
      leaveNotice(request, 'comment');
    }
    return seeOther(`${links.item(section, id)}#comments`);
  }

  @Post(':id/overrides/:overrideId/ratify')
  async ratify(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() { section, id, overrideId }: Record<'section' | 'id' | 'overrideId', string>,
  ): Promise<WebReply> {
    const { organizationId } = visitor;
    doorAt(section);
    await this.desk.at(visitor, (tx, { actor }) => ratifyOverride(tx, { organizationId, overrideId, actor }));
    leaveNotice(request, 'override.ratify');
    return seeOther(links.item(section, id));
  }
}
