import { DomainError } from '../../src/core/errors.js';
import { decide, offers } from '../../src/core/lifecycle/lifecycle.js';
import type { Affirmation, Slot } from '../../src/core/route/route.js';
import { contentHash } from '../../src/approvals/content-hash.js';
import type { ListedItem, ListedKind } from '../../src/approvals/inbox.queries.js';
import { judge, judged } from '../../src/approvals/judge-deed.js';
import { deedMeant } from '../../src/approvals/return-to-step.js';
import { RATIFIERS } from '../../src/approvals/overrides.js';
import { isComplete, slotsFor, stageOf, turnFrom, type Turn } from '../../src/approvals/turn.js';
import { isNotSpent } from '../../src/core/measure/measure.guards.js';
import { planOf, type MeasureContent } from '../../src/core/measure/measure.js';
import { organizationId } from '../../src/database/tenant.js';
import { slotsOf } from '../../src/organizations/who-may-act.queries.js';
import { ROUTES } from './agency-model.js';
import type { Kind, Person } from './cast.js';
import { measureWords, planWords, resultWords } from './contents.js';
import { CoreAgency, type Bent } from './core-agency.js';
import { DEEDS, refused, type Outcome } from './deed-model.js';
import type { System } from './walk.js';
import { DONE, type Look, type Step, type Which } from './world.js';

interface Event {
  readonly action: string;
  readonly person: string | null;
  readonly toState: string;
  readonly changesText: boolean;
}

/** An item with its log and the signatures that count. */
interface Held {
  row: ListedItem & { amendsId: string | null };
  log: Event[];
  affirmed: Affirmation[];
}

const AGENCY = organizationId('00000000-0000-7000-8000-000000000000');
const OPEN = ['draft', 'division_review', 'executive_review'];

/**
 * The product's pure rules, put together in memory as approvals puts them together around the database: lifecycle tables,
 * guards, routes, acting orders, four eyes, overrides and returns are the real ones.
 */
export class CoreSystem implements System {
  private readonly agency: CoreAgency;
  private items: Record<Which, Held | null>;
  private overrides: string[] = [];

  constructor(
    private readonly kind: ListedKind,
    bent: Bent = {},
  ) {
    this.agency = new CoreAgency(bent);
    const words = measureWords(
      { word: 0, lacks: null, divisions: ['head-finance', 'head-works'] },
      { word: 0, lacks: null },
      (head) => head,
    );
    const content = kind.name === 'measure' ? words : { measures: [words], gaps: [], gapsAcknowledged: false };
    this.items = { first: this.drafted('first', content, 'officer', null), amendment: null };
  }

  run(step: Step): Outcome {
    try {
      return this.done(step); // refuses before it changes anything
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { problems } = error.details;
      return refused(...(Array.isArray(problems) ? problems.map(String) : [error.code]));
    }
  }

  look(which: Which, person: Person): Look | null {
    const held = this.items[which];
    if (!held) return null;
    const turn = this.turn(held);
    const capacities = [
      ...this.agency.actor(person).capacities,
      ...(slotsFor(turn, person).length > 0 ? ['signer' as const] : []),
    ];
    const offered = offers(this.kind.lifecycle, { ...held.row, ...judged(turn) }, { personId: person, capacities });
    return {
      state: held.row.state,
      version: held.row.version,
      history: held.log.map(({ action }) => action),
      waiting: turn.open
        .map(
          ({ postId, holders }) =>
            `${postId}: ${holders
              .map(({ personId }) => personId)
              .sort()
              .join(' ')}`,
        )
        .sort(),
      deeds: offered
        .filter(({ name }) => name in DEEDS[held.row.amendsId ? 'measure' : this.name])
        .map(({ name, problems }) => (problems.length > 0 ? `${name} (${[...problems].sort().join(' ')})` : name))
        .sort(),
    };
  }

  private get name(): Kind {
    return this.kind.name;
  }

  private done(step: Step): Outcome {
    switch (step.name) {
      case 'deed':
        return this.deed(this.held(step.item), step);
      case 'edit':
        return this.write(
          step,
          'draft',
          'edit_plan',
          planWords(step.plan, (head) => head),
        );
      case 'record':
        return this.write(step, 'approved', 'record_results', resultWords(step.results));
      case 'amend':
        return this.amend(step.person);
      case 'order':
        return this.told(this.agency.order(step));
      case 'revoke':
        return this.told(this.agency.revoke(step.nth));
      case 'route':
        this.require(step.person, ['administrator']);
        this.agency.saveRoute('measure', ROUTES[step.route]);
        return DONE;
      case 'ratify':
        return this.ratify(step.person);
      case 'publish':
        return this.asProduct(this.held('first'), 'publish');
      case 'tomorrow':
        this.agency.tomorrow();
        return DONE;
    }
  }

  private deed(held: Held, { deed, given }: Extract<Step, { name: 'deed' }>): Outcome {
    const { kind } = this;
    const actor = this.agency.actor(given.person);
    const turn = this.turn(held);
    const command = deedMeant(kind, held.row, turn, {
      organizationId: AGENCY,
      itemId: held.row.id,
      transition: deed,
      actor,
      seenVersion: null,
      shownHash: held.row.contentHash,
      reason: given.hasReason ? 'เหตุผล' : null,
      backToStep: given.backTo,
      override: given.override,
    });
    const mine = slotsFor(turn, given.person);
    const { effects, overridden } = judge(kind, held.row, turn, mine, command);
    const stage = turn.stage ? kind.stages[turn.stage] : undefined;
    const { backToStep = null, transition } = command;
    const signs = stage?.act === transition;
    const signatures = mine.map(({ step, postId }: Slot) => ({ step, postId, personId: given.person }));
    const completes = signs && isComplete(turn, signatures);
    const amends = completes && effects.includes('apply-amendment') ? held.row.amendsId : null;
    if (amends) this.requireApproved();
    if (overridden) this.flag(held, given.person);
    if (signs) held.affirmed.push(...signatures);
    else if (backToStep !== null) held.affirmed = held.affirmed.filter(({ step }) => step < backToStep);
    if (signs && stage.completes === transition && !completes) {
      this.note(held, transition, given.person);
      return standing(held);
    }
    if (effects.includes('start-round')) this.startRound(held, given.person);
    if (amends) this.applyAmendment(held, given.person);
    this.move(held, transition, given.person);
    return completes && stage.completes !== transition ? this.asProduct(held, stage.completes) : standing(held);
  }

