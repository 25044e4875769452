import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { MeasureFormPage, type TypedMeasure } from '../../../templates/web/pages/staff/measure-form.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { indicatorChoices } from '../../../templates/web/words/measure-words.js';
import { SAVED_AT } from '../../../templates/web/words/now-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import type { MeasurePlan } from '../../core/measure/measure.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import { draftMeasure, editPlan } from '../../measures/save-measure.js';
import { divisionsOf } from '../../organizations/organizations.queries.js';
import { Desk, type Me } from '../desk.js';
import { measureDoor, type Sight } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { measureProof } from './item-proof.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm } from './form-reading.js';
import { MeasureForm, planFrom, typedFrom, typedFromPlan } from './measure.form.js';
import { StaffFrames } from './staff-frames.js';

@ApiExcludeController()
@Controller('measures')
export class MeasureFormController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get('new')
  blank(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const { current } = await fiscalYearsOf(tx, visitor.organizationId);
      const typed = typedFrom({ ...new MeasureForm(), fiscalYear: String(current) });
      return this.page(tx, me, request, { sight: null, typed });
    });
  }

  @Post('new')
  draft(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(MeasureForm, body);
    return this.saved(visitor, request, null, form, (tx, me, plan) =>
      draftMeasure(tx, {
        organizationId: visitor.organizationId,
        actor: me.actor,
        fiscalYear: Number(form.fiscalYear),
        content: { ...plan, results: [], outcomes: [], evidence: [] },
      }),
    );
  }

  @Get(':id/edit')
  edit(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('id') id: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      const sight = await measureDoor.see(tx, me, id);
      const typed = typedFromPlan(sight.item.fiscalYear, sight.item.content);
      return this.page(tx, me, request, { sight, typed });
    });
  }

  @Post(':id/edit')
  save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(MeasureForm, body);
    return this.saved(visitor, request, id, form, (tx, me, plan) =>
      editPlan(tx, {
        organizationId: visitor.organizationId,
        actor: me.actor,
        measureId: id,
        seenVersion: Number(form.seenVersion),
        fields: plan,
      }),
    );
  }

  private saved(
    visitor: Visitor,
    request: Request,
    id: string | null,
    form: MeasureForm,
    save: (tx: Tx, me: Me, plan: MeasurePlan) => Promise<MeasureRow>,
  ): Promise<WebReply> {
    const { idempotencyKey, seenVersion } = form;
    const typed = typedFrom(form);
    const again = async (tx: Tx, me: Me, problems: readonly FieldProblem[]) => {
      const sight = id === null ? null : await measureDoor.see(tx, me, id);
      return this.page(tx, me, request, { sight, typed, problems, seenVersion });
    };
    const work = (): Promise<WebReply> =>
      this.desk.at(visitor, async (tx, me) => {
        const divisions = await divisionsOf(tx, visitor.organizationId);
        const { plan, problems } = planFrom(typed, divisions, me.organization.digits);
        if (problems.length > 0) return rejected(await again(tx, me, problems));
        const asked = { path: request.path, typed };
        const { reply } = await onceFor(tx, visitor, idempotencyKey || null, asked, async () => ({
          id: (await save(tx, me, plan)).id,
        }));
        leaveNotice(request, 'saved');
        return seeOther(links.measure(reply.id));
      });
    const refused = (problems: readonly FieldProblem[]) => this.desk.at(visitor, (tx, me) => again(tx, me, problems));
    return formOrRefusals(work, refused, formProblems);
  }

  private async page(
    tx: Tx,
    me: Me,
    request: Request,
    { sight, typed, problems = [], seenVersion }: Shown,
  ): Promise<ReturnType<typeof MeasureFormPage>> {
    const { organizationId } = me.visitor;
    const { digits } = me.organization;
    const years = await fiscalYearsOf(tx, organizationId);
    const divisions = await divisionsOf(tx, organizationId);
    return MeasureFormPage({
      frame: this.frames.of(request, me),
      id: sight?.item.id ?? null,
      state: stateView('measure', sight?.item.state ?? 'draft', sight?.wasReturned),
      typed,
      fiscalYears: years.choices(digits),
      divisions: divisions.map(({ id, name }) => ({ value: id, label: name })),
      indicators: indicatorChoices(),
      idempotencyKey: randomUUID(),
      problems,
      ...(sight
        ? {
            ...measureProof(await measureDoor.findings(tx, me, sight.item), sight.item, me, request),
            seenVersion: seenVersion ?? String(sight.item.version),
            savedText: `${SAVED_AT} ${momentText(sight.item.updatedAt, digits)}`,
          }
        : {}),
      ...(sight?.wasReturned ? returnReason(sight) : {}),
    });
  }
}

interface Shown {
  /** Null before the measure exists. */
  readonly sight: Sight<MeasureRow> | null;
  readonly typed: TypedMeasure;
  readonly problems?: readonly FieldProblem[];
  /** What the form was opened with; the present version where it is left out. */
  readonly seenVersion?: string;
}

/** Why and by whom a draft was sent back. */
function returnReason({ history }: Sight): { returnReason?: { who: string; reason: string } } {
  const last = history.findLast(({ action }) => action === 'return');
  return last?.reason ? { returnReason: { who: last.person ?? '', reason: last.reason } } : {};
}
