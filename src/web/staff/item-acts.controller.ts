import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ActPage } from '../../../templates/web/pages/staff/act.page.js';
import type { ComparisonView } from '../../../templates/web/components/comparison.js';
import type { OverridesView } from '../../../templates/web/components/item-talk.js';
import type { ReturnFieldsView } from '../../../templates/web/components/return-fields.js';
import { returnPlaces } from '../../../templates/web/words/return-words.js';
import { KIND_LABELS, stateView } from '../../../templates/web/words/item-words.js';
import { consequenceOf, EMERGENCY_CONSEQUENCE, emergencyLabel } from '../../../templates/web/words/now-words.js';
import { DomainError } from '../../core/errors.js';
import { ConfirmIdentity } from '../confirm-identity.js';
import { isProofread } from '../../proofreading/act-checked.js';
import { proofVerdict } from '../../proofreading/proof-verdict.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import { Desk, type Me } from '../desk.js';
import { doorAt, measureDoor, type ItemDoor, type Section, type Sight } from '../item-doors.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { onceFor } from '../visitor-key.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { ActForm } from './act.form.js';
import { comparisonFor } from './amendment.view.js';
import { overridesOf } from './item-talk.js';
import { findingList } from './findings.view.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

/** Every deed of every kind of item: one address, one form, one way to refuse. */
@ApiExcludeController()
@Controller(':section')
export class ItemActsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(ConfirmIdentity) private readonly identity: ConfirmIdentity,
  ) {}

  @Get(':id/acts/:deed')
  async ask(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() place: Record<'section' | 'id' | 'deed', string>,
    @Query('version') version?: string,
    @Query('hash') hash?: string,
    @Query('override') override?: string,
  ): Promise<WebReply> {
    const form = Object.assign(new ActForm(), {
      seenVersion: version ?? '',
      shownHash: hash ?? '',
      override: override ?? '',
    });
    return this.page(visitor, request, place, form, []);
  }

  @Post(':id/acts/:deed')
  async act(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param() place: Record<'section' | 'id' | 'deed', string>,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(ActForm, body);
    const door = doorAt(place.section);
    const work = async (): Promise<WebReply> => {
      const proven = door.signs(place.deed)
        ? await this.identity.beforeSigning(request, visitor, form.password)
        : visitor;
      await this.desk.at(proven, (tx, me) =>
        onceFor(tx, proven, form.idempotencyKey || null, { path: request.path, ...form.decision() }, async () => {
          const { version } = await door.act(tx, me, place.id, place.deed, form.decision());
          return { version };
        }),
      );
      leaveNotice(request, place.deed);
      return seeOther(links.item(place.section, place.id));
    };
    const again = (problems: readonly FieldProblem[]) => this.page(visitor, request, place, form, problems);
    return formOrRefusals(work, again, (error) => (mayAskAgain(error) ? formProblems(error) : null));
  }

  private page(
    visitor: Visitor,
    request: Request,
    { section, id, deed }: Record<'section' | 'id' | 'deed', string>,
    form: ActForm,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ActPage>> {
    const door = doorAt(section);
    const { label, asksReason } = door.deed(deed);
    const isEmergency = form.override === 'true';
    return this.desk.at(visitor, async (tx, me) => {
      const sight = await door.see(tx, me, id);
      const { item, wasReturned } = sight;
      const { errors } = proofVerdict(isProofread(deed) ? await door.findings(tx, me, item) : []);
      return ActPage({
        frame: this.frames.of(request, me),
        section: section as Section, // doorAt() knows it
        kind: KIND_LABELS[door.name],
        itemTitle: item.title,
        itemHref: links.item(section, id),
        state: stateView(door.name, item.state, wasReturned),
        deedLabel: isEmergency ? emergencyLabel(label) : label,
        action: links.act(section, id, deed),
        consequence: isEmergency ? EMERGENCY_CONSEQUENCE : consequenceOf(deed),
        asksReason: asksReason || isEmergency,
        isEmergency,
        ...(door.returns(deed) ? { back: backTo(sight, form, me.organization.digits) } : {}),
        ...(await shownBeside(tx, me, request, { section, door, sight })),
        reason: form.reason,
        ...(errors.length > 0
          ? { proof: findingList(errors, { hrefOf: () => null }), overrideReason: form.overrideReason }
          : {}),
        asksPassword: door.signs(deed) && !isFresh(visitor),
        seenVersion: form.seenVersion || String(item.version),
        shownHash: form.shownHash || item.contentHash,
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

/** Where a return may go, and why. */
const backTo = ({ returnSteps, turn }: Sight, form: ActForm, digits: DigitStyle): ReturnFieldsView => ({
  reasonCode: form.reasonCode || 'other',
  places: returnPlaces(returnSteps, turn.slots, digits),
  backToStep: form.backToStep,
});

interface Shown {
  readonly section: string;
  readonly door: ItemDoor;
  readonly sight: Sight;
}

/** What a decision has to know besides the text: emergencies nobody ratified, and what an amendment changes. */
async function shownBeside(
  tx: Tx,
  me: Me,
  request: Request,
  { section, door, sight }: Shown,
): Promise<{ overrides: OverridesView; comparison?: ComparisonView }> {
  const overrides = await overridesOf(tx, me, request, section, sight.item.id);
  if (door.name !== measureDoor.name) return { overrides };
  return { overrides, ...(await comparisonFor(tx, me, sight.item as MeasureRow)) }; // by its door
}

const ASKED_AGAIN = new Set([
  'lifecycle.reason-missing',
  'proofreading.errors-found',
  'sign-in.confirm',
  'sign-in.failed',
  'sign-in.too-many-attempts',
]);

/** A missing reason or password is asked for again; every other refusal is told on a page of its own. */
const mayAskAgain = (error: unknown): boolean =>
  error instanceof DomainError &&
  (ASKED_AGAIN.has(error.code) ||
    error.code.startsWith('input.') ||
    String(error.details.problems) === 'lifecycle.reason-missing');
