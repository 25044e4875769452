import { Body, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { Request } from 'express';
import type { AssessmentRow } from '../../assessments/assessment.entities.js';
import { explainAssessment, findAssessment, listAssessments } from '../../assessments/assessments.queries.js';
import { acceptProposal, dropProposal } from '../../assessments/decide-proposal.js';
import { proposeMeasures } from '../../assessments/proposals.queries.js';
import { saveAssessment } from '../../assessments/save-assessment.js';
import { DomainError } from '../../core/errors.js';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk } from '../desk.js';
import { readAssessmentFor } from '../read-assessment-for.js';
import { requiredFile } from '../uploads.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import {
  AssessmentReply,
  AssessmentSummary,
  DropBody,
  ProposalReply,
  ReadAssessmentReply,
  SaveAssessmentBody,
} from './assessment.dto.js';
import { FiscalYearParam } from './fiscal-year.param.js';
import { ItemActs } from './item-acts.js';
import { MovedReply } from './item.dto.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { ASSESSMENT_REFUSALS, IMPORT_REFUSALS, PROPOSAL_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

const FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Results of ITA by year, and the measures they propose for the year after. */
@ApiDoor('assessments', 'Assessments')
export class AssessmentsApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
    @Inject(ItemActs) private readonly acts: ItemActs,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The newest version of each year’s result, newest year first' })
  @ApiOkResponse({ type: [AssessmentSummary] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<AssessmentSummary[]> {
    return this.desk.at(visitor, async (tx) => (await listAssessments(tx, visitor.organizationId)).map(summaryOf));
  }

  @Post('preview')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiOperation({ summary: 'What a file says of a result; nothing is written' })
  @ApiOkResponse({ type: ReadAssessmentReply })
  @Refuses(...IMPORT_REFUSALS)
  async preview(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<ReadAssessmentReply> {
    const file = requiredFile(request);
    const read = await readAssessmentFor((work) => this.desk.at(visitor, work), file);
    const { indicators, recommendations, missing, unread } = read;
    return {
      ...read,
      indicators: [...indicators],
      recommendations: [...recommendations],
      missing: [...missing],
      unread: [...unread],
    };
  }

  @Get(':fiscalYear')
  @ApiOperation({ summary: 'A year’s result, why its level is what it is, and what is doubtful' })
  @ApiOkResponse({ type: AssessmentReply })
  @Refuses('assessment.not-found')
  show(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<AssessmentReply> {
    return this.desk.at(visitor, async (tx) => {
      const found = await findAssessment(tx, visitor.organizationId, fiscalYear);
      if (!found) throw new DomainError('assessment.not-found', { fiscalYear });
      return replyOf(tx, visitor, found);
    });
  }

  @Put(':fiscalYear')
  @ApiOperation({ summary: 'Records a year’s result as a new version' })
  @ApiOkResponse({ type: AssessmentReply })
  @Refuses(...ASSESSMENT_REFUSALS)
  save(
    @SignedIn() visitor: Visitor,
    @FiscalYearParam() fiscalYear: number,
    @Body() { seenVersion, ...given }: SaveAssessmentBody,
  ): Promise<AssessmentReply> {
    const { organizationId } = visitor;
    const assessment: unknown = JSON.parse(JSON.stringify({ ...given, fiscalYear })); // plain, as the schema expects it
    return this.desk.at(visitor, async (tx, { actor }) =>
      replyOf(tx, visitor, await saveAssessment(tx, { organizationId, actor, seenVersion, assessment })),
    );
  }

  @Get(':fiscalYear/proposals')
  @ApiOperation({ summary: 'What the result proposes for the measures of the year after' })
  @ApiOkResponse({ type: [ProposalReply] })
  @Refuses('assessment.not-found')
  proposals(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<ProposalReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const proposals = await proposeMeasures(tx, visitor.organizationId, fiscalYear);
      return proposals.map(({ finding, ...rest }) => ({ ...finding, texts: [...finding.texts], ...rest }));
    });
  }

  @Post(':fiscalYear/proposals/:key/accept')
  @ApiOperation({ summary: 'Drafts the proposed measure in the year after' })
  @ApiCreatedResponse({ type: MovedReply })
  @WithIdempotencyKey()
  @Refuses(...PROPOSAL_REFUSALS, 'idempotency.still-running', 'idempotency.key-reused')
  accept(
    @Keyed() call: KeyedCall,
    @FiscalYearParam() fiscalYear: number,
    @Param('key') findingKey: string,
  ): Promise<MovedReply> {
    const { organizationId } = call.visitor;
    return this.acts.write(call, (tx, { actor }) =>
      acceptProposal(tx, { organizationId, actor, fiscalYear, findingKey }),
    );
  }

  @Post(':fiscalYear/proposals/:key/drop')
  @HttpCode(204)
  @ApiOperation({ summary: 'Decides against a proposed measure, with the reason' })
  @ApiNoContentResponse()
  @WithIdempotencyKey()
  @Refuses(...PROPOSAL_REFUSALS, 'lifecycle.reason-missing')
  drop(
    @Keyed() call: KeyedCall,
    @FiscalYearParam() fiscalYear: number,
    @Param('key') findingKey: string,
    @Body() { reason }: DropBody,
  ): Promise<void> {
    const { organizationId } = call.visitor;
    return this.keyed.silently(call, (tx, { actor }) =>
      dropProposal(tx, { organizationId, actor, fiscalYear, findingKey, reason }),
    );
  }
}

const summaryOf = ({ fiscalYear, version, content, savedAt }: AssessmentRow): AssessmentSummary => ({
  fiscalYear,
  version,
  overall: content.overall,
  level: content.level,
  savedAt: savedAt.toISOString(),
});

async function replyOf(tx: Tx, { organizationId }: Visitor, row: AssessmentRow): Promise<AssessmentReply> {
  const { reason, doubts } = await explainAssessment(tx, organizationId, row.content);
  return { ...summaryOf(row), content: row.content, reason, doubts: [...doubts] };
}
