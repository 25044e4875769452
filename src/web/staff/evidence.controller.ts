import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { links } from '../../../templates/web/links.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { measureEvidence, removeFile } from '../evidence-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
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
    @Inject(EvidenceDesk) private readonly files: EvidenceDesk,
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
      const bringing = { id: measureId, seenVersion: Number(seenVersion), key: idempotencyKey || null };
      await this.files.bring(visitor, request, measureEvidence, bringing);
    } catch (error) {
      const problems = formProblems(error);
      if (!problems) throw error;
      return rejected(
        await this.desk.at(visitor, (tx, me) =>
          resultsPage(tx, me, this.frames.of(request, me), {
            id: measureId,
            typed: null,
            fromInterim: false,
            problems,
            request,
          }),
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
    await this.desk.at(visitor, (tx, me) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => {
        const removal = { id: measureId, seenVersion: Number(seenVersion), fileId };
        return { version: (await removeFile(tx, me, measureEvidence, removal)).version };
      }),
    );
    leaveNotice(request, 'evidence.remove');
    return seeOther(`${links.measureResults(measureId)}#files`);
  }

  @Get(':fileId/file')
  file(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.sendFile(response, visitor, measureEvidence, id, fileId);
  }

  @Get(':fileId/thumbnail')
  thumbnail(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.sendThumbnail(response, visitor, measureEvidence, id, fileId);
  }
}
