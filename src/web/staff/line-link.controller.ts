import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { LineCodePage } from '../../../templates/web/pages/staff/line-code.page.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { unlinkLine } from '../../notices/link-line.js';
import { Desk } from '../desk.js';
import { LineLinks } from '../line/line-links.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** Everybody’s own link to LINE. */
@ApiExcludeController()
@Controller('notices/line')
export class LineLinkController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(LineLinks) private readonly lineLinks: LineLinks,
  ) {}

  /** Where a browser lands that signs in again in between. */
  @Get()
  look(): WebReply {
    return seeOther(links.wishes);
  }

  /** The code stands on the answer to this request only: kept nowhere, it cannot be shown again. */
  @Post()
  link(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { code, expiresAt } = await this.lineLinks.open(tx, visitor);
      const { digits } = me.organization;
      const friend = this.lineLinks.friendFor(code);
      return LineCodePage({
        frame: this.frames.of(request, me),
        code,
        untilText: momentText(expiresAt, digits),
        friend,
      });
    });
  }

  @Post('unlink')
  async unlink(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    await this.desk.at(visitor, (tx) => unlinkLine(tx, visitor));
    leaveNotice(request, 'line.unlink');
    return seeOther(links.wishes);
  }
}
