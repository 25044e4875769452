import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { CatalogueWeightsPage } from '../../../templates/web/pages/staff/catalogue-weights.page.js';
import { CataloguePage } from '../../../templates/web/pages/staff/catalogue.page.js';
import { NO_TITLE, sourceText } from '../../../templates/web/words/catalogue-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { catalogueOf } from '../../assessments/catalogues.queries.js';
import { resetCatalogue, saveCatalogue } from '../../assessments/save-catalogue.js';
import { itemsOf, type CatalogueItem } from '../../core/ita/catalogue.js';
import { Desk, type Me } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { WeightsForm, weightChanges } from './catalogue.form.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

/** What the codes of a year mean in this agency; officers and administrators change it. */
@ApiExcludeController()
@Controller('assessments/catalogue')
export class CataloguesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  choose(@SignedIn() visitor: Visitor, @Query('fiscalYear') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx) => {
      const years = await fiscalYearsOf(tx, visitor.organizationId);
      return seeOther(links.catalogue(String(asked === undefined ? years.current : years.chosen(asked))));
    });
  }

  @Get(':fiscalYear')
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('fiscalYear') asked: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const years = await fiscalYearsOf(tx, visitor.organizationId);
      const fiscalYear = years.chosen(asked);
      const { items } = await catalogueOf(tx, visitor.organizationId, fiscalYear);
      const mayWrite = mayChange(me);
      return CataloguePage({
        frame: this.frames.of(request, me),
        fiscalYears: years.choices(me.organization.digits),
        fiscalYear: String(fiscalYear),
        lines: items.map((item) => lineOf(item, String(fiscalYear), mayWrite)),
        isChanged: items.some(({ isOwn }) => isOwn),
        mayWrite,
      });
    });
  }

  @Post(':fiscalYear/reset')
  async reset(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('fiscalYear') asked: string,
  ): Promise<WebReply> {
    const { organizationId } = visitor;
    const year = await this.desk.at(visitor, async (tx, { actor }) => {
      const fiscalYear = (await fiscalYearsOf(tx, organizationId)).chosen(asked);
      await resetCatalogue(tx, { organizationId, actor, fiscalYear });
      return String(fiscalYear);
    });
    leaveNotice(request, 'catalogue.save');
    return seeOther(links.catalogue(year));
  }

  @Get(':fiscalYear/weights')
  weights(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('fiscalYear') asked: string,
  ): Promise<WebReply> {
    return this.weightsPage(visitor, request, asked, null, []);
  }

  @Post(':fiscalYear/weights')
  async setWeights(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('fiscalYear') asked: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(WeightsForm, body);
    const { organizationId } = visitor;
    const again = (problems: readonly FieldProblem[]) => this.weightsPage(visitor, request, asked, form, problems);
    return formOrRefusals(async () => {
      const problems = await this.desk.at(visitor, async (tx, { actor }) => {
        const fiscalYear = (await fiscalYearsOf(tx, organizationId)).chosen(asked);
        const read = weightChanges(form, itemsOf(await catalogueOf(tx, organizationId, fiscalYear), 'instrument'));
        if (read.problems.length > 0) return read.problems;
        const { changes } = read;
        await onceFor(tx, visitor, form.idempotencyKey || null, { path: request.path, changes }, async () => {
          await saveCatalogue(tx, { organizationId, actor, fiscalYear, changes });
          return {};
        });
        return [];
      });
      if (problems.length > 0) return rejected(await again(problems));
      leaveNotice(request, 'catalogue.save');
      return seeOther(links.catalogue(asked));
    }, again);
  }

  private weightsPage(
    visitor: Visitor,
    request: Request,
    asked: string,
    typed: WeightsForm | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof CatalogueWeightsPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer', 'administrator');
      const fiscalYear = (await fiscalYearsOf(tx, visitor.organizationId)).chosen(asked);
      const instruments = itemsOf(await catalogueOf(tx, visitor.organizationId, fiscalYear), 'instrument');
      const typedPercents = new Map(Object.entries(typed ?? {}));
      return CatalogueWeightsPage({
        frame: this.frames.of(request, me),
        fiscalYear: String(fiscalYear),
        weights: instruments.map(({ code, title, weight }) => ({
          code,
          title: title ?? '',
          percent: String(typedPercents.get(code) ?? percent(weight)),
        })),
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

const mayChange = ({ actor }: Me): boolean =>
  actor.capacities.some((capacity) => capacity === 'officer' || capacity === 'administrator');

const percent = (weight: number | null): number => Math.round((weight ?? 0) * 10_000) / 100;

const lineOf = ({ kind, code, title, weight, ...source }: CatalogueItem, fiscalYear: string, mayWrite: boolean) => ({
  kind,
  code,
  title: title ?? NO_TITLE,
  weight: weight === null ? '' : `${percent(weight)} %`,
  source: sourceText(source),
  href: mayWrite ? links.catalogueLine(fiscalYear, kind, code) : null,
});