  private turn({ row, log, affirmed }: Held): Turn {
    const { kind } = this;
    const stage = stageOf(kind, row.state);
    const steps = this.agency.routes.get(row.routeId ?? '');
    if (!stage || !steps) {
      return { stage: null, steps: [], slots: [], open: [], affirmed: [], decidedBy: [], authors: [] };
    }
    const slots = slotsOf(this.agency.directory(), steps, kind.responsible(row), kind.name);
    const authors = log
      .filter(
        ({ toState, changesText, action }) =>
          toState === kind.stages[stage]?.writtenIn && changesText && action !== 'amend',
      )
      .map(({ person }) => person ?? '');
    return turnFrom({ stage, steps, slots, affirmed, authors, handed: [] });
  }

  private startRound({ row, ...held }: Held, person: string): void {
    held.affirmed.length = 0;
    row.round += 1;
    row.routeId ??= this.agency.currentRoute(this.name);
    row.submittedBy = person;
  }

  private applyAmendment({ row }: Held, person: string): void {
    const first = this.held('first');
    this.rewrite(first, planOf(row.content as MeasureContent)); // amendments are measures
    first.row.version += 1;
    this.note(first, 'amend', person, true);
  }

  private asProduct(held: Held, transition: string): Outcome {
    const act = { actor: { personId: null, capacities: ['system'] as const } };
    const decision = decide(this.kind.lifecycle, transition, { ...held.row, authors: [], decidedBy: [] }, act);
    if (!decision.allowed) throw new DomainError('item.refused', { problems: decision.problems });
    this.move(held, transition, null);
    return standing(held);
  }

  private move(held: Held, transition: string, person: string | null): void {
    held.row.state = this.kind.lifecycle.transitions[transition]?.to ?? '';
    held.row.version += 1;
    this.note(held, transition, person);
  }

  private note({ log, row }: Held, action: string, person: string | null, changesText = false): void {
    log.push({ action, person, toState: row.state, changesText });
  }

  private flag(held: Held, person: string): void {
    this.overrides.push(person);
    this.note(held, 'override', person);
  }

  private write(
    { item, person, isStale }: Extract<Step, { name: 'edit' | 'record' }>,
    state: string,
    action: string,
    words: object,
  ): Outcome {
    this.require(person, ['officer']);
    const held = this.held(item);
    if (isStale) throw new DomainError('item.changed-meanwhile');
    if (held.row.state !== state) throw new DomainError('item.refused', { problems: ['lifecycle.wrong-state'] });
    const problems = isNotSpent(held.row);
    if (problems.length > 0) throw new DomainError('item.refused', { problems });
    const changesText = this.rewrite(held, words);
    held.row.version += 1;
    this.note(held, action, person, changesText);
    return standing(held);
  }

  private rewrite({ row }: Held, words: object): boolean {
    const before = row.contentHash;
    row.content = { ...row.content, ...words };
    row.contentHash = contentHash(row.content);
    return row.contentHash !== before;
  }

  private amend(person: Person): Outcome {
    this.require(person, ['officer']);
    const { row } = this.held('first');
    this.requireApproved();
    const open = this.items.amendment;
    if (open && OPEN.includes(open.row.state)) throw new DomainError('amendment.exists');
    this.items.amendment = this.drafted('amendment', row.content, person, row.id);
    return standing(this.items.amendment);
  }

  private ratify(person: Person): Outcome {
    this.require(person, RATIFIERS);
    const [oldest] = this.overrides;
    if (oldest === undefined) throw new DomainError('override.not-open');
    if (oldest === person) throw new DomainError('override.own');
    this.overrides = this.overrides.slice(1);
    return DONE;
  }

  private require(person: Person, capacities: readonly string[]): void {
    const held = this.agency.actor(person).capacities;
    if (!held.some((capacity) => capacities.includes(capacity))) throw new DomainError('permission.denied');
  }

  private requireApproved(): void {
    const { state } = this.held('first').row;
    if (state !== 'approved') throw new DomainError('item.refused', { problems: ['lifecycle.wrong-state'] });
  }

  private told(problems: readonly string[]): Outcome {
    return problems.length > 0 ? refused(...problems) : DONE;
  }

  private held(which: Which): Held {
    const held = this.items[which];
    if (!held) throw new Error(`the walk knows no ${which}`);
    return held;
  }

  private drafted(id: string, content: object, person: string, amendsId: string | null): Held {
    const row = {
      ...{ organizationId: AGENCY, id, fiscalYear: 2568, state: 'draft', version: 1, round: 0, title: id, amendsId },
      ...{ content, contentHash: contentHash(content), routeId: null, submittedBy: null, createdBy: person },
      ...{ createdAt: new Date(0), updatedAt: new Date(0) },
    };
    const action = amendsId ? 'amend.draft' : 'draft';
    return { row, log: [{ action, person, toState: 'draft', changesText: true }], affirmed: [] };
  }
}

const standing = ({ row: { state, version } }: Held): Outcome => ({ state, version });
