import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { ImportRunPage } from '../../../templates/web/pages/staff/import-run.page.js';
import { importRunView } from '../../../templates/web/words/import-run-words.js';
import { importSeenBy } from '../../imports/runs/import-run.queries.js';
import { mayRetryImport, retryImport } from '../../imports/runs/retry-import.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { StaffFrames } from './staff-frames.js';

/** Long imports that a worker carries out. */
@ApiExcludeController()
@Controller('imports/runs')
export class ImportRunsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get(':id')
  page(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const run = await importSeenBy(tx, visitor.organizationId, me.actor, id);
      return ImportRunPage({
        frame: this.frames.of(request, me),
        run: importRunView(run, me.organization.digits, mayRetryImport(me.actor)),
      });
    });
  }

  @Post(':id/retry')
  async retry(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    await this.desk.at(visitor, (tx, me) => retryImport(tx, visitor.organizationId, me.actor, id));
    leaveNotice(request, 'retried');
    return seeOther(links.importRun(id));
  }
}
