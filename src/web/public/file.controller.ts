import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '../../core/errors.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { fileByHash } from '../../publishing/public-pages.queries.js';
import { BlobStore } from '../../storage/blob-store.js';
import { inPublic } from './public-organization.js';

/** Files by their content: what an address holds can only be this, or gone. */
@ApiExcludeController()
@Controller('p/:slug/files')
export class PublicFileController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  @Get(':name')
  async file(@Param('slug') slug: string, @Param('name') name: string, @Res() response: Response): Promise<void> {
    const sha256 = /^([0-9a-f]{64})\.pdf$/.exec(name)?.[1];
    if (!sha256) throw new DomainError('edition.not-found');
    const file = await inPublic(this.unitOfWork, slug, (tx, organizationId) => fileByHash(tx, organizationId, sha256));
    if (!file) throw new DomainError('edition.not-found');
    if (file.state === 'withdrawn') throw new DomainError('request.withdrawn', { reason: file.withdrawnReason ?? '' });
    const bytes = await this.blobs.get(sha256);
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `inline; filename="${sha256.slice(0, 16)}.pdf"`);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('ETag', `"${sha256}"`);
    response.send(Buffer.from(bytes));
  }
}
