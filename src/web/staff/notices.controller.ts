import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { NoticesPage, type NoticeRow } from '../../../templates/web/pages/staff/notices.page.js';
import { subjectHref } from '../../../templates/web/words/item-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { printedDigits } from '../../core/thai/digits.js';
import { noticeSentence } from '../../core/thai/notice-texts.js';
import { markRead } from '../../notices/mark-read.js';
import { noticesOf, type InAppNotice } from '../../notices/notices.queries.js';
import { Desk } from '../desk.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** What a person was told in the house. */
@ApiExcludeController()
@Controller('notices')
export class NoticesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    const { organizationId, personId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      const notices = await noticesOf(tx, organizationId, personId);
      return NoticesPage({
        frame: this.frames.of(request, me),
        rows: notices.map((notice) => rowOf(notice, me.organization.digits)),
      });
    });
  }

  @Post('read')
  async read(@SignedIn() visitor: Visitor): Promise<WebReply> {
    const { organizationId, personId } = visitor;
    await this.desk.at(visitor, (tx) => markRead(tx, { organizationId, personId, noticeIds: 'all' }));
    return seeOther(links.notices);
  }
}

const rowOf = (notice: InAppNotice, digits: DigitStyle): NoticeRow => ({
  id: notice.id,
  sentence: printedDigits(noticeSentence(notice.kind, notice.itemKind, notice.dueOn), digits),
  title: notice.title ?? '',
  href: notice.itemKind && notice.itemId ? subjectHref(notice.itemKind, notice.itemId) : null,
  atText: momentText(notice.createdAt, digits),
  isRead: notice.isRead,
});
