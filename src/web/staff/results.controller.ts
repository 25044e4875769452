import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import type { ResultsFormProps } from '../../../templates/web/pages/staff/results-form.page.js';
import { EVIDENCE_WRONG } from '../../../templates/web/words/form-words.js';
import { recordResults } from '../../measures/save-measure.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { evidenceFromText, linesFromText } from './lines.form.js';
import { resultsPage } from './results.view.js';
import { StaffFrames } from './staff-frames.js';

class ResultsForm {
  @Text() results = '';
  @Text() outcomes = '';
  @Text() evidence = '';
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
}

@ApiExcludeController()
@Controller('measures/:id/results')
export class ResultsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.page(visitor, request, id, null, []);
  }

  @Post()
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(ResultsForm, body);
    const evidence = evidenceFromText(form.evidence);
    if (!evidence)
      return rejected(await this.page(visitor, request, id, form, [{ field: 'evidence', sentence: EVIDENCE_WRONG }]));
    try {
      await this.desk.at(visitor, (tx, me) =>
        onceFor(tx, visitor, form.idempotencyKey || null, { path: request.path, form: { ...form } }, async () => {
          const fields = { results: linesFromText(form.results), outcomes: linesFromText(form.outcomes), evidence };
          const { version } = await recordResults(tx, {
            organizationId: visitor.organizationId,
            actor: me.actor,
            measureId: id,
            seenVersion: Number(form.seenVersion),
            fields,
          });
          return { version };
        }),
      );
    } catch (error) {
      const problems = formProblems(error);
      if (!problems) throw error;
      return rejected(await this.page(visitor, request, id, form, problems));
    }
    leaveNotice(request, 'results');
    return seeOther(links.measure(id));
  }

  private page(
    visitor: Visitor,
    request: Request,
    id: string,
    typed: (ResultsFormProps['typed'] & { readonly seenVersion: string }) | null,
    problems: readonly FieldProblem[],
  ): ReturnType<typeof resultsPage> {
    return this.desk.at(visitor, (tx, me) =>
      resultsPage(tx, me, this.frames.of(request, me), { id, typed, problems, request }),
    );
  }
}
