import { Body, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { EvidenceFileRow } from '../../evidence/evidence-file.entity.js';
import { evidenceFileOf } from '../../evidence/evidence-files.queries.js';
import { removeEvidence } from '../../measures/attach-evidence.js';
import { BlobStore } from '../../storage/blob-store.js';
import { Desk } from '../desk.js';
import { EvidenceIntake } from '../evidence-intake.js';
import { measureDoor } from '../item-doors.js';
import { sendEvidence, sendThumbnail } from '../send-evidence.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { BroughtReply, EvidenceReply, SeenVersionBody } from './evidence.dto.js';
import { evidenceReply } from './evidence.view.js';
import { ItemActs } from './item-acts.js';
import { MovedReply } from './item.dto.js';
import { Keyed, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { EDIT_REFUSALS, EVIDENCE_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

const FILE_BODY = {
  schema: {
    type: 'object',
    required: ['file', 'seenVersion'],
    properties: { file: { type: 'string', format: 'binary' }, seenVersion: { type: 'integer' } },
  },
};
const BYTES = { schema: { type: 'string', format: 'binary' } };
const FILE_RESPONSE = { content: { 'application/pdf': BYTES, 'image/png': BYTES, 'image/jpeg': BYTES } };

/** What shows the results of a measure: files and links. */
@ApiDoor('measures', 'Evidence')
export class EvidenceApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ItemActs) private readonly acts: ItemActs,
    @Inject(EvidenceIntake) private readonly intake: EvidenceIntake,
    @Inject(BlobStore) private readonly blobs: BlobStore,
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
  @ApiBody(FILE_BODY)
  @ApiOperation({ summary: 'Brings a PDF, PNG or JPEG to the results; only what can be seen and read of it is kept' })
  @ApiCreatedResponse({ type: BroughtReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS, ...EVIDENCE_REFUSALS)
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') measureId: string,
    @Body() { seenVersion }: SeenVersionBody,
    @IdempotencyKey() key: string | null,
  ): Promise<BroughtReply> {
    const reply = told(response, await this.intake.bring(visitor, request, { measureId, seenVersion, key }));
    response.setHeader('Location', `/api/v1/measures/${measureId}/evidence/${reply.fileId}`);
    return reply;
  }

  @Get(':id/evidence/:fileId')
  @ApiOperation({ summary: 'The cleaned file' })
  @ApiOkResponse(FILE_RESPONSE)
  @Refuses('item.not-found', 'evidence.not-found', 'edition.bytes-missing')
  async file(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendEvidence(response, this.blobs, await this.fileOf(visitor, id, fileId));
  }

  @Get(':id/evidence/:fileId/thumbnail')
  @ApiOperation({ summary: 'A small picture of its first page' })
  @ApiOkResponse({ content: { 'image/jpeg': BYTES } })
  @Refuses('item.not-found', 'evidence.not-found', 'edition.bytes-missing')
  async thumbnail(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendThumbnail(response, this.blobs, await this.fileOf(visitor, id, fileId));
  }

  @Post(':id/evidence/:fileId/removal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes a file out of results that are not submitted' })
  @ApiOkResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...EDIT_REFUSALS, 'evidence.not-found')
  remove(
    @Keyed() call: KeyedCall,
    @Param('id') measureId: string,
    @Param('fileId') fileId: string,
    @Body() { seenVersion }: SeenVersionBody,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, async (tx, me) => {
      await measureDoor.see(tx, me, measureId);
      return removeEvidence(tx, { organizationId, actor: me.actor, measureId, seenVersion, fileId });
    });
  }

  private fileOf(visitor: Visitor, id: string, fileId: string): Promise<EvidenceFileRow> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await measureDoor.see(tx, me, id);
      return evidenceFileOf(tx, visitor.organizationId, item, fileId);
    });
  }
}
