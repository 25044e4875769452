import { DomainError } from '../../src/core/errors.js';
import { decide } from '../../src/core/lifecycle/lifecycle.js';
import { slotsFilled, type Slot } from '../../src/core/route/route.js';
import { stageInLife } from '../../src/approvals/item-kind.js';
import type { ListedKind } from '../../src/approvals/waiting-turns.queries.js';
import { judge } from '../../src/approvals/judge-deed.js';
import { RATIFIERS } from '../../src/approvals/overrides.js';
import { handableBy } from '../../src/approvals/reassign.js';
import { deedMeant } from '../../src/approvals/return-to-step.js';
import { isComplete, slotsFor } from '../../src/approvals/turn.js';
import { isNotSpent } from '../../src/core/measure/measure.guards.js';
import { planOf, type MeasureContent } from '../../src/core/measure/measure.js';
import { ROUTES } from './agency-model.js';
import type { Person } from './cast.js';
import { interimWords, measureWords, planWords, resultWords } from './contents.js';
import { CoreAgency, type Bent } from './core-agency.js';
import { AGENCY, CoreItem } from './core-item.js';
import { refused, type Outcome } from './deed-model.js';
import type { System } from './walk.js';
import { DONE, FIRST_PLAN, type Look, type Step, type Which } from './world.js';

const OPEN = ['draft', 'division_review', 'executive_review'];

/**
 * The product's pure rules, put together in memory as approvals puts them together around the database: lifecycle tables,
 * guards, routes, acting orders, four eyes, overrides, returns and hand-ons are the real ones. Refuses before it changes.
 */
export class CoreSystem implements System {
  private readonly agency: CoreAgency;
  private readonly items: Record<Which, CoreItem | null>;
  private overrides: { readonly person: string; readonly item: CoreItem }[] = [];

  constructor(
    private readonly kind: ListedKind,
    bent: Bent = {},
  ) {
    this.agency = new CoreAgency(bent);
    const words = measureWords(FIRST_PLAN, { word: 0, lacks: null }, (head) => head);
    const content = kind.name === 'measure' ? words : { measures: [words], gaps: [], gapsAcknowledged: false };
    this.items = {
      first: new CoreItem(kind, this.agency, { id: 'first', content, author: 'officer' }),
      amendment: null,
    };
    this.item('first').facts = () => ({ openAmendment: OPEN.includes(this.items.amendment?.row.state ?? '') });
  }

  run(step: Step): Outcome {
    try {
      return this.done(step);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { problems } = error.details;
      return refused(...(Array.isArray(problems) ? problems.map(String) : [error.code]));
    }
  }

  look(which: Which, person: Person): Look | null {
    return this.items[which]?.look(person) ?? null;
  }

  private done(step: Step): Outcome {
    switch (step.name) {
      case 'deed':
        return this.deed(this.item(step.item), step);
      case 'edit':
        return this.write(
          step,
          'draft',
          'edit_plan',
          planWords(step.plan, (head) => head),
        );
      case 'record':
        return this.write(step, 'approved', 'record_results', resultWords(step.results));
      case 'record interim':
        return this.write(step, 'approved', 'record_interim', { interim: interimWords(step.word) });
      case 'amend':
        return this.amend(step.person);
      case 'reassign':
        return this.handOn(this.item(step.item), step);
      case 'order':
        return this.told(this.agency.order(step));
      case 'revoke':
        return this.told(this.agency.revoke(step.nth));
      case 'leave':
        this.agency.leave(step.person);
        return DONE;
      case 'come back':
        this.agency.comeBack(step.person);
        return DONE;
      case 'route':
        this.require(step.person, ['administrator']);
        return this.told(this.agency.saveRoute('measure', ROUTES[step.route]));
      case 'ratify':
        return this.ratify(step.person);
      case 'publish':
        return this.asProduct(this.item('first'), 'publish');
      case 'tomorrow':
        this.agency.tomorrow();
        return DONE;
    }
  }

  private deed(item: CoreItem, { deed, given }: Extract<Step, { name: 'deed' }>): Outcome {
    const { kind } = this;
    const { person } = given;
    const turn = item.turn();
    const command = deedMeant(kind, item.row, turn, this.commandOf(item, deed, given));
    const mine = slotsFor(turn, person);
    const { effects, overridden } = judge(kind, { ...item.row, ...item.facts() }, turn, mine, command);
    const stage = stageInLife(kind, turn.stage, item.row);
    const { backToStep = null, transition } = command;
    const signs = stage?.act === transition;
    const signatures = slotsFilled(turn.steps, mine).map(({ step, postId }) => ({ step, postId, personId: person }));
    const completes = signs && isComplete(turn, signatures);
    const amends = completes && effects.includes('apply-amendment') && item.row.amendsId !== null;
    if (overridden) this.flag(item, person);
    if (signs) item.affirmed.push(...signatures);
    else if (backToStep !== null) item.affirmed = item.affirmed.filter(({ step }) => step < backToStep);
    if (signs && stage.completes === transition && !completes) {
      item.note(transition, person);
      return item.standing;
    }
    if (effects.includes('start-round')) item.startRound(person);
    // amendments are measures
    if (amends) this.item('first').rewrite(planOf(item.row.content as MeasureContent), 'amend', person);
    item.move(transition, person);
    item.afterwards(effects);
    return completes && stage.completes !== transition ? this.asProduct(item, stage.completes) : item.standing;
  }

