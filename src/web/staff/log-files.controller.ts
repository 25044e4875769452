import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { requireCapacity } from '../../approvals/actor.js';
import { inclusionLine } from '../../audit/bundle-proofs.js';
import { checkpointOfSize, latestCheckpoint } from '../../proofs/checkpoints.queries.js';
import { proveInclusion } from '../../proofs/proofs.queries.js';
import { stampOfSize } from '../../proofs/stamps.queries.js';
import { AuditBundles } from '../audit-bundles.js';
import { Desk } from '../desk.js';
import { LogSheets } from '../log-sheets.js';
import { SignedIn, type Visitor } from '../visitor.js';

const READERS = ['auditor', 'administrator'] as const;

/** What auditors and administrators take home from the log: bundles, checkpoints, stamps, proofs. */
@ApiExcludeController()
@Controller('history')
export class LogFilesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(AuditBundles) private readonly bundles: AuditBundles,
    @Inject(LogSheets) private readonly sheets: LogSheets,
  ) {}

  @Get('exports/:id')
  download(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.bundles.send(visitor, id, response);
  }

  @Get('sheet')
  sheet(@SignedIn() visitor: Visitor, @Query('month') month: unknown, @Res() response: Response): Promise<void> {
    return this.sheets.send(visitor, typeof month === 'string' && month !== '' ? month : null, response);
  }

  @Get('checkpoints/:size')
  async checkpoint(
    @SignedIn() visitor: Visitor,
    @Param('size') size: string,
    @Res() response: Response,
  ): Promise<void> {
    const note = await this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, ...READERS);
      return (await checkpointOfSize(tx, visitor.organizationId, numberIn(size))).note;
    });
    sendFile(response, `checkpoint-${numberIn(size)}.txt`, note);
  }

  @Get('stamps/:size')
  async stamp(@SignedIn() visitor: Visitor, @Param('size') size: string, @Res() response: Response): Promise<void> {
    const { token } = await this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, ...READERS);
      return stampOfSize(tx, visitor.organizationId, numberIn(size));
    });
    sendFile(response, `checkpoint-${numberIn(size)}.tst`, token);
  }

  @Get('inclusion')
  async inclusion(
    @SignedIn() visitor: Visitor,
    @Query('event') event: string,
    @Res() response: Response,
  ): Promise<void> {
    const { organizationId } = visitor;
    const proof = await this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, ...READERS);
      const latest = await latestCheckpoint(tx, organizationId);
      return proveInclusion(tx, organizationId, { seq: numberIn(event), size: latest?.size ?? 0 });
    });
    sendFile(response, `inclusion-${proof.seq}-${proof.size}.json`, `${inclusionLine(proof)}\n`);
  }
}

const numberIn = (text: unknown): number => (/^\d{1,12}$/.test(String(text)) ? Number(text) : 0);

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  tst: 'application/octet-stream',
};

function sendFile(response: Response, name: string, content: string | Buffer): void {
  response.setHeader('Content-Type', TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store').send(content);
}
