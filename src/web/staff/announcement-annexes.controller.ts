import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { arrangeAnnexes } from '../../announcements/attach-annex.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { announcementAnnexes, removeFile } from '../evidence-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { annexesPage, arrangementIn } from './annexes.view.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class AnnexForm {
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
  @Text() title = '';
}

/** Files behind an announcement: brought, titled, put in order, shown, taken out. */
@ApiExcludeController()
@Controller('announcements/:id/annexes')
export class AnnouncementAnnexesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(EvidenceDesk) private readonly files: EvidenceDesk,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, [], '');
  }

  @Post()
  async bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, idempotencyKey, title } = readForm(AnnexForm, body).form;
    const work = async (): Promise<void> => {
      const bringing = { id, seenVersion: Number(seenVersion), title, key: idempotencyKey || null };
      await this.files.bring(visitor, request, announcementAnnexes, bringing);
    };
    return this.done(visitor, request, id, 'annex.add', work, title);
  }

  @Post('arrangement')
  arrange(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') announcementId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, idempotencyKey } = readForm(AnnexForm, body).form;
    const order = arrangementIn(body);
    const { organizationId } = visitor;
    return this.done(visitor, request, announcementId, 'annex.arrange', () =>
      this.desk.at(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, idempotencyKey || null, { path: request.path, order }, async () => {
          const edit = { organizationId, actor, announcementId, seenVersion: Number(seenVersion), order };
          return { version: (await arrangeAnnexes(tx, edit)).version };
        }),
      ),
    );
  }

  @Post(':fileId/removal')
  remove(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, idempotencyKey } = readForm(AnnexForm, body).form;
    return this.done(visitor, request, id, 'annex.remove', () =>
      this.desk.at(visitor, (tx, me) =>
        onceFor(tx, visitor, idempotencyKey || null, { path: request.path }, async () => {
          const removal = { id, seenVersion: Number(seenVersion), fileId };
          return { version: (await removeFile(tx, me, announcementAnnexes, removal)).version };
        }),
      ),
    );
  }

  @Get(':fileId/file')
  file(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.sendFile(response, visitor, announcementAnnexes, id, fileId);
  }

  @Get(':fileId/thumbnail')
  thumbnail(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.sendThumbnail(response, visitor, announcementAnnexes, id, fileId);
  }

  /** Back to the page with what was done, or with what is wrong beside its field. */
  private async done(
    visitor: Visitor,
    request: Request,
    id: string,
    notice: 'annex.add' | 'annex.arrange' | 'annex.remove',
    work: () => Promise<unknown>,
    typedTitle = '',
  ): Promise<WebReply> {
    try {
      await work();
    } catch (error) {
      const problems = formProblems(error);
      if (!problems) throw error;
      return rejected(await this.page(visitor, request, id, problems, typedTitle));
    }
    leaveNotice(request, notice);
    return seeOther(`${links.announcementAnnexes(id)}#annexes`);
  }

  private page(
    visitor: Visitor,
    request: Request,
    id: string,
    problems: readonly FieldProblem[],
    typedTitle: string,
  ): ReturnType<typeof annexesPage> {
    return this.desk.at(visitor, (tx, me) =>
      annexesPage(tx, me, this.frames.of(request, me), { id, problems, typedTitle, request }),
    );
  }
}
