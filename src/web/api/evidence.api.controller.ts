import { Body, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FileAsked, type AskedFile } from '../asked-file.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { measureEvidence, removeFile } from '../evidence-doors.js';
import { measureDoor } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { BroughtReply, EvidenceReply, fileBody, SeenVersionBody } from './evidence.dto.js';
import { evidenceReply } from './evidence.view.js';
import { FileRoute, RemovalRoute, ThumbnailRoute } from './file-routes.js';
import { ItemActs } from './item-acts.js';
import { MovedReply } from './item.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { EDIT_REFUSALS, EVIDENCE_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

/** What shows the results of a measure: files and links. */
@ApiDoor('measures', 'Evidence')
export class EvidenceApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
    @Inject(EvidenceDesk) private readonly files: EvidenceDesk,
  ) {}

  @Get(':id/evidence')
  @ApiOperation({ summary: 'Files and links, with what is known of them' })
  @ApiOkResponse({ type: EvidenceReply })
  @Refuses('item.not-found')
  list(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<EvidenceReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await measureDoor.see(tx, me, id);
      return evidenceReply(tx, visitor.organizationId, item);
    });
  }

  @Post(':id/evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody(fileBody())
  @ApiOperation({ summary: 'Brings a PDF, PNG or JPEG to the results; only what can be seen and read of it is kept' })
  @ApiCreatedResponse({ type: BroughtReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS, ...EVIDENCE_REFUSALS)
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Body() { seenVersion }: SeenVersionBody,
    @IdempotencyKey() key: string | null,
  ): Promise<BroughtReply> {
    const bringing = { id, seenVersion, key };
    const reply = told(response, await this.files.bring(visitor, request, measureEvidence, bringing));
    response.setHeader('Location', `/api/v1/measures/${id}/evidence/${reply.fileId}`);
    return reply;
  }

  @FileRoute(':id/evidence/:fileId')
  file(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendFile(response, asked, measureEvidence);
  }

  @ThumbnailRoute(':id/evidence/:fileId')
  thumbnail(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendThumbnail(response, asked, measureEvidence);
  }

  @RemovalRoute(':id/evidence/:fileId', 'Takes a file out of results that are not submitted')
  remove(
    @Keyed() call: KeyedCall,
    @FileAsked() { id, fileId }: AskedFile,
    @Body() { seenVersion }: SeenVersionBody,
  ): Promise<MovedReply> {
    return this.acts.write(call, (tx, me) => removeFile(tx, me, measureEvidence, { id, seenVersion, fileId }));
  }
}
