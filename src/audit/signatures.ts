import type { BundleRecord } from './bundle-records.js';
import type { LoggedFact, LogIndex } from './log-index.js';

/** The event by which a decision stands in the log. Of equal ones the first that is not older than the decision. */
export function eventOf(decision: BundleRecord<'decisions'>, index: LogIndex): LoggedFact | undefined {
  return index
    .of(decision.itemId)
    .find(
      (event) =>
        event.action === decision.act &&
        event.actorPersonId === decision.personId &&
        event.contentHashAfter === decision.shownHash &&
        event.itemKind === decision.itemKind &&
        event.at >= decision.decidedAt,
    );
}

type Decision = BundleRecord<'decisions'>;

/** What later decisions of a round make of a signature. */
export class Signatures {
  private readonly rounds = new Map<string, Decision[]>();

  constructor(
    decisions: readonly Decision[],
    private readonly index: LogIndex,
  ) {
    for (const decision of decisions) {
      const round = this.rounds.get(roundOf(decision));
      if (round) round.push(decision);
      else this.rounds.set(roundOf(decision), [decision]);
    }
  }

  /** A return to its step, or to one before it, came after it in the log. */
  wasSetAside(decision: Decision): boolean {
    if (decision.affirms !== 'true') return false;
    const returns = this.others(decision).filter(
      ({ backToStep }) => backToStep !== '' && Number(backToStep) <= Number(decision.step),
    );
    return returns.length > 0 && returns.some((each) => this.seqOf(each) > this.seqOf(decision));
  }

  /** The same person gave another that counts. Several posts at once are one deed. */
  isRepeated(decision: Decision): boolean {
    if (decision.isSetAside === 'true') return false;
    return this.others(decision).some(
      (each) =>
        each.affirms === 'true' &&
        each.isSetAside !== 'true' &&
        each.personId === decision.personId &&
        each.decidedAt < decision.decidedAt,
    );
  }

  private others(decision: Decision): readonly Decision[] {
    return this.rounds.get(roundOf(decision)) ?? [];
  }

  private seqOf = (decision: Decision): number => eventOf(decision, this.index)?.seq ?? 0;
}

const roundOf = ({ itemKind, itemId, round }: Decision): string => `${itemKind} ${itemId} ${round}`;
