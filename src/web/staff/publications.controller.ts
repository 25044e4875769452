import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { PublicationsPage, type PublicationCard } from '../../../templates/web/pages/staff/publications.page.js';
import { itemHref } from '../../../templates/web/words/item-words.js';
import {
  pathView,
  publicationsHeadline,
  publicationState,
  troubleText,
} from '../../../templates/web/words/publication-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import type { ItemKindName } from '../../core/item.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { isUuid } from '../../database/tenant.js';
import { retryWork } from '../../outbox/retry-work.js';
import { publicationStatuses, type PublicationStatus } from '../../publishing/publications.queries.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { PUBLIC_BASE_URL } from '../tokens.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { PAGE_SIZE, pageNumber, pagingOf } from './paging.js';
import { inWords, isMoving } from './publications.view.js';
import { StaffFrames } from './staff-frames.js';

const MAY_RETRY = ['officer', 'administrator'] as const;

@ApiExcludeController()
@Controller('publications')
export class PublicationsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(PUBLIC_BASE_URL) private readonly publicBaseUrl: string,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('page') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const statuses = await publicationStatuses(tx, visitor.organizationId);
      const page = pageNumber(asked);
      const shown = statuses.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
      const mayRetry = MAY_RETRY.some((capacity) => me.actor.capacities.includes(capacity));
      const stuck = statuses.filter(({ undone }) => undone?.isSetAside).length;
      const moving = statuses.filter(isMoving).length;
      return PublicationsPage({
        frame: this.frames.of(request, me),
        cards: shown.map((status) => cardOf(status, this.publicBaseUrl, mayRetry, me.organization.digits)),
        headline: publicationsHeadline(
          statuses.filter(({ standing }) => standing === 'published').length,
          moving,
          stuck,
        ),
        paging: pagingOf(page, statuses.length),
        isMoving: moving > 0,
      });
    });
  }

  /** @param workId of the work that stands still */
  @Post(':workId/retry')
  async retry(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('workId') workId: string,
  ): Promise<WebReply> {
    if (!isUuid(workId)) throw new DomainError('work.not-found', { workId });
    await this.desk.at(visitor, (tx, me) => {
      requireCapacity(me.actor, ...MAY_RETRY);
      const { personId, posts } = me.actor;
      return retryWork(tx, visitor.organizationId, workId, { personId, postId: posts[0]?.postId });
    });
    leaveNotice(request, 'retried');
    return seeOther(links.publications);
  }
}

function cardOf(status: PublicationStatus, baseUrl: string, mayRetry: boolean, digits: DigitStyle): PublicationCard {
  const words = inWords(status);
  const { undone } = status;
  return {
    id: undone?.workId ?? status.editionId,
    title: status.title,
    itemHref: itemHref(status.itemKind as ItemKindName, status.itemId), // editions are made of items only
    state: publicationState(words),
    path: pathView(words, digits),
    publicAddress: status.standing === 'published' && status.address ? baseUrl + status.address : null,
    ...(undone?.problem ? { trouble: troubleText(undone.problem.code) } : {}),
    mayRetry: mayRetry && undone !== null,
  };
}
