import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { links } from '../../../templates/web/links.js';
import { takenOverNotice } from '../../../templates/web/words/now-words.js';
import { takeOverFile } from '../../measures/take-over-file.js';
import { BlobStore } from '../../storage/blob-store.js';
import { Desk } from '../desk.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readForm, Text } from './form-reading.js';
import { pendingImport, planOfPending } from './pending-imports.js';

class TakeOverForm {
  @Text() shownHash = '';
}

/** Measures of an earlier import say what a file says that was looked at: what was shown, where they may still be changed. */
@ApiExcludeController()
@Controller('imports')
export class ImportTakeOverController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  @Post(':id/take-over')
  async takeOver(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const pending = pendingImport(request, id);
    const { organizationId } = visitor;
    const { fiscalYear } = pending;
    const { shownHash: seen } = readForm(TakeOverForm, body).form;
    const { measures } = await planOfPending(this.desk, this.blobs, visitor, pending);
    const { reply } = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, seen || null, { path: request.path }, async () => {
        const changed = await takeOverFile(tx, { organizationId, actor, fiscalYear, measures, seen });
        return { changed: changed.length };
      }),
    );
    request.session.notice = { tone: 'ok', ...takenOverNotice(reply.changed) };
    return seeOther(`${links.imports}/${id}`);
  }
}
