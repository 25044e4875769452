import { sha256Of } from './bundle.js';
import { recordFile, type BundleRecord, type BundleRecords, type RecordKind } from './bundle-records.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';
import { allStated, firstUnstated, KEPT_FOR_EVER } from './check-stated.js';
import { STATED_KINDS } from './stated-record.js';
import { eventOf, Signatures } from './signatures.js';
import { reasonHash } from './reason-hash.js';
import type { LogIndex, LoggedFact } from './log-index.js';
import type { RecordProblem } from '../core/verdicts.js';

/** Compares the rows beside the log with what its events say of them. @returns the first that does not agree */
export function checkRecords(records: BundleRecords, index: LogIndex): BundleBreak | null {
  const around: Around = {
    index,
    together: byDeed(records.decisions),
    signatures: new Signatures(records.decisions, index),
    submitted: new Set(records.versions.map(({ itemId, number, frozenBy }) => turnOf(itemId, number, frozenBy))),
    overridden: new Set(
      records.overrides.map(({ itemId, round, personId, transition }) => turnOf(itemId, round, personId, transition)),
    ),
  };
  return (
    firstWrong('versions', records.versions, ({ content, contentHash }) =>
      content === '' || sha256Of(content) === contentHash ? null : 'content-hash-differs',
    ) ??
    firstWrong('decisions', records.decisions, (decision) => decisionProblem(decision, around)) ??
    firstWrong('editions', records.editions, (edition) => editionProblem(edition, index)) ??
    firstWrong('overrides', records.overrides, (override) => overrideProblem(override, index)) ??
    statedProblem(records, index)
  );
}

function statedProblem(records: BundleRecords, index: LogIndex): BundleBreak | null {
  for (const kind of STATED_KINDS) {
    const at = firstUnstated(records, kind, index);
    if (at >= 0) return brokenAt(recordFile(kind), at + 1, 'record-differs');
  }
  const kinds = Object.keys(KEPT_FOR_EVER) as (keyof typeof KEPT_FOR_EVER)[]; // the keys of that table
  const lacking = kinds.find((kind) => !allStated(records, kind, index));
  return lacking === undefined ? null : brokenAt(recordFile(lacking), 0, 'record-missing');
}

/** Who overrode, and who ratified it, stand in the log. */
function overrideProblem(override: BundleRecord<'overrides'>, index: LogIndex): RecordProblem | null {
  const { itemId, personId, ratifiedBy } = override;
  const says = (action: string, person: string): boolean =>
    index.of(itemId).some((event) => event.action === action && event.actorPersonId === person);
  const agrees = says('override', personId) && (ratifiedBy === '' || says('override.ratify', ratifiedBy));
  return agrees ? null : 'override-without-event';
}

function firstWrong<Kind extends RecordKind>(
  kind: Kind,
  rows: readonly BundleRecord<Kind>[],
  problemOf: (row: BundleRecord<Kind>) => RecordProblem | null,
): BundleBreak | null {
  for (const [at, row] of rows.entries()) {
    const problem = problemOf(row);
    if (problem) return brokenAt(recordFile(kind), at + 1, problem);
  }
  return null;
}

/** What a decision is compared with. */
interface Around {
  readonly index: LogIndex;
  readonly together: DecisionsTogether;
  readonly signatures: Signatures;
  /** Who submitted which round of which item. */
  readonly submitted: ReadonlySet<string>;
  /** Who did what in which round in an emergency. */
  readonly overridden: ReadonlySet<string>;
}

const turnOf = (...parts: readonly string[]): string => parts.join(' ');

function decisionProblem(
  decision: BundleRecord<'decisions'>,
  { index, together, signatures, submitted, overridden }: Around,
): RecordProblem | null {
  const event = eventOf(decision, index);
  if (!event || !together.get(deedOf(decision))?.some((each) => isInCapacityOf(each, event))) {
    return 'decision-without-event';
  }
  if (hashOfReason(decision) !== event.reasonHash) return 'reason-differs';
  const { itemId, round, act, personId, affirms } = decision;
  if (signatures.wasSetAside(decision) !== (decision.isSetAside === 'true')) return 'set-aside-differs';
  if (affirms !== 'true' || overridden.has(turnOf(itemId, round, personId, act))) return null;
  if (submitted.has(turnOf(itemId, round, personId))) return 'own-submission-decided';
  return signatures.isRepeated(decision) ? 'decided-twice' : null;
}

function hashOfReason({ reason, reasonKey, reasonCode, backToStep }: BundleRecord<'decisions'>): string {
  if (reason === '') return '';
  const step = backToStep === '' ? null : Number(backToStep);
  return reasonHash({ reason, reasonKey: Buffer.from(reasonKey, 'hex'), reasonCode, backToStep: step });
}

/** Who signs for several posts at once leaves one event and several rows. */
type DecisionsTogether = ReadonlyMap<string, readonly BundleRecord<'decisions'>[]>;

const deedOf = ({ itemId, act, personId, decidedAt }: BundleRecord<'decisions'>): string =>
  [itemId, act, personId, decidedAt].join(' ');

function byDeed(decisions: BundleRecords['decisions']): DecisionsTogether {
  const together = new Map<string, BundleRecord<'decisions'>[]>();
  for (const decision of decisions) {
    const deed = deedOf(decision);
    together.set(deed, [...(together.get(deed) ?? []), decision]);
  }
  return together;
}

/** Acting orders stand in the event as "post acted for;order,order". */
const isInCapacityOf = (
  { postId, actingOrderIds }: BundleRecord<'decisions'>,
  { onBehalfOf, actorPostId }: LoggedFact,
): boolean =>
  onBehalfOf === '' ? actingOrderIds === '' && postId === actorPostId : onBehalfOf === `${postId};${actingOrderIds}`;

function editionProblem(edition: BundleRecord<'editions'>, index: LogIndex): RecordProblem | null {
  if (sha256Of(edition.snapshot) !== edition.snapshotHash) return 'content-hash-differs';
  const events = index.of(edition.id);
  const says = (action: string, part: 'contentHashAfter' | 'fileSha256', value: string): boolean =>
    value === '' || events.some((event) => event.action === action && event[part] === value);
  const agrees =
    says('edition.freeze', 'contentHashAfter', edition.snapshotHash) &&
    says('edition.render', 'fileSha256', edition.renderedSha256) &&
    says('edition.seal', 'fileSha256', edition.sealedSha256);
  return agrees ? null : 'edition-without-event';
}
