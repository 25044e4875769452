import { Body, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { askExport } from '../../proofs/ask-export.js';
import type { ItemRef } from '../../proofs/excerpt.js';
import { exportOf, newestExports, type AuditExport } from '../../proofs/export.queries.js';
import { periodOf, type Period } from '../../proofs/period.js';
import { AuditBundles } from '../audit-bundles.js';
import { Desk } from '../desk.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ExportAskedReply, ExportBody, ExportReply } from './audit.dto.js';
import { Refuses } from './problems.decorator.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

const NEWEST = 50;

/** Bundles of the log that verify offline: asked for, made by a worker, taken home. */
@ApiDoor('audit/exports', 'Audit')
export class AuditExportsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(AuditBundles) private readonly bundles: AuditBundles,
  ) {}

  @Post()
  @WithIdempotencyKey()
  @ApiOperation({
    summary: 'Asks for a bundle of the whole log, of some days, or of one item with its proofs and files',
  })
  @ApiCreatedResponse({ type: ExportAskedReply })
  @Refuses('item.not-found', 'audit.period-empty', 'idempotency.key-reused', 'idempotency.still-running')
  ask(
    @SignedIn() visitor: Visitor,
    @Body() body: ExportBody,
    @IdempotencyKey() key: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ExportAskedReply> {
    const { organizationId, request } = visitor;
    const { item, period } = askedIn(body);
    return this.desk.at(visitor, async (tx, { actor }) => {
      const asked = await onceFor(tx, visitor, key, { path: 'audit/exports', item, period }, async () => ({
        id: await askExport(tx, { organizationId, actor, item, period, request }),
      }));
      return told(response, asked);
    });
  }

  @Get()
  @ApiOperation({ summary: `The newest ${NEWEST} bundles, newest first` })
  @ApiOkResponse({ type: [ExportReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<ExportReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await newestExports(tx, visitor.organizationId, NEWEST)).map(exportReply);
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Whether a bundle is ready' })
  @ApiOkResponse({ type: ExportReply })
  @Refuses('audit.export-not-found')
  one(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<ExportReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return exportReply(await exportOf(tx, visitor.organizationId, id));
    });
  }

  @Get(':id/bundle')
  @ApiOperation({ summary: 'The bundle: a tar archive for `prongsai audit verify`' })
  @ApiProduces('application/x-tar')
  @ApiOkResponse({ content: { 'application/x-tar': { schema: { type: 'string', format: 'binary' } } } })
  @Refuses('audit.export-not-found', 'audit.export-not-ready', 'edition.bytes-missing', 'edition.bytes-differ')
  bundle(@SignedIn() visitor: Visitor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.bundles.send(visitor, id, response);
  }
}

/** @throws DomainError input.invalid for half an item, half a period, or both at once */
function askedIn({ itemKind, itemId, from, to }: ExportBody): { item: ItemRef | null; period: Period | null } {
  const lacking = [missing({ itemKind, itemId }), missing({ from, to })].find((field) => field !== null);
  if (lacking) throw new DomainError('input.invalid', { field: lacking });
  if (itemKind && from) throw new DomainError('input.invalid', { field: 'from' });
  return {
    item: itemKind && itemId ? { itemKind, itemId } : null,
    period: from && to ? periodOf(from, to) : null,
  };
}

/** The one of two that go together which was left out. */
function missing(pair: Readonly<Record<string, string | undefined>>): string | null {
  const absent = Object.keys(pair).filter((field) => pair[field] === undefined);
  return absent.length === 1 ? (absent[0] ?? null) : null;
}

const exportReply = ({
  id,
  itemKind,
  itemId,
  period,
  askedAt,
  madeAt,
  logSize,
  bytes,
  sha256,
}: AuditExport): ExportReply => ({
  id,
  itemKind,
  itemId,
  from: period?.from ?? null,
  to: period?.to ?? null,
  askedAt: askedAt.toISOString(),
  madeAt: madeAt?.toISOString() ?? null,
  logSize,
  bytes,
  sha256,
});
