import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { verifierKey } from '../../audit/signed-note.js';
import { DomainError } from '../../core/errors.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { latestCheckpoint, logKeys, newestCheckpoints } from '../../proofs/checkpoints.queries.js';
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

  @Get('checkpoints.txt')
  @Header('Content-Type', PLAIN)
  @Header('Cache-Control', FRESH)
  history(@Param('slug') slug: string): Promise<string> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId) =>
      (await newestCheckpoints(tx, organizationId, HISTORY)).map(({ note }) => `${note}\n`).join(''),
    );
  }
}
