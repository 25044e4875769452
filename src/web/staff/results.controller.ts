import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { ResultsFormProps } from '../../../templates/web/pages/staff/results-form.page.js';
import { EVIDENCE_WRONG } from '../../../templates/web/words/form-words.js';
import { recordResults } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { rejected, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { evidenceFromText } from './lines.form.js';
import { recordOnce } from './record-once.js';
import { readResults, typedResults } from './results.form.js';
import { resultsPage } from './results.view.js';
import { StaffFrames } from './staff-frames.js';

class ResultsForm {
  @Text() evidence = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

type Typed = ResultsFormProps['typed'] & { readonly seenVersion: string; readonly idempotencyKey: string };

@ApiExcludeController()
@Controller('measures/:id/results')
export class ResultsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Query('from') from: unknown,
  ): Promise<WebReply> {
    return this.page(visitor, request, id, null, [], from === 'interim');
  }

  @Post()
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const typed = { ...readForm(ResultsForm, body).form, ...typedResults(body) };
    if (typed.more !== '') return this.page(visitor, request, id, typed, []);
    const { value, problems: unread } = readResults(typed);
    const evidence = evidenceFromText(typed.evidence);
    const unlinked = evidence ? [] : [{ field: 'evidence', sentence: EVIDENCE_WRONG }];
    const wrong = [...unread, ...unlinked];
    if (!evidence || wrong.length > 0) return rejected(await this.page(visitor, request, id, typed, wrong));
    const recording = {
      measureId: id,
      typed,
      fields: { ...value, evidence },
      record: recordResults,
      notice: 'results',
    } as const;
    return formOrRefusals(
      () => recordOnce(this.desk, visitor, request, recording),
      (problems) => this.page(visitor, request, id, typed, problems),
      formProblems,
    );
  }

  private page(
    visitor: Visitor,
    request: Request,
    id: string,
    typed: Typed | null,
    problems: readonly FieldProblem[],
    fromInterim = false,
  ): ReturnType<typeof resultsPage> {
    return this.desk.at(visitor, (tx, me) =>
      resultsPage(tx, me, this.frames.of(request, me), { id, typed, fromInterim, problems, request }),
    );
  }
}
