import { askedBy, type AgencyModel, type ModelStep } from './agency-model.js';
import type { Head, Kind, Person, Post } from './cast.js';

export interface ModelPlan {
  /** Names the text: two plans are the same text when they are equal in every part. */
  readonly word: number;
  readonly lacks: 'title' | 'method' | 'period' | 'the fiscal year' | null;
  readonly divisions: readonly Head[] | 'every';
}

export interface ModelResults {
  readonly word: number;
  readonly lacks: 'results' | 'outcomes' | null;
}

/** One item as the model sees it; the rules are in deed-model.ts. */
export class ModelItem {
  state = 'draft';
  /** Counts every change. */
  version = 1;
  submitter: Person | null = null;
  route: readonly ModelStep[] | null = null;
  /** Signatures that count. */
  signed: { readonly step: number; readonly post: Post; readonly person: Person }[] = [];
  /** Whom a signature was handed to in this round, by step and post. */
  readonly handed = new Map<string, Person>();
  history: string[] = [];
  results: ModelResults = { word: 0, lacks: 'results' };
  /** Names the text of the six-month results; 0 while there are none. */
  interim = 0;
  /** They were endorsed as they stand. */
  isInterimEndorsed = false;
  /** They, and not the results of the year, wait for endorsement. */
  reviewsInterim = false;
  /** The newest that would change this one. */
  amendment: ModelItem | null = null;
  readonly wrotePlan = new Set<Person>();
  readonly wroteResults = new Set<Person>();

  constructor(
    readonly kind: Kind,
    readonly agency: AgencyModel,
    readonly author: Person,
    public plan: ModelPlan,
    /** The measure this one would change, or null. */
    readonly amends: ModelItem | null = null,
  ) {
    this.wrotePlan.add(author);
    this.history.push(amends ? 'amend.draft' : 'draft');
  }

  /** An amendment that took effect lives on in the measure it changed. */
  get isSpent(): boolean {
    return this.amends !== null && this.state === 'approved';
  }

  /** One that would change this is on its way. */
  get isBeingAmended(): boolean {
    return this.amendment !== null && OPEN.includes(this.amendment.state);
  }

  get text(): string {
    return JSON.stringify([this.plan, this.results, this.interim]);
  }

  get stage(): ModelStep['stage'] | null {
    return STAGE_IN[this.state] ?? null;
  }

  /** Whoever wrote what the stage decides on. */
  get authors(): ReadonlySet<Person> {
    return this.stage === 'results' ? this.wroteResults : this.wrotePlan;
  }

  /** Index and step of those of the present stage, in order. */
  private get steps(): { readonly step: ModelStep; readonly index: number }[] {
    return (this.route ?? []).map((step, index) => ({ step, index })).filter(({ step }) => step.stage === this.stage);
  }

  private posts(step: ModelStep): readonly Post[] {
    return askedBy(step, this.plan.divisions);
  }

  private isDone({ step, index }: { step: ModelStep; index: number }): boolean {
    const posts = this.posts(step);
    const given = posts.filter((post) => this.signed.some((each) => each.step === index && each.post === post));
    return given.length >= (step.need === 'all' ? posts.length : step.need);
  }

  /** The step that is asked now; null when the stage is over or there is none. */
  get askedStep(): number | null {
    return this.steps.find((each) => !this.isDone(each))?.index ?? null;
  }

  /** Posts whose signature is missing in the step that is asked now. */
  get askedPosts(): readonly Post[] {
    const index = this.askedStep;
    const step = index === null ? undefined : this.route?.[index];
    if (!step) return [];
    return this.posts(step).filter((post) => !this.signed.some((each) => each.step === index && each.post === post));
  }

  /** The missing signatures that this person may give now. */
  postsOf(person: Person): readonly Post[] {
    return this.askedPosts.filter((post) => this.agency.signersOf(post, this.kind).includes(person));
  }

  /** What the person fills by signing: everything they are asked as, but one place where a number of people is needed. */
  placesOf(person: Person): readonly Post[] {
    const posts = this.postsOf(person);
    return this.route?.[this.askedStep ?? 0]?.need === 'all' ? posts : posts.slice(0, 1);
  }

  hasSigned(person: Person): boolean {
    return this.signed.some((each) => each.person === person);
  }

  /** A new state is a new version and a line in the history. */
  move(action: string, state: string): void {
    this.state = state;
    this.version += 1;
    this.history.push(action);
  }
}

const STAGE_IN: Readonly<Record<string, ModelStep['stage']>> = {
  division_review: 'review',
  executive_review: 'approval',
  results_review: 'results',
  signing: 'signing',
};

const OPEN = ['draft', 'division_review', 'executive_review'];
