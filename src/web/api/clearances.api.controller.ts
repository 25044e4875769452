import { Body, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { DomainError } from '../../core/errors.js';
import { clearPersonalData } from '../../proofreading/clear-personal-data.js';
import { doorAt } from '../item-doors.js';
import { ApiDoor } from './api-door.js';
import { FindingReply } from './item.dto.js';
import { findingReply } from './item.view.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { ShownHash, WithShownHash } from './request-headers.js';

export class ClearanceBody {
  @ApiProperty({ description: 'Key of a finding of personal data' }) @IsString() @MaxLength(64) findingKey: string;
  @ApiProperty({ maxLength: 2000, description: 'Why it may be published' })
  @IsString()
  @MaxLength(2_000)
  reason: string;
}

@ApiDoor('', 'Proof-reading')
export class ClearancesApiController {
  constructor(@Inject(KeyedDesk) private readonly desk: KeyedDesk) {}

  @Post(':section/:id/clearances')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Lets one place with personal data stand in the text that was shown; again changes nothing',
  })
  @ApiParam({ name: 'section', enum: ['measures', 'reports', 'announcements'] })
  @ApiOkResponse({ type: [FindingReply], description: 'The findings of the item as they are now' })
  @WithShownHash()
  @Refuses(
    'item.not-found',
    'item.shown-hash-differs',
    'lifecycle.reason-missing',
    'proofreading.finding-unknown',
    'request.not-found',
  )
  clear(
    @Keyed() call: KeyedCall,
    @Param('section') section: string,
    @Param('id') id: string,
    @Body() { findingKey, reason }: ClearanceBody,
    @ShownHash() shownHash: string | null,
  ): Promise<FindingReply[]> {
    const door = doorAt(section);
    const { organizationId } = call.visitor;
    const asked = { ...call.asked, shownHash };
    return this.desk.at({ ...call, asked }, async (tx, me) => {
      const { item } = await door.see(tx, me, id);
      if (item.contentHash !== shownHash) throw new DomainError('item.shown-hash-differs', { itemId: id });
      const findings = await door.findings(tx, me, item);
      const { actor } = me;
      await clearPersonalData(tx, { organizationId, actor, itemKind: door.name, item, findings, findingKey, reason });
      return (await door.findings(tx, me, item)).map(findingReply);
    });
  }
}
