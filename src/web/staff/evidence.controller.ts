import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { FileAsked, type AskedFile } from '../asked-file.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { measureEvidence } from '../evidence-doors.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fileFormOf } from './file.form.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { resultsPage } from './results.view.js';
import { StaffFrames } from './staff-frames.js';

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
  bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, key } = fileFormOf(body);
    const work = async (): Promise<WebReply> => {
      await this.files.bring(visitor, request, measureEvidence, { id, seenVersion, key });
      return done(request, id, 'evidence.add');
    };
    const shown = { id, typed: null, fromInterim: false, request };
    const again = (problems: readonly FieldProblem[]) =>
      this.desk.at(visitor, (tx, me) => resultsPage(tx, me, this.frames.of(request, me), { ...shown, problems }));
    return formOrRefusals(work, again, formProblems);
  }

  @Post(':fileId/removal')
  async remove(@FileAsked() asked: AskedFile, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    await this.files.remove(asked, measureEvidence, fileFormOf(body));
    return done(request, asked.id, 'evidence.remove');
  }

  @Get(':fileId/file')
  file(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendFile(response, asked, measureEvidence);
  }

  @Get(':fileId/thumbnail')
  thumbnail(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendThumbnail(response, asked, measureEvidence);
  }
}

function done(request: Request, measureId: string, notice: 'evidence.add' | 'evidence.remove'): WebReply {
  leaveNotice(request, notice);
  return seeOther(`${links.measureResults(measureId)}#files`);
}
