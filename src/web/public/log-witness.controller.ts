import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { verifierKey } from '../../audit/signed-note.js';
import { DomainError } from '../../core/errors.js';
import type { OrganizationId } from '../../database/tenant.js';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.js';
import { checkpointOfSize, latestCheckpoint, logKeys, newestCheckpoints } from '../../proofs/checkpoints.queries.js';
import { newestCosignatures } from '../../proofs/cosignatures.queries.js';
import { newestStamp, type StoredStamp } from '../../proofs/stamps.queries.js';
import { inPublic } from './public-organization.js';

const HISTORY = 1_000;
const PLAIN = 'text/plain; charset=utf-8';
const FRESH = 'public, max-age=60';

/** What anybody may keep of an agency's log, to compare with later: its key and its signed checkpoints. No word of its events. */
@ApiExcludeController()
@Controller('p/:slug')
export class LogWitnessController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get('log-key.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  key(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) =>
      (await logKeys(tx, organizationId)).map(({ key }) => `${verifierKey(key)}\n`).join(''),
    );
  }

  @Get('checkpoint.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  latest(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) => {
      const latest = await latestCheckpoint(tx, organizationId);
      if (!latest) throw new DomainError('audit.checkpoint-not-found');
      return latest.note;
    });
  }

  /** The newest checkpoint that a time-stamping authority has seen, and what it said (`.tst`) over these bytes. */
  @Get('stamped-checkpoint.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  stamped(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) => {
      const { size } = await stampOf(tx, organizationId);
      return (await checkpointOfSize(tx, organizationId, size)).note;
    });
  }

  @Get('stamped-checkpoint.tst')
  @Header('Content-Type', 'application/octet-stream')
  @Header('Cache-Control', FRESH)
  stamp(@Param('slug') slug: string): Promise<StreamableFile> {
    return inPublic(
      this.unitOfWork,
      slug,
      async (tx, organizationId) => new StreamableFile((await stampOf(tx, organizationId)).token),
    );
  }

  /** The newest checkpoint that a witness has cosigned, with the lines of all who did (C2SP tlog-cosignature). */
  @Get('cosigned-checkpoint.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  cosigned(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) => {
      const cosignatures = await newestCosignatures(tx, organizationId);
      if (!cosignatures[0]) throw new DomainError('audit.cosignature-not-found');
      const { note } = await checkpointOfSize(tx, organizationId, cosignatures[0].size);
      return `${note}${cosignatures.map(({ line }) => line).join('')}`;
    });
  }

  /** One of them for ever, as printed papers name it. */
  @Get('checkpoints/:file')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  checkpoint(@Param('slug') slug: string, @Param('file') file: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) => {
      const size = /^([1-9]\d{0,11})\.txt$/.exec(file)?.[1];
      if (size === undefined) throw new DomainError('audit.checkpoint-not-found');
      return (await checkpointOfSize(tx, organizationId, Number(size))).note;
    });
  }

  @Get('checkpoints.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  history(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) =>
      (await newestCheckpoints(tx, organizationId, HISTORY)).map(({ note }) => `${note}\n`).join(''),
    );
  }
}

async function stampOf(tx: Tx, organizationId: OrganizationId): Promise<StoredStamp> {
  const stamp = await newestStamp(tx, organizationId);
  if (!stamp) throw new DomainError('audit.stamp-not-found');
  return stamp;
}
