import type { RecordProblem } from '../core/verdicts.js';
import type { CanonicalEvent } from './canonical-event.js';
import { lifeNamed, type Deed, type Life } from './lives.js';

/** How one item stands after the deeds so far. */
interface Standing {
  state: string;
  /** Who changed the text, by the state it lay in. */
  readonly authors: Map<string, Set<string>>;
  submitter: string;
  /** The state that the last submission left. */
  writtenIn: string;
  decided: Set<string>;
  /** Who said that they decide in an emergency, until they have. */
  readonly emergencies: Set<string>;
}

/** Plays the deeds of a log again by the lifecycle tables: from where to where, by whom, on whose text. */
export class Replay {
  private readonly items = new Map<string, Standing>();
  /** Numbers of the events that override four eyes. */
  readonly overrides: number[] = [];

  /** @returns what the product would have refused */
  play(event: CanonicalEvent): RecordProblem | null {
    const life = lifeNamed(event.itemKind);
    if (!life) return null;
    const before = this.items.get(event.itemId);
    const item = before ?? newStanding();
    if (!before) this.items.set(event.itemId, item);
    if (event.action === 'override') this.override(item, event);
    if (event.toState === '') return null;
    const problem = before && item.state !== '' ? continued(life, item, event) : begun(life, event);
    item.state = event.toState;
    if (problem) return problem;
    noteAuthor(item, event);
    return this.decided(life.deeds.get(event.action), item, event);
  }

  private override(item: Standing, { seq, actorPersonId }: CanonicalEvent): void {
    item.emergencies.add(actorPersonId);
    this.overrides.push(Number(seq));
  }

  private decided(deed: Deed | undefined, item: Standing, event: CanonicalEvent): RecordProblem | null {
    const { actorPersonId } = event;
    if (deed?.opensRound) {
      Object.assign(item, { submitter: actorPersonId, writtenIn: event.fromState, decided: new Set<string>() });
    }
    if (deed?.reopens) item.decided = new Set();
    if (!deed?.signs) return null;
    const problem = item.emergencies.delete(actorPersonId) ? null : fourEyes(item, actorPersonId);
    item.decided.add(actorPersonId);
    return problem;
  }
}

const newStanding = (): Standing => ({
  state: '',
  authors: new Map(),
  submitter: '',
  writtenIn: '',
  decided: new Set(),
  emergencies: new Set(),
});

/** The first thing that is known of an item: it begins where its life begins. */
const begun = ({ initial, deeds }: Life, { action, fromState, toState }: CanonicalEvent): RecordProblem | null =>
  fromState === '' && toState === initial && !deeds.has(action) ? null : 'deed-not-in-lifecycle';

function continued({ deeds, writtenIn }: Life, item: Standing, event: CanonicalEvent): RecordProblem | null {
  const { action, fromState, toState, actorPersonId } = event;
  if (fromState !== item.state) return 'history-differs';
  const deed = deeds.get(action);
  const isWritten = event.contentHashAfter !== event.contentHashBefore;
  if (!deed) {
    const isEdit = fromState === toState && (!isWritten || writtenIn.has(fromState));
    return isEdit ? null : 'deed-not-in-lifecycle';
  }
  const isTo = toState === deed.to || (deed.signs && toState === fromState);
  const isBy = deed.isOwn === (actorPersonId === '');
  return deed.from.includes(fromState) && isTo && isBy && !isWritten ? null : 'deed-not-in-lifecycle';
}

/** An amendment changes the measure by a decision: its approver is no author. */
function noteAuthor(item: Standing, event: CanonicalEvent): void {
  const { action, toState, actorPersonId } = event;
  if (action === 'amend' || actorPersonId === '' || event.contentHashAfter === event.contentHashBefore) return;
  const authors = item.authors.get(toState) ?? new Set();
  item.authors.set(toState, authors.add(actorPersonId));
}

function fourEyes({ submitter, authors, writtenIn, decided }: Standing, personId: string): RecordProblem | null {
  if (submitter === personId) return 'own-submission-decided';
  if (authors.get(writtenIn)?.has(personId)) return 'own-text-decided';
  return decided.has(personId) ? 'decided-twice' : null;
}
