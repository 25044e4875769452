import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { AdminPage } from '../../../templates/web/pages/staff/admin.page.js';
import { UnsignedPage, type UnsignedLine } from '../../../templates/web/pages/staff/unsigned.page.js';
import { itemHref, KIND_LABELS } from '../../../templates/web/words/item-words.js';
import { unsignedWhy } from '../../../templates/web/words/people-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import type { ListedKind } from '../../approvals/waiting-turns.queries.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { lapsingOrders } from '../../organizations/acting-orders.queries.js';
import { unsignedWork, type UnsignedWork } from '../../schedule/unsigned.queries.js';
import { AdminDesk } from '../admin-desk.js';
import type { WebReply } from '../reply.js';
import { LISTED_KINDS } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** Where an administrator begins, and what stands still without them. */
@ApiExcludeController()
@Controller('admin')
export class AdminController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(LISTED_KINDS) private readonly kinds: readonly ListedKind[],
  ) {}

  @Get()
  overview(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const unsigned = (await unsignedWork(tx, visitor.organizationId, this.kinds)).length;
      const lapsing = await lapsingOrders(tx, visitor.organizationId);
      return AdminPage({ frame: this.frames.of(request, me), unsigned, lapsing });
    });
  }

  @Get('unsigned')
  unsigned(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const work = await unsignedWork(tx, visitor.organizationId, this.kinds);
      const rows = work.map((item) => lineOf(item, me.organization.digits));
      return UnsignedPage({ frame: this.frames.of(request, me), rows });
    });
  }
}

const lineOf = ({ itemKind, itemId, title, since, posts }: UnsignedWork, digits: DigitStyle): UnsignedLine => ({
  key: itemId,
  href: itemHref(itemKind, itemId),
  kind: KIND_LABELS[itemKind],
  title,
  sinceText: momentText(since, digits),
  posts: posts.map(({ postId, post, keptOut }) => ({ postId, post, why: unsignedWhy(keptOut) })),
});
