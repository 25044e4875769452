import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { requireCapacity } from '../approvals/actor.js';
import { DomainError } from '../core/errors.js';
import { exportOf } from '../proofs/export.queries.js';
import { BlobStore } from '../storage/blob-store.js';
import { Desk } from './desk.js';
import type { Visitor } from './visitor.js';

/** Bundles that a worker made, for those who may read the log. */
@Injectable()
export class AuditBundles {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  /** @throws DomainError permission.denied, audit.export-not-found, audit.export-not-ready */
  async send(visitor: Visitor, exportId: string, response: Response): Promise<void> {
    const { organizationId } = visitor;
    const { sha256 } = await this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return exportOf(tx, organizationId, exportId);
    });
    if (!sha256) throw new DomainError('audit.export-not-ready');
    const bytes = await this.blobs.get(sha256);
    response.setHeader('Content-Type', 'application/x-tar');
    response.setHeader('Content-Disposition', `attachment; filename="audit-${sha256.slice(0, 12)}.tar"`);
    response.setHeader('Cache-Control', 'no-store').send(Buffer.from(bytes));
  }
}
