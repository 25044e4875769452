import { AgencyModel, completes, LAST_DAY, ROUTES, daysFrom, type ModelOrder, type RouteName } from './agency-model.js';
import type { Capacity, Kind, Person, Post } from './cast.js';
import { attempt, DEEDS, possible, refused, type Given, type Outcome } from './deed-model.js';
import { handOn, shownAsAsked, type Handing } from './reassign-model.js';
import { ModelItem, type ModelPlan, type ModelResults } from './item-model.js';

export type Which = 'first' | 'amendment';

/** What somebody does, said so that the model and the system understand it alike. */
export type Step =
  | { readonly name: 'deed'; readonly item: Which; readonly deed: string; readonly given: Given }
  | {
      readonly name: 'edit';
      readonly item: Which;
      readonly person: Person;
      readonly isStale: boolean;
      readonly plan: ModelPlan;
    }
  | {
      readonly name: 'record';
      readonly item: Which;
      readonly person: Person;
      readonly isStale: boolean;
      readonly results: ModelResults;
    }
  | {
      readonly name: 'record interim';
      readonly item: Which;
      readonly person: Person;
      readonly isStale: boolean;
      readonly word: number;
    }
  | { readonly name: 'amend'; readonly person: Person }
  | ({ readonly name: 'reassign'; readonly item: Which } & Handing)
  | ({ readonly name: 'order' } & OrderStep)
  | { readonly name: 'revoke'; readonly nth: number }
  | { readonly name: 'leave' | 'come back'; readonly person: Person }
  | { readonly name: 'route'; readonly person: Person; readonly route: RouteName }
  | { readonly name: 'ratify'; readonly person: Person }
  | { readonly name: 'publish' }
  | { readonly name: 'tomorrow' };

export interface OrderStep {
  readonly person: Person;
  readonly post: Post;
  readonly capacity: Capacity;
  readonly kinds: readonly Kind[] | null;
  /** Which of the orders made so far it goes through. */
  readonly through: number | null;
  readonly from: number;
  /** Null: until revoked. */
  readonly to: number | null;
}

/** What anybody can see of an item, in words that model and system share. */
export interface Look {
  readonly state: string;
  readonly version: number;
  readonly history: readonly string[];
  /** "post: who may sign as it", sorted. */
  readonly waiting: readonly string[];
  /** "deed" or "deed (why not now)" for one person, sorted. */
  readonly deeds: readonly string[];
}

const OPEN = ['draft', 'division_review', 'executive_review'];
export const FIRST_PLAN: ModelPlan = { word: 0, lacks: null, divisions: ['head-finance', 'head-works'] };

/** One agency with one item, and perhaps an amendment of it. */
export class World {
  readonly agency = new AgencyModel();
  first: ModelItem;
  amendment: ModelItem | null = null;

  constructor(readonly kind: Kind) {
    this.first = new ModelItem(kind, this.agency, 'officer', FIRST_PLAN);
  }

  item(which: Which): ModelItem | null {
    return which === 'first' ? this.first : this.amendment;
  }

  /** The model's answer; null where the step means nothing here. */
  apply(step: Step): Outcome | null {
    switch (step.name) {
      case 'deed':
        return this.on(step.item, (item) => attempt(item, step.deed, step.given));
      case 'edit':
        return this.on(step.item, (item) => this.edit(item, step));
      case 'record':
        return this.on(step.item, (item) => this.record(item, step));
      case 'record interim':
        return this.on(step.item, (item) => this.recordInterim(item, step));
      case 'amend':
        return this.amend(step.person);
      case 'reassign':
        return this.on(step.item, (item) => handOn(item, step));
      case 'order':
        return this.order(step);
      case 'revoke':
        return this.revoke(step.nth);
      case 'leave':
        this.agency.leave(step.person);
        return DONE;
      case 'come back':
        this.agency.comeBack(step.person);
        return DONE;
      case 'route':
        if (!this.agency.isA(step.person, 'administrator')) return refused('permission.denied');
        if (!completes(ROUTES[step.route])) return refused('route.same-signer-twice');
        this.agency.routes = { ...this.agency.routes, measure: ROUTES[step.route] };
        return DONE;
      case 'ratify':
        return this.ratify(step.person);
      case 'publish':
        if (this.first.state !== 'signed') return null;
        this.first.move('publish', 'published');
        return standing(this.first);
      case 'tomorrow':
        if (this.agency.today >= LAST_DAY - 1) return null;
        this.agency.today += 1;
        return DONE;
    }
  }

