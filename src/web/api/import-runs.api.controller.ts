import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { importSeenBy, newestImports } from '../../imports/runs/import-run.queries.js';
import { retryImport } from '../../imports/runs/retry-import.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ImportRunReply } from './import.dto.js';
import { importRunReply } from './import.view.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { KEY_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

const NEWEST = 50;

/** Long imports: how far they are, what came of them. */
@ApiDoor('imports', 'Imports')
export class ImportRunsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: `The newest ${NEWEST} long imports, newest first` })
  @ApiOkResponse({ type: [ImportRunReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<ImportRunReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) =>
      (await newestImports(tx, visitor.organizationId, actor, NEWEST)).map(importRunReply),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a long import is, and what came of it' })
  @ApiOkResponse({ type: ImportRunReply })
  @Refuses('import.run-not-found')
  one(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<ImportRunReply> {
    return this.desk.at(visitor, async (tx, { actor }) =>
      importRunReply(await importSeenBy(tx, visitor.organizationId, actor, id)),
    );
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tries a failed import again, for the person who asked first' })
  @ApiOkResponse({ type: ImportRunReply })
  @WithIdempotencyKey()
  @Refuses('import.run-not-found', 'work.not-found', ...KEY_REFUSALS)
  retry(@Keyed() call: KeyedCall, @Param('id') id: string): Promise<ImportRunReply> {
    const { organizationId } = call.visitor;
    return this.keyed.at(call, async (tx, { actor }) => {
      await retryImport(tx, organizationId, actor, id);
      return importRunReply(await importSeenBy(tx, organizationId, actor, id));
    });
  }
}
