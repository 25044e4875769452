import { offers } from '../../src/core/lifecycle/lifecycle.js';
import { slotsAsked, type Affirmation } from '../../src/core/route/route.js';
import { contentHash } from '../../src/approvals/content-hash.js';
import type { ListedItem, ListedKind } from '../../src/approvals/waiting-turns.queries.js';
import { judged } from '../../src/approvals/judge-deed.js';
import type { Reassignment } from '../../src/approvals/reassignments.queries.js';
import { slotsFor, stageOf, turnFrom, type Turn } from '../../src/approvals/turn.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import { sortedJson } from '../../src/core/sorted-json.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { organizationId } from '../../src/database/tenant.js';
import { slotsOf } from '../../src/organizations/who-may-act.queries.js';
import type { Person } from './cast.js';
import type { CoreAgency } from './core-agency.js';
import { DEEDS, type Outcome } from './deed-model.js';
import type { Look } from './world.js';

export const AGENCY = organizationId('00000000-0000-7000-8000-000000000000');
const NOBODYS: Turn = { stage: null, steps: [], slots: [], open: [], affirmed: [], decidedBy: [], authors: [] };

interface Event {
  readonly action: string;
  readonly person: string | null;
  readonly toState: string;
  readonly changesText: boolean;
}

/** A row with its log and the signatures that count, as the tables around it would hold them. */
export class CoreItem {
  readonly row: ListedItem & Pick<MeasureRow, 'amendsId' | 'reviewing' | 'interimEndorsed'>;
  private readonly log: Event[] = [];
  affirmed: Affirmation[] = [];
  /** What the guards know of the other measure. */
  facts: () => object = () => ({});
  handed: Reassignment[] = [];

  constructor(
    private readonly kind: ListedKind,
    private readonly agency: CoreAgency,
    { id, content, author, amendsId = null }: { id: string; content: object; author: string; amendsId?: string | null },
  ) {
    this.row = {
      ...{ organizationId: AGENCY, id, fiscalYear: 2568, state: 'draft', version: 1, round: 0, title: id, amendsId },
      ...{ reviewing: null, interimEndorsed: false },
      ...{
        content,
        contentHash: contentHash(content),
        routeId: null,
        submittedBy: null,
        succeededBy: null,
        createdBy: author,
      },
      ...{ createdAt: new Date(0), updatedAt: new Date(0) },
    };
    this.note(amendsId ? 'amend.draft' : 'draft', author, true);
  }

  get standing(): Outcome {
    return { state: this.row.state, version: this.row.version };
  }

  turn(): Turn {
    const { kind, row, affirmed, handed } = this;
    const stage = stageOf(kind, row.state);
    const steps = this.agency.routes.get(row.routeId ?? '');
    if (!stage || !steps) return NOBODYS;
    const slots = slotsOf(this.agency.directory(), steps, kind.responsible(row), kind.name);
    const { writtenIn } = kind.stages[stage] ?? {};
    const authors = this.log
      .filter(({ toState, changesText, action }) => toState === writtenIn && changesText && action !== 'amend')
      .map(({ person }) => person ?? '');
    return turnFrom({ stage, steps, slots, affirmed, authors, handed });
  }

  look(person: Person): Look {
    const turn = this.turn();
    const { row, kind, agency, log } = this;
    const signer = slotsFor(turn, person).length > 0 ? (['signer'] as const) : [];
    const capacities = [...agency.actor(person).capacities, ...signer];
    const offered = offers(
      kind.lifecycle,
      { ...row, ...this.facts(), ...judged(turn) },
      { personId: person, capacities },
    );
    return {
      state: row.state,
      version: row.version,
      history: log.map(({ action }) => action),
      waiting: slotsAsked(turn.open)
        .map(
          ({ postId, holders }) =>
            `${postId}: ${holders
              .map(({ personId }) => personId)
              .sort()
              .join(' ')}`,
        )
        .sort(),
      deeds: offered
        .filter(({ name }) => name in DEEDS[kind.name])
        .map(({ name, problems }) => (problems.length > 0 ? `${name} (${[...problems].sort().join(' ')})` : name))
        .sort(),
    };
  }

  startRound(person: string): void {
    this.affirmed = [];
    this.handed = [];
    this.row.round += 1;
    this.row.routeId ??= this.agency.currentRoute(this.kind.name);
    this.row.submittedBy = person;
  }

  move(transition: string, person: string | null): void {
    this.row.state = this.kind.lifecycle.transitions[transition]?.to ?? '';
    this.row.version += 1;
    this.note(transition, person);
  }

  /** What the effects of a deed leave on the row. */
  afterwards(effects: readonly string[]): void {
    if (effects.includes('review-interim')) this.row.reviewing = 'interim';
    if (effects.includes('end-review')) this.row.reviewing = null;
    if (effects.includes('endorse-interim')) this.row.interimEndorsed = true;
  }

  note(action: string, person: string | null, changesText = false): void {
    this.log.push({ action, person, toState: this.row.state, changesText });
  }

  /** A new version of the text; whoever leaves another one than they found is an author. */
  rewrite(words: object, action: string, person: string): void {
    const before = this.row.contentHash;
    const { content } = this.row as { readonly content: Partial<MeasureContent> };
    if ('interim' in words) this.row.interimEndorsed &&= sortedJson(content.interim) === sortedJson(words.interim);
    this.row.content = { ...this.row.content, ...words };
    this.row.contentHash = contentHash(this.row.content);
    this.row.version += 1;
    this.note(action, person, this.row.contentHash !== before);
  }
}