  look(which: Which, person: Person): Look | null {
    const item = this.item(which);
    if (!item) return null;
    const { kind } = item;
    const deeds = possible(item, [person]).flatMap(({ name }) => {
      const problems = [...(DEEDS[kind][name]?.objections?.(item, person) ?? [])].sort();
      if (problems.includes('lifecycle.wrong-state')) return [];
      return [problems.length > 0 ? `${name} (${problems.join(' ')})` : name];
    });
    return {
      state: item.state,
      version: item.version,
      history: item.history,
      waiting: item.askedPosts.flatMap((post) => shownAsAsked(item, post)).sort(),
      deeds: deeds.sort(),
    };
  }

  private on(which: Which, work: (item: ModelItem) => Outcome): Outcome | null {
    const item = this.item(which);
    return item && work(item);
  }

  private edit(item: ModelItem, { person, isStale, plan }: Extract<Step, { name: 'edit' }>): Outcome {
    return this.write(item, { person, isStale, state: 'draft', action: 'edit_plan' }, item.wrotePlan, () => {
      item.plan = plan;
    });
  }

  private record(item: ModelItem, { person, isStale, results }: Extract<Step, { name: 'record' }>): Outcome {
    return this.write(item, { person, isStale, state: 'approved', action: 'record_results' }, item.wroteResults, () => {
      item.results = results;
    });
  }

  /** Another text of the interim results is not the one that was endorsed. */
  private recordInterim(
    item: ModelItem,
    { person, isStale, word }: Extract<Step, { name: 'record interim' }>,
  ): Outcome {
    return this.write(item, { person, isStale, state: 'approved', action: 'record_interim' }, item.wroteResults, () => {
      item.isInterimEndorsed &&= item.interim === word;
      item.interim = word;
    });
  }

  /** Whoever leaves another text than they found is an author. */
  private write(
    item: ModelItem,
    { person, isStale, state, action }: { person: Person; isStale: boolean; state: string; action: string },
    authors: Set<Person>,
    change: () => void,
  ): Outcome {
    if (!this.agency.isA(person, 'officer')) return refused('permission.denied');
    if (isStale) return refused('item.changed-meanwhile');
    if (item.state !== state || item.isSpent) return refused('lifecycle.wrong-state');
    const before = item.text;
    change();
    if (item.text !== before) authors.add(person);
    item.move(action, state);
    return standing(item);
  }

  private amend(person: Person): Outcome | null {
    if (this.kind !== 'measure') return null;
    if (!this.agency.isA(person, 'officer')) return refused('permission.denied');
    if (this.first.state !== 'approved') return refused('lifecycle.wrong-state');
    if (this.amendment && OPEN.includes(this.amendment.state)) return refused('amendment.exists');
    this.amendment = new ModelItem('measure', this.agency, person, this.first.plan, this.first);
    this.amendment.results = this.first.results;
    this.first.amendment = this.amendment;
    this.amendment.interim = this.first.interim;
    return standing(this.amendment);
  }

  private order({ person, post, capacity, kinds, through, from, to }: OrderStep): Outcome {
    const { orders } = this.agency;
    const order: ModelOrder = {
      ...{ person, post, capacity, kinds },
      through: through === null ? null : (orders[through % Math.max(1, orders.length)] ?? null),
      days: daysFrom(from, to ?? LAST_DAY),
      isRevoked: false,
    };
    const reasons = this.agency.order(order);
    return reasons.length > 0 ? refused(...reasons) : DONE;
  }

  private revoke(nth: number): Outcome | null {
    const { orders } = this.agency;
    const order = orders[nth % Math.max(1, orders.length)];
    if (!order) return null;
    const reasons = this.agency.revoke(order);
    return reasons.length > 0 ? refused(...reasons) : DONE;
  }

  private ratify(person: Person): Outcome {
    const { overrides } = this.agency;
    if (!this.agency.isA(person, 'executive', 'chief_administrator', 'auditor')) return refused('permission.denied');
    const [oldest] = overrides;
    if (oldest === undefined) return refused('override.not-open');
    if (oldest.person === person) return refused('override.own');
    overrides.shift()?.history.push('override.ratify');
    return DONE;
  }
}

const standing = ({ state, version }: ModelItem): Outcome => ({ state, version });
/** Done, and no item moved. */
export const DONE: Outcome = { state: '', version: 0 };
