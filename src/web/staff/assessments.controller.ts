import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { AssessmentFormPage } from '../../../templates/web/pages/staff/assessment-form.page.js';
import { AssessmentPage } from '../../../templates/web/pages/staff/assessment.page.js';
import { unreadText } from '../../../templates/web/words/assessment-words.js';
import { FILE_MISSING } from '../../../templates/web/words/form-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { findAssessment } from '../../assessments/assessments.queries.js';
import { acceptProposal, dropProposal } from '../../assessments/decide-proposal.js';
import { saveAssessment } from '../../assessments/save-assessment.js';
import { DomainError } from '../../core/errors.js';
import { LEVELS } from '../../core/ita/rating.js';
import type { ReadAssessment } from '../../imports/read-assessment.js';
import { Desk, isOfficer } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { readAssessmentFor } from '../read-assessment-for.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { uploadedFile } from '../uploads.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import {
  assessmentFrom,
  assessmentProblems,
  typedAssessment,
  typedFrom,
  type TypedAssessment,
} from './assessment.form.js';
import { resultView } from './assessment.view.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { atFile } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class YearForm {
  @Text() fiscalYear = '';
}

class DecisionForm {
  @Text() findingKey = '';
  @Text() reason = '';
  @Text() idempotencyKey = '';
}

/** Results of ITA: look, enter or read from a file, and decide about the proposed measures. */
@ApiExcludeController()
@Controller('assessments')
export class AssessmentsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('fiscalYear') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { organizationId } = visitor;
      const years = await fiscalYearsOf(tx, organizationId);
      const fiscalYear = years.all.find((year) => String(year) === asked) ?? years.current - 1;
      const found = await findAssessment(tx, organizationId, fiscalYear);
      return AssessmentPage({
        frame: this.frames.of(request, me),
        fiscalYears: years.choices(me.organization.digits),
        fiscalYear: String(fiscalYear),
        result: found && (await resultView(tx, organizationId, found)),
        mayWrite: isOfficer(me),
        idempotencyKey: randomUUID(),
      });
    });
  }

  @Post('read')
  async read(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const fiscalYear = yearOf(readForm(YearForm, body).form.fiscalYear);
    const file = uploadedFile(request);
    const again = (problems: readonly FieldProblem[]) =>
      this.page(visitor, request, fiscalYear, { read: null, typed: null, problems });
    if (!file) return rejected(await again([{ field: 'file', sentence: FILE_MISSING }]));
    const work = async (): Promise<WebReply> => {
      const read = await readAssessmentFor((asked) => this.desk.at(visitor, asked), file);
      return this.page(visitor, request, fiscalYear, { read, typed: null, problems: [] });
    };
    return formOrRefusals(work, again, atFile);
  }

  @Get(':fiscalYear/edit')
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('fiscalYear') year: string): Promise<WebReply> {
    return this.page(visitor, request, yearOf(year), { read: null, typed: null, problems: [] });
  }

  @Post(':fiscalYear/edit')
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('fiscalYear') year: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const fiscalYear = yearOf(year);
    const typed = typedAssessment(body);
    const assessment = assessmentFrom(typed, fiscalYear);
    const seenVersion = typed.seenVersion === '' ? null : Number(typed.seenVersion);
    const { organizationId } = visitor;
    const work = async (): Promise<WebReply> => {
      await this.desk.at(visitor, (tx, { actor }) =>
        saveAssessment(tx, { organizationId, actor, seenVersion, assessment }),
      );
      leaveNotice(request, 'saved');
      return seeOther(`${links.assessments}?fiscalYear=${fiscalYear}`);
    };
    return formOrRefusals(
      work,
      (problems) => this.page(visitor, request, fiscalYear, { read: null, typed, problems }),
      assessmentProblems,
    );
  }

  @Post(':fiscalYear/proposals/:decision')
  async decide(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('fiscalYear') year: string,
    @Param('decision') decision: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const fiscalYear = yearOf(year);
    const { findingKey, reason, idempotencyKey } = readForm(DecisionForm, body).form;
    if (decision !== 'accept' && decision !== 'drop') throw new DomainError('request.not-found');
    const { organizationId } = visitor;
    await this.desk.at(visitor, async (tx, { actor }) => {
      const deciding = { organizationId, actor, fiscalYear, findingKey };
      if (decision === 'drop') return dropProposal(tx, { ...deciding, reason });
      const asked = { path: request.path, findingKey };
      await onceFor(tx, visitor, idempotencyKey || null, asked, async () => ({
        id: (await acceptProposal(tx, deciding)).id,
      }));
    });
    leaveNotice(request, 'saved');
    return seeOther(`${links.assessments}?fiscalYear=${fiscalYear}`);
  }

  private page(
    visitor: Visitor,
    request: Request,
    fiscalYear: number,
    {
      read,
      typed,
      problems,
    }: {
      readonly read: ReadAssessment | null;
      readonly typed: TypedAssessment | null;
      readonly problems: readonly FieldProblem[];
    },
  ): Promise<ReturnType<typeof AssessmentFormPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const found = await findAssessment(tx, visitor.organizationId, fiscalYear);
      const shown = read ?? found?.content;
      const version = String(found?.version ?? '');
      return AssessmentFormPage({
        frame: this.frames.of(request, me),
        fiscalYear: String(fiscalYear),
        levels: [{ value: '', label: 'ตามเกณฑ์' }, ...LEVELS.map((level) => ({ value: level, label: level }))],
        ...(typed ?? (shown ? typedFrom(shown, version) : typedAssessment({ seenVersion: version }))),
        unread: read && read.unread.map(({ row, text }) => unreadText(row, text)),
        problems,
      });
    });
  }
}

function yearOf(text: string): number {
  if (!/^2[4-7]\d\d$/.test(text)) throw new DomainError('request.not-found');
  return Number(text);
}
