import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { arrangeAnnexes } from '../../announcements/attach-annex.js';
import { FileAsked, type AskedFile } from '../asked-file.js';
import { Desk } from '../desk.js';
import { EvidenceDesk } from '../evidence-desk.js';
import { announcementAnnexes } from '../evidence-doors.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { annexesPage, arrangementIn } from './annexes.view.js';
import { fileFormOf } from './file.form.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { StaffFrames } from './staff-frames.js';

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
  bring(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const form = fileFormOf(body);
    const work = (): Promise<unknown> => this.files.bring(visitor, request, announcementAnnexes, { id, ...form });
    return this.done(visitor, request, id, 'annex.add', work, form.title);
  }

  @Post('arrangement')
  arrange(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') announcementId: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { seenVersion, key } = fileFormOf(body);
    const order = arrangementIn(body);
    const { organizationId } = visitor;
    return this.done(visitor, request, announcementId, 'annex.arrange', () =>
      this.desk.at(visitor, (tx, { actor }) =>
        onceFor(tx, visitor, key, { path: request.path, order }, async () => {
          const edit = { organizationId, actor, announcementId, seenVersion, order };
          return { version: (await arrangeAnnexes(tx, edit)).version };
        }),
      ),
    );
  }

  @Post(':fileId/removal')
  remove(@FileAsked() asked: AskedFile, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    return this.done(asked.visitor, request, asked.id, 'annex.remove', () =>
      this.files.remove(asked, announcementAnnexes, fileFormOf(body)),
    );
  }

  @Get(':fileId/file')
  file(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendFile(response, asked, announcementAnnexes);
  }

  @Get(':fileId/thumbnail')
  thumbnail(@FileAsked() asked: AskedFile, @Res() response: Response): Promise<void> {
    return this.files.sendThumbnail(response, asked, announcementAnnexes);
  }

  /** Back to the page with what was done, or with what is wrong beside its field. */
  private done(
    visitor: Visitor,
    request: Request,
    id: string,
    notice: 'annex.add' | 'annex.arrange' | 'annex.remove',
    work: () => Promise<unknown>,
    typedTitle = '',
  ): Promise<WebReply> {
    return formOrRefusals(
      async () => {
        await work();
        leaveNotice(request, notice);
        return seeOther(`${links.announcementAnnexes(id)}#annexes`);
      },
      (problems) => this.page(visitor, request, id, problems, typedTitle),
      formProblems,
    );
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
