import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { AnnouncementsPage } from '../../../templates/web/pages/staff/announcements.page.js';
import { markedState } from '../../../templates/web/words/item-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { listAnnouncements } from '../../announcements/announcements.queries.js';
import { idsOf, marksOf } from '../../approvals/marks.queries.js';
import { Desk, isOfficer } from '../desk.js';
import type { WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { templateTitle } from '../announcement-templates.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('announcements')
export class AnnouncementsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('page') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const page = pageNumber(asked);
      const { rows, total } = await listAnnouncements(tx, visitor.organizationId, { page, size: PAGE_SIZE });
      const marks = await marksOf(tx, visitor.organizationId, 'announcement', idsOf(rows));
      return AnnouncementsPage({
        frame: this.frames.of(request, me),
        rows: rows.map((row) => ({
          id: row.id,
          title: row.title,
          template: templateTitle(row.content.template),
          dateText: dayText(row.updatedAt, me.organization.digits),
          ...markedState('announcement', row.state, marks(row.id)),
        })),
        paging: pagingOf(page, total),
        mayDraft: isOfficer(me),
      });
    });
  }
}
