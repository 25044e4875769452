import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { CatalogueLinePage } from '../../../templates/web/pages/staff/catalogue-line.page.js';
import { lineHeading, NEW_O_CODE } from '../../../templates/web/words/catalogue-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { catalogueOf } from '../../assessments/catalogues.queries.js';
import { saveCatalogue } from '../../assessments/save-catalogue.js';
import { DomainError } from '../../core/errors.js';
import type { CatalogueChange, CatalogueItem } from '../../core/ita/catalogue.js';
import type { Tx } from '../../database/unit-of-work.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { changeOf, codeOf, knownKind, lineProblems, LineForm } from './catalogue.form.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

interface Place {
  readonly fiscalYear: string;
  readonly kind: string;
  /** "new" adds an O-code. */
  readonly code: string;
}

const NEW = 'new';

/** One line of a year's catalogue: change, add, take out. */
@ApiExcludeController()
@Controller('assessments/catalogue/:fiscalYear/lines/:kind/:code')
export class CatalogueLinesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param() place: Place): Promise<WebReply> {
    return this.page(visitor, request, place, null, []);
  }

  @Post()
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() place: Place,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(LineForm, body);
    const problems = lineProblems(form, place.code === NEW);
    if (problems.length > 0) return rejected(await this.page(visitor, request, place, form, problems));
    const { title, idempotencyKey } = form;
    const verified = form.verified.includes('true');
    await this.change(visitor, request, place, idempotencyKey, (item) =>
      changeOf({ ...item, ...(place.code === NEW ? { code: codeOf(form.code) } : {}), title, verified }),
    );
    return seeOther(links.catalogue(place.fiscalYear));
  }

  @Post('remove')
  async remove(@SignedIn() visitor: Visitor, @Req() request: Request, @Param() place: Place): Promise<WebReply> {
    await this.change(visitor, request, place, '', (item) => ({ ...changeOf(item), isRemoved: true }));
    return seeOther(links.catalogue(place.fiscalYear));
  }

  private async change(
    visitor: Visitor,
    request: Request,
    place: Place,
    key: string,
    changed: (item: CatalogueItem) => CatalogueChange,
  ): Promise<void> {
    const { organizationId } = visitor;
    await this.desk.at(visitor, async (tx, { actor }) => {
      const { item, fiscalYear } = await lineAt(tx, visitor, place);
      const changes = [changed(item)];
      await onceFor(tx, visitor, key || null, { path: request.path, changes }, async () => {
        await saveCatalogue(tx, { organizationId, actor, fiscalYear, changes });
        return {};
      });
    });
    leaveNotice(request, 'catalogue.save');
  }

  private page(
    visitor: Visitor,
    request: Request,
    place: Place,
    typed: LineForm | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof CatalogueLinePage>> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer', 'administrator');
      const { item, fiscalYear } = await lineAt(tx, visitor, place);
      const isNew = place.code === NEW;
      return CatalogueLinePage({
        frame: this.frames.of(request, me),
        fiscalYear: String(fiscalYear),
        heading: isNew ? NEW_O_CODE : lineHeading(item.kind, item.code),
        action: links.catalogueLine(String(fiscalYear), item.kind, place.code),
        code: isNew ? (typed?.code ?? '') : null,
        title: typed?.title ?? item.title ?? '',
        verified: typed ? typed.verified.includes('true') : item.verified,
        mayRemove: !isNew && item.kind === 'o-code',
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

/** The line of an address, or a blank one for a new O-code. @throws DomainError request.not-found */
async function lineAt(
  tx: Tx,
  { organizationId }: Visitor,
  place: Place,
): Promise<{ item: CatalogueItem; fiscalYear: number }> {
  const kind = knownKind(place.kind);
  const fiscalYear = (await fiscalYearsOf(tx, organizationId)).chosen(place.fiscalYear);
  if (place.code === NEW) {
    return { fiscalYear, item: { kind: 'o-code', code: '', title: '', weight: null, verified: true, isOwn: true } };
  }
  const { items } = await catalogueOf(tx, organizationId, fiscalYear);
  const item = items.find((each) => each.kind === kind && each.code === place.code);
  if (!item) throw new DomainError('request.not-found');
  return { item, fiscalYear };
}
