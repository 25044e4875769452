import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { links } from '../../../templates/web/links.js';
import { LogProofPage } from '../../../templates/web/pages/staff/log-proof.page.js';
import { checkpointView, exportRow, stampView } from '../../../templates/web/words/log-proof-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { inclusionLine } from '../../audit/bundle-proofs.js';
import { verifierKey } from '../../audit/signed-note.js';
import { DomainError } from '../../core/errors.js';
import { askExport } from '../../proofs/ask-export.js';
import { checkpointOfSize, latestCheckpoint, logKeys, logSize } from '../../proofs/checkpoints.queries.js';
import type { ItemRef } from '../../proofs/excerpt.js';
import { newestExports } from '../../proofs/export.queries.js';
import { proveInclusion } from '../../proofs/proofs.queries.js';
import { newestStamp, stampOfSize } from '../../proofs/stamps.queries.js';
import { AuditBundles } from '../audit-bundles.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

const READERS = ['auditor', 'administrator'] as const;
const SHOWN_EXPORTS = 20;
const KINDS: Readonly<Record<string, string>> = {
  measures: 'measure',
  reports: 'report',
  announcements: 'announcement',
};

class ExportForm {
  /** Address of an item's page; empty for the whole log. */
  @Text() item = '';
  @Text() idempotencyKey = '';
}

/** What proves the log to others: checkpoints, keys, bundles, proofs. For auditors and administrators. */
@ApiExcludeController()
@Controller('history')
export class LogProofController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(AuditBundles) private readonly bundles: AuditBundles,
  ) {}

  @Get('proof')
  page(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, ...READERS);
      const { digits } = me.organization;
      const checkpoint = await latestCheckpoint(tx, organizationId);
      const stamp = await newestStamp(tx, organizationId);
      const exports = await newestExports(tx, organizationId, SHOWN_EXPORTS);
      const key = (await logKeys(tx, organizationId)).at(-1)?.key;
      return LogProofPage({
        frame: this.frames.of(request, me),
        checkpoint: checkpoint && checkpointView(checkpoint, await logSize(tx, organizationId), digits),
        stamp: stamp && stampView(stamp, digits),
        logKey: key ? verifierKey(key) : null,
        publicKeyHref: links.publicLogKey(me.organization.slug),
        exports: exports.map((each) => exportRow(each, digits)),
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Post('exports')
  async ask(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { item: address, idempotencyKey } = readForm(ExportForm, body).form;
    const item = address === '' ? null : itemAt(address);
    const { organizationId } = visitor;
    await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path, item }, async () => ({
        id: await askExport(tx, { organizationId, actor, item, request: visitor.request }),
      })),
    );
    leaveNotice(request, 'audit.export');
    return seeOther(links.logProof);
  }

  @Get('exports/:id')
  download(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.bundles.send(visitor, id, response);
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

/** The item that the address of its page names. @throws DomainError item.not-found */
function itemAt(address: string): ItemRef {
  const [, section, itemId] = /\/?(measures|reports|announcements)\/([0-9a-f-]{36})/.exec(address.toLowerCase()) ?? [];
  const itemKind = KINDS[section ?? ''];
  if (!itemKind || !itemId) throw new DomainError('item.not-found', { address });
  return { itemKind, itemId };
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
