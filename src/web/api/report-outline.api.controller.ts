import { Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { reportOutline } from '../../reports/report-outline.js';
import { Desk } from '../desk.js';
import { reportDoor } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';
import { CancelledReply, GapReply } from './report.dto.js';

export class OutlineReply {
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['th', 'en'] }) language: string;
  @ApiProperty({
    type: [Object],
    description:
      'In the order of the printed document: heading (level, text), paragraph, caption, figure (text), table (columns, rows of cells with their lines and spans)',
  })
  blocks: object[];
}

export class ReportGapsReply {
  @ApiProperty({ type: [GapReply], description: 'What the measures or the report lack; empty when nothing is missing' })
  gaps: GapReply[];
  @ApiProperty({ description: 'The officer reports without those measures' }) gapsAcknowledged: boolean;
  @ApiProperty({ type: [CancelledReply], description: 'Measures of the plan that are absent; they stop nothing' })
  cancelled: CancelledReply[];
}

/** What a report says and lacks as it stands. */
@ApiDoor('reports/:id', 'Reports')
export class ReportOutlineApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get('outline')
  @ApiOperation({ summary: 'The words and tables of a report as it stands, as they would be printed' })
  @ApiOkResponse({ type: OutlineReply })
  @Refuses('item.not-found', 'document.data-invalid')
  outline(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<OutlineReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await reportDoor.see(tx, me, id);
      const { title, language, blocks } = await reportOutline(tx, visitor.organizationId, item);
      return { title, language, blocks: [...blocks] };
    });
  }

  @Get('gaps')
  @ApiOperation({ summary: 'What a compiled report lacks' })
  @ApiOkResponse({ type: ReportGapsReply })
  @Refuses('item.not-found')
  gaps(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<ReportGapsReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { gaps, gapsAcknowledged, cancelled = [] } = (await reportDoor.see(tx, me, id)).item.content;
      return { gaps: [...gaps], gapsAcknowledged, cancelled: [...cancelled] };
    });
  }
}
