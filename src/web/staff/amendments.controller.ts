import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { amendMeasure } from '../../measures/amend-measure.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ActForm } from './act.form.js';
import { readForm } from './form-reading.js';

/** Begins an amendment beside an approved measure. */
@ApiExcludeController()
@Controller('measures/:id/amendment')
export class AmendmentsController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Post()
  async amend(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') measureId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { idempotencyKey } = readForm(ActForm, body).form;
    const { organizationId } = visitor;
    const { reply } = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => {
        const { id } = await amendMeasure(tx, { organizationId, actor, measureId });
        return { id };
      }),
    );
    leaveNotice(request, 'amend');
    return seeOther(links.editMeasure(reply.id));
  }
}
