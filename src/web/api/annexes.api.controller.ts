import { Body, Get, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { annexFilesOf } from '../../announcements/announcements.queries.js';
import { arrangeAnnexes } from '../../announcements/attach-annex.js';
import { FileAsked, type AskedFile } from '../asked-file.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { announcementAnnexes, removeFile } from '../evidence-doors.js';
import { announcementDoor } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { AnnexesReply, ArrangeAnnexesBody, BringAnnexBody } from './annexes.dto.js';
import { ApiDoor } from './api-door.js';
import { BroughtReply, fileBody, SeenVersionBody } from './evidence.dto.js';
import { annexesReply } from './evidence.view.js';
import { FileRoute, RemovalRoute, ThumbnailRoute } from './file-routes.js';
import { ItemActs } from './item-acts.js';
import { MovedReply } from './item.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { ANNEX_REFUSALS, EDIT_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

/** What is printed behind an announcement. */
@ApiDoor('announcements', 'Announcements')
export class AnnexesApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
    @Inject(EvidenceDesk) private readonly files: EvidenceDesk,
  ) {}

  @Get(':id/annexes')
  @ApiOperation({ summary: 'The annexes of an announcement, in their order' })
  @ApiOkResponse({ type: AnnexesReply })
  @Refuses('item.not-found')
  list(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<AnnexesReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await announcementDoor.see(tx, me, id);
      return annexesReply(item, await annexFilesOf(tx, visitor.organizationId, item));
    });
  }

  @Post(':id/annexes')
  @ApiConsumes('multipart/form-data')
  @ApiBody(fileBody({ title: { type: 'string', description: 'Printed above it; the name of the file without one' } }))
  @ApiOperation({ summary: 'Puts a PDF, PNG or JPEG behind a draft; only what can be seen and read of it is kept' })
  @ApiCreatedResponse({ type: BroughtReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS, ...ANNEX_REFUSALS)
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Body() { seenVersion, title = '' }: BringAnnexBody,
    @IdempotencyKey() key: string | null,
  ): Promise<BroughtReply> {
    const bringing = { id, seenVersion, title, key };
    const reply = told(response, await this.files.bring(visitor, request, announcementAnnexes, bringing));
    response.setHeader('Location', `/api/v1/announcements/${id}/annexes/${reply.fileId}`);
    return reply;
  }

  @Put(':id/annexes')
  @ApiOperation({ summary: 'Order and titles of the annexes of a draft; every annex is named once' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS, 'evidence.not-found')
  arrange(
    @Keyed() call: KeyedCall,
    @Param('id') announcementId: string,
    @Body() { seenVersion, annexes }: ArrangeAnnexesBody,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, (tx, { actor }) =>
      arrangeAnnexes(tx, { organizationId, actor, announcementId, seenVersion, order: annexes }),
    );
  }

  @FileRoute(':id/annexes/:fileId')
  file(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendFile(response, asked, announcementAnnexes);
  }

  @ThumbnailRoute(':id/annexes/:fileId')
  thumbnail(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendThumbnail(response, asked, announcementAnnexes);
  }

  @RemovalRoute(':id/annexes/:fileId', 'Takes an annex out of a draft')
  remove(
    @Keyed() call: KeyedCall,
    @FileAsked() { id, fileId }: AskedFile,
    @Body() { seenVersion }: SeenVersionBody,
  ): Promise<MovedReply> {
    return this.acts.write(call, (tx, me) => removeFile(tx, me, announcementAnnexes, { id, seenVersion, fileId }));
  }
}
