import { Body, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { listAnnouncements } from '../../announcements/announcements.queries.js';
import {
  draftAnnouncement,
  editAnnouncement,
  reviseAnnouncement,
  type AnnouncementDraft,
} from '../../announcements/draft-announcement.js';
import { Desk, type Me } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { AnnouncementBody, EditAnnouncementBody } from './announcement.dto.js';
import { ApiDoor } from './api-door.js';
import { ItemActs } from './item-acts.js';
import { MovedReply, PageQuery } from './item.dto.js';
import { summariesOf } from './item.view.js';
import { ItemListReply } from './lists.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { DOCUMENT_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

@ApiDoor('announcements', 'Announcements')
export class AnnouncementsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Announcements, newest first' })
  @ApiOkResponse({ type: ItemListReply })
  @Refuses()
  list(@SignedIn() visitor: Visitor, @Query() query: PageQuery): Promise<ItemListReply> {
    return this.desk.at(visitor, async (tx) => {
      const { total, rows } = await listAnnouncements(tx, visitor.organizationId, query);
      return { total, items: await summariesOf(tx, visitor, 'announcement', rows) };
    });
  }

  @Post()
  @ApiOperation({ summary: 'Drafts an announcement from a template and its parameters' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...DOCUMENT_REFUSALS)
  async draft(@Keyed() call: KeyedCall, @Body() body: AnnouncementBody): Promise<MovedReply> {
    const reply = await this.acts.write(call, (tx, me) => draftAnnouncement(tx, draftOf(me, body)));
    call.response.setHeader('Location', `/api/v1/announcements/${reply.id}`);
    return reply;
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes a draft' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...DOCUMENT_REFUSALS)
  edit(
    @Keyed() call: KeyedCall,
    @Param('id') announcementId: string,
    @Body() body: EditAnnouncementBody,
  ): Promise<MovedReply> {
    const { seenVersion } = body;
    return this.acts.write(call, (tx, me) =>
      editAnnouncement(tx, { ...draftOf(me, body), announcementId, seenVersion }),
    );
  }

  @Post(':id/revisions')
  @ApiOperation({ summary: 'A new draft that will stand at the same permanent address as this published announcement' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...DOCUMENT_REFUSALS)
  revise(
    @Keyed() call: KeyedCall,
    @Param('id') announcementId: string,
    @Body() body: AnnouncementBody,
  ): Promise<MovedReply> {
    return this.acts.write(call, (tx, me) => reviseAnnouncement(tx, { ...draftOf(me, body), announcementId }));
  }
}

const draftOf = (
  { visitor, actor }: Me,
  { fiscalYear, template, languages, parameters, measureIds = [] }: AnnouncementBody,
): AnnouncementDraft => ({
  organizationId: visitor.organizationId,
  actor,
  fiscalYear,
  template,
  languages,
  parameters,
  measureIds,
});
