import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { links } from '../../../templates/web/links.js';
import { DomainError } from '../../core/errors.js';
import { clearPersonalData } from '../../proofreading/clear-personal-data.js';
import { Desk } from '../desk.js';
import { doorAt } from '../item-doors.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readForm, Text } from './form-reading.js';

class ClearanceForm {
  @Text() shownHash = '';
  @Text() findingKey = '';
  @Text() reason = '';
}

/** Personal data that may be published is cleared place by place; a second press changes nothing. */
@ApiExcludeController()
@Controller(':section')
export class ClearancesController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Post(':id/clearances')
  async clear(
    @SignedIn() visitor: Visitor,
    @Param('section') section: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { shownHash, findingKey, reason } = readForm(ClearanceForm, body).form;
    const door = doorAt(section);
    const { organizationId } = visitor;
    await this.desk.at(visitor, async (tx, me) => {
      const { item } = await door.see(tx, me, id);
      if (item.contentHash !== shownHash) throw new DomainError('item.shown-hash-differs', { itemId: id });
      const findings = await door.findings(tx, me, item);
      const { actor } = me;
      await clearPersonalData(tx, { organizationId, actor, itemKind: door.name, item, findings, findingKey, reason });
    });
    return seeOther(`${links.item(section, id)}#proof`);
  }
}
