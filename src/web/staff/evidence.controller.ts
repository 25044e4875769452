import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { links } from '../../../templates/web/links.js';
import type { EvidenceFileRow } from '../../evidence/evidence-file.entity.js';
import { evidenceFileOf } from '../../evidence/evidence-files.queries.js';
import { removeEvidence } from '../../measures/attach-evidence.js';
import { BlobStore } from '../../storage/blob-store.js';
import { Desk } from '../desk.js';
import { EvidenceIntake } from '../evidence-intake.js';
import { measureDoor } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { sendEvidence, sendThumbnail } from '../send-evidence.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { resultsPage } from './results.view.js';
import { StaffFrames } from './staff-frames.js';

class EvidenceForm {
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

/** Files beside the results of a measure: brought, shown, taken out. */
@ApiExcludeController()
@Controller('measures/:id/evidence')
export class EvidenceController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(EvidenceIntake) private readonly intake: EvidenceIntake,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  @Post()
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') measureId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, idempotencyKey } = readForm(EvidenceForm, body).form;
    try {
      const key = idempotencyKey || null;
      await this.intake.bring(visitor, request, { measureId, seenVersion: Number(seenVersion), key });
    } catch (error) {
      const problems = formProblems(error);
      if (!problems) throw error;
      return rejected(
        await this.desk.at(visitor, (tx, me) =>
          resultsPage(tx, me, this.frames.of(request, me), { id: measureId, typed: null, problems, request }),
        ),
      );
    }
    leaveNotice(request, 'evidence.add');
    return seeOther(`${links.measureResults(measureId)}#files`);
  }

  @Post(':fileId/removal')
  async remove(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') measureId: string,
    @Param('fileId') fileId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, idempotencyKey } = readForm(EvidenceForm, body).form;
    const { organizationId } = visitor;
    await this.desk.at(visitor, (tx, me) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => {
        const { actor } = me;
        await measureDoor.see(tx, me, measureId);
        const edit = { organizationId, actor, measureId, seenVersion: Number(seenVersion), fileId };
        return { version: (await removeEvidence(tx, edit)).version };
      }),
    );
    leaveNotice(request, 'evidence.remove');
    return seeOther(`${links.measureResults(measureId)}#files`);
  }

  @Get(':fileId/file')
  async file(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendEvidence(response, this.blobs, await this.fileOf(visitor, id, fileId));
  }

  @Get(':fileId/thumbnail')
  async thumbnail(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendThumbnail(response, this.blobs, await this.fileOf(visitor, id, fileId));
  }

  private fileOf(visitor: Visitor, id: string, fileId: string): Promise<EvidenceFileRow> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await measureDoor.see(tx, me, id);
      return evidenceFileOf(tx, visitor.organizationId, item, fileId);
    });
  }
}