  private commandOf(item: CoreItem, transition: string, given: Extract<Step, { name: 'deed' }>['given']) {
    return {
      organizationId: AGENCY,
      itemId: item.row.id,
      transition,
      actor: this.agency.actor(given.person),
      seenVersion: null,
      shownHash: item.row.contentHash,
      reason: given.hasReason ? 'เหตุผล' : null,
      backToStep: given.backTo,
      override: given.override,
    };
  }

  private handOn(item: CoreItem, { by, step, post, to, hasReason }: Extract<Step, { name: 'reassign' }>): Outcome {
    const turn = item.turn();
    const isAsked = (slot: Slot): boolean => slot.step === step && slot.postId === post;
    if (!turn.open.some(isAsked)) return refused('lifecycle.wrong-state');
    const handable = handableBy(this.agency.actor(by), item.row, turn).find(({ slot }) => isAsked(slot));
    if (!handable) return refused('permission.denied');
    if (!handable.people.some(({ personId }) => personId === to)) return refused('route.not-to-them');
    if (!hasReason) return refused('lifecycle.reason-missing');
    const words = { key: '', name: to, by, reason: 'ลา' };
    item.handed.unshift({ ...words, step, postId: post, personId: to }); // the newest counts
    item.note('reassign', by);
    return item.standing;
  }

  private asProduct(item: CoreItem, transition: string): Outcome {
    const act = { actor: { personId: null, capacities: ['system'] as const } };
    const decision = decide(this.kind.lifecycle, transition, { ...item.row, authors: [], decidedBy: [] }, act);
    if (!decision.allowed) throw new DomainError('item.refused', { problems: decision.problems });
    item.move(transition, null);
    item.afterwards(decision.effects);
    return item.standing;
  }

  private flag(item: CoreItem, person: string): void {
    this.overrides.push({ person, item });
    item.note('override', person);
  }

  private write(
    { item: which, person, isStale }: Extract<Step, { name: 'edit' | 'record' | 'record interim' }>,
    state: string,
    action: string,
    words: object,
  ): Outcome {
    this.require(person, ['officer']);
    const item = this.item(which);
    if (isStale) throw new DomainError('item.changed-meanwhile');
    if (item.row.state !== state) throw new DomainError('item.refused', { problems: ['lifecycle.wrong-state'] });
    const problems = isNotSpent(item.row);
    if (problems.length > 0) throw new DomainError('item.refused', { problems });
    item.rewrite(words, action, person);
    return item.standing;
  }

  private amend(person: Person): Outcome {
    this.require(person, ['officer']);
    this.requireApproved();
    const open = this.items.amendment;
    if (open && OPEN.includes(open.row.state)) throw new DomainError('amendment.exists');
    const { content, id: amendsId } = this.item('first').row;
    const amendment = new CoreItem(this.kind, this.agency, { id: 'amendment', content, author: person, amendsId });
    amendment.facts = () => ({ baseState: this.item('first').row.state });
    this.items.amendment = amendment;
    return amendment.standing;
  }

  private ratify(person: Person): Outcome {
    this.require(person, RATIFIERS);
    const [oldest] = this.overrides;
    if (oldest === undefined) throw new DomainError('override.not-open');
    if (oldest.person === person) throw new DomainError('override.own');
    this.overrides = this.overrides.slice(1);
    oldest.item.note('override.ratify', person);
    return DONE;
  }

  private require(person: Person, capacities: readonly string[]): void {
    const held = this.agency.actor(person).capacities;
    if (!held.some((capacity) => capacities.includes(capacity))) throw new DomainError('permission.denied');
  }

  private requireApproved(): void {
    const { state } = this.item('first').row;
    if (state !== 'approved') throw new DomainError('item.refused', { problems: ['lifecycle.wrong-state'] });
  }

  private told(problems: readonly string[]): Outcome {
    return problems.length > 0 ? refused(...problems) : DONE;
  }

  private item(which: Which): CoreItem {
    const item = this.items[which];
    if (!item) throw new Error(`the walk knows no ${which}`);
    return item;
  }
}
