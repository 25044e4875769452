import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { NOTHING_TYPED, type ExportFormProps } from '../../../templates/web/components/export-form.js';
import { links } from '../../../templates/web/links.js';
import { LogProofPage, type LogProofProps } from '../../../templates/web/pages/staff/log-proof.page.js';
import {
  checkpointView,
  exportRow,
  fiscalYearChoice,
  monthChoice,
  stampView,
  witnessView,
} from '../../../templates/web/words/log-proof-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { witnessKey } from '../../audit/cosignature.js';
import { verifierKey } from '../../audit/signed-note.js';
import { DomainError } from '../../core/errors.js';
import { isUuid } from '../../database/tenant.js';
import type { Tx } from '../../database/unit-of-work.js';
import { today } from '../../organizations/organizations.queries.js';
import { retryWork } from '../../outbox/retry-work.js';
import { askExport } from '../../proofs/ask-export.js';
import { checkpointedMonths, latestCheckpoint, logKeys, logSize } from '../../proofs/checkpoints.queries.js';
import { newestCosignatures, witnessStates } from '../../proofs/cosignatures.queries.js';
import { newestExports } from '../../proofs/export.queries.js';
import { loggedYears } from '../../proofs/period.js';
import { newestStamp } from '../../proofs/stamps.queries.js';
import { Desk, type Me } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { readExportForm } from './export-form.js';
import { StaffFrames } from './staff-frames.js';

const READERS = ['auditor', 'administrator'] as const;
const SHOWN_EXPORTS = 20;
const SHOWN_MONTHS = 36;

/** What proves the log to others: checkpoints, keys, bundles, proofs. For auditors and administrators. */
@ApiExcludeController()
@Controller('history')
export class LogProofController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get('proof')
  page(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.shown(visitor, request, { typed: NOTHING_TYPED, problems: [] });
  }

  @Post('exports')
  async ask(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { item, period, idempotencyKey, typed, problems } = readExportForm(body);
    if (problems.length > 0) return rejected(await this.shown(visitor, request, { typed, problems }));
    const { organizationId } = visitor;
    await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, idempotencyKey || null, { path: request.path, item, period }, async () => ({
        id: await askExport(tx, { organizationId, actor, item, period, request: visitor.request }),
      })),
    );
    leaveNotice(request, 'audit.export');
    return seeOther(links.logProof);
  }

  /** @param workId of the work that asks a witness */
  @Post('witnesses/:workId/retry')
  async askAgain(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('workId') workId: string,
  ): Promise<WebReply> {
    if (!isUuid(workId)) throw new DomainError('work.not-found', { workId });
    await this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      const { personId, posts } = actor;
      return retryWork(tx, visitor.organizationId, workId, { personId, postId: posts[0]?.postId });
    });
    leaveNotice(request, 'retried');
    return seeOther(links.logProof);
  }

  private shown(
    visitor: Visitor,
    request: Request,
    asked: Pick<ExportFormProps, 'typed' | 'problems'>,
  ): Promise<VNode> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, ...READERS);
      const { digits } = me.organization;
      const checkpoint = await latestCheckpoint(tx, organizationId);
      const stamp = await newestStamp(tx, organizationId);
      const exports = await newestExports(tx, organizationId, SHOWN_EXPORTS);
      const years = await loggedYears(tx, organizationId, await today(tx));
      const key = (await logKeys(tx, organizationId)).at(-1)?.key;
      return LogProofPage({
        frame: this.frames.of(request, me),
        checkpoint: checkpoint && checkpointView(checkpoint, await logSize(tx, organizationId), digits),
        stamp: stamp && stampView(stamp, digits),
        ...(await witnessesFor(tx, me, checkpoint?.size ?? 0)),
        months: (await checkpointedMonths(tx, organizationId, SHOWN_MONTHS)).map((month) => monthChoice(month, digits)),
        logKey: key ? verifierKey(key) : null,
        publicKeyHref: links.publicLogKey(me.organization.slug),
        exports: exports.map((each) => exportRow(each, digits)),
        form: { ...asked, years: years.map((year) => fiscalYearChoice(year, digits)), idempotencyKey: randomUUID() },
      });
    });
  }
}

/** The witnesses, and where what they said is published. */
async function witnessesFor(
  tx: Tx,
  { actor, organization, visitor }: Me,
  checkpointSize: number,
): Promise<Pick<LogProofProps, 'witnesses' | 'cosignedHref'>> {
  const { organizationId } = visitor;
  const mayRetry = actor.capacities.includes('administrator');
  const states = await witnessStates(tx, organizationId);
  const isCosigned = (await newestCosignatures(tx, organizationId)).length > 0;
  return {
    witnesses: states.map((state) =>
      witnessView(state, { key: witnessKey(state), checkpointSize, mayRetry }, organization.digits),
    ),
    cosignedHref: isCosigned ? links.publicCosignedCheckpoint(organization.slug) : null,
  };
}
