import type { BundleRecord, BundleRecords } from '../audit/bundle-records.js';
import type { LoggedFact, LogIndex } from '../audit/log-index.js';
import { eventOf, Signatures } from '../audit/signatures.js';

/** A log until the end of a period, and the same log until now. */
export interface ThenAndNow {
  readonly then: LogIndex;
  readonly now: LogIndex;
}

/**
 * Rows as they stood at the end of a period: what a later event made of them is taken back. What no event speaks of at all
 * stays, so that a verifier finds it.
 */
export function recordsThen(
  all: BundleRecords,
  times: ThenAndNow,
): Pick<BundleRecords, 'versions' | 'decisions' | 'overrides' | 'editions'> {
  const stood = <Row>(rows: readonly Row[], eventIn: (row: Row, index: LogIndex) => unknown): Row[] =>
    rows.filter((row) => Boolean(eventIn(row, times.then)) || !eventIn(row, times.now));
  const decisions = stood(all.decisions, eventOf);
  return {
    versions: stood(all.versions, submissionOf),
    decisions: givenThen(decisions, all.decisions, times),
    overrides: stood(all.overrides, overriddenIn).map((override) => ratifiedThen(override, times)),
    editions: stood(all.editions, (edition, index) => deedOn(index, edition.id, 'edition.freeze')).map((edition) =>
      printedThen(edition, times),
    ),
  };
}

const submissionOf = (version: BundleRecord<'versions'>, index: LogIndex): LoggedFact | undefined =>
  index
    .of(version.itemId)
    .find(
      ({ actorPersonId, contentHashAfter, at }) =>
        actorPersonId === version.frozenBy && contentHashAfter === version.contentHash && at >= version.frozenAt,
    );

const deedOn = (index: LogIndex, id: string, action: string): LoggedFact | undefined =>
  index.of(id).find((event) => event.action === action);

const overriddenIn = ({ itemId, personId, madeAt }: BundleRecord<'overrides'>, index: LogIndex): boolean =>
  saysAfter(index, itemId, { action: 'override', personId, at: madeAt });

function saysAfter(
  index: LogIndex,
  itemId: string,
  { action, personId, at }: { readonly action: string; readonly personId: string; readonly at: string },
): boolean {
  const isMeant = (event: LoggedFact): boolean => event.action === action && event.actorPersonId === personId;
  return index.of(itemId).some((event) => isMeant(event) && event.at >= at);
}

function ratifiedThen(override: BundleRecord<'overrides'>, { then, now }: ThenAndNow): BundleRecord<'overrides'> {
  const { itemId, ratifiedBy: personId, ratifiedAt: at } = override;
  const ratification = { action: 'override.ratify', personId, at };
  const isLater = saysAfter(now, itemId, ratification) && !saysAfter(then, itemId, ratification);
  return isLater ? { ...override, ratifiedBy: '', ratifiedAt: '' } : override;
}

/** A return that came later had set nothing aside yet. */
function givenThen(
  decisions: readonly BundleRecord<'decisions'>[],
  all: readonly BundleRecord<'decisions'>[],
  { then, now }: ThenAndNow,
): BundleRecord<'decisions'>[] {
  const [before, since] = [new Signatures(decisions, then), new Signatures(all, now)];
  return decisions.map((decision) => {
    const isLater = since.wasSetAside(decision) && !before.wasSetAside(decision);
    return isLater ? { ...decision, isSetAside: 'false' } : decision;
  });
}

function printedThen(edition: BundleRecord<'editions'>, { then, now }: ThenAndNow): BundleRecord<'editions'> {
  const isLater = (action: string): boolean =>
    deedOn(now, edition.id, action) !== undefined && deedOn(then, edition.id, action) === undefined;
  const unsealed = { sealedSha256: '', sealLevel: '', sealIsDemo: '' };
  const unprinted = { renderedSha256: '', checkpoint: '' };
  return {
    ...edition,
    ...(isLater('edition.render') ? unprinted : {}),
    ...(isLater('edition.seal') ? unsealed : {}),
  };
}
