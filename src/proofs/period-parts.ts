import type { BundleRecords } from '../audit/bundle-records.js';
import { parseEvent } from '../audit/canonical-event.js';
import { chainStart } from '../audit/chain.js';
import { lifeNamed } from '../audit/lives.js';
import { LogIndex } from '../audit/log-index.js';
import { leafHash, MerkleFrontier, MerkleTree } from '../audit/merkle.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { checkpointsUpTo, logKeys, type StoredCheckpoint } from './checkpoints.queries.js';
import { cosignaturesUpTo } from './cosignatures.queries.js';
import { eventsUpTo, openingOf, type LocatedEvent } from './logged-events.queries.js';
import type { BundleParts, PeriodParts } from './make-bundle.js';
import { emptyPeriod, instantsOf, type Period } from './period.js';
import { publicationPlaces, publicationsThen, type PublicationPlace } from './publications-then.js';
import { recordsThen } from './records-then.js';
import { stampsUpTo } from './stamps.queries.js';
import { statedTexts, statedThen } from './stated-then.js';

export interface PeriodWanted {
  readonly organizationId: OrganizationId;
  readonly period: Period;
  /** Size of the newest checkpoint. */
  readonly until: number;
  /** What stands beside the log today. */
  readonly all: BundleRecords;
}

/** Everything that goes into the bundle of a period. @throws DomainError audit.period-empty */
export async function periodParts(
  tx: Tx,
  { organizationId, period, until, all }: PeriodWanted,
): Promise<{ parts: Omit<BundleParts, 'artefacts'>; size: number }> {
  const events = await eventsUpTo(tx, organizationId, until);
  const signed = await checkpointsUpTo(tx, organizationId, until);
  const { after, size } = spanOf(events, signed, period);
  const createdAt = await openingOf(tx, organizationId);
  const places = await publicationPlaces(tx, organizationId);
  const times = { then: indexOf(events.slice(0, size)), now: indexOf(events) };
  const about = touchedBy(events.slice(after, size), all, places);
  const own = ofItems(all, about.items);
  const rows = recordsThen(own, times);
  const publications = publicationsThen(rows.editions, places, times);
  const stated = statedThen(all, await statedTexts(tx, organizationId), times);
  const keys = (await logKeys(tx, organizationId)).filter(({ since }) => since <= size);
  const since = new Set([after, ...keys.map((key) => key.since)]);
  const earlier = events
    .slice(0, after)
    .filter((event) => event.isStatement || about.ids.has(event.itemId) || since.has(event.seq));
  const isWithin = (each: { readonly size: number }): boolean => each.size >= after && each.size <= size;
  const run = events.slice(after, size);
  const parts = {
    organizationId,
    createdAt,
    item: null,
    period: beginning(events, { organizationId, createdAt, period, after, earlier }),
    head: run.at(-1)?.hash ?? '',
    events: run,
    keys,
    checkpoints: signed.filter(isWithin),
    stamps: (await stampsUpTo(tx, organizationId, size)).filter(isWithin),
    cosignatures: (await cosignaturesUpTo(tx, organizationId, size)).filter(isWithin),
    records: { ...stated, ...rows, publications },
    tree: new MerkleTree(events.slice(0, size).map(({ bytes }) => leafHash(bytes))),
    proven: [...earlier, ...run.filter(({ action }) => action === 'edition.seal')].map(({ seq }) => seq),
  };
  return { parts, size };
}

/**
 * From the last checkpoint before the first event of a period to the first checkpoint that covers an event after it: so the part
 * itself shows that nothing of the period is missing at either end.
 */
function spanOf(
  events: readonly LocatedEvent[],
  signed: readonly StoredCheckpoint[],
  period: Period,
): { readonly after: number; readonly size: number } {
  const { begin, end } = instantsOf(period);
  const first = events.find(({ at }) => at >= begin);
  const next = events.find(({ at }) => at >= end);
  if (!first || first === next) throw emptyPeriod(period);
  const sizes = signed.map(({ size }) => size);
  const after = sizes.filter((size) => size < first.seq).at(-1) ?? 0;
  const size = (next && sizes.find((each) => each >= next.seq)) ?? events.length;
  return { after, size };
}

function indexOf(events: readonly LocatedEvent[]): LogIndex {
  const index = new LogIndex();
  for (const { bytes } of events) {
    const event = parseEvent(bytes);
    if (typeof event !== 'string') index.add(event);
  }
  return index;
}

interface Touched {
  readonly items: ReadonlySet<string>;
  /** Of these items, their editions and publications. */
  readonly ids: ReadonlySet<string>;
}

/** The items to which something was done in the part, or to a document of theirs. */
function touchedBy(run: readonly LocatedEvent[], all: BundleRecords, places: readonly PublicationPlace[]): Touched {
  const itemOf = new Map([...all.editions, ...places].map(({ id, itemId }) => [id, itemId]));
  const items = new Set(
    run.flatMap(({ itemKind, itemId }) => (lifeNamed(itemKind) ? itemId : (itemOf.get(itemId) ?? []))),
  );
  const ids = [...itemOf].filter(([, itemId]) => items.has(itemId)).map(([id]) => id);
  return { items, ids: new Set([...items, ...ids]) };
}

function ofItems(all: BundleRecords, items: ReadonlySet<string>): BundleRecords {
  const isOf = ({ itemId }: { readonly itemId: string }): boolean => items.has(itemId);
  return {
    ...all,
    versions: all.versions.filter(isOf),
    decisions: all.decisions.filter(isOf),
    overrides: all.overrides.filter(isOf),
    editions: all.editions.filter(isOf),
  };
}

interface Beginning {
  readonly organizationId: string;
  readonly createdAt: string;
  readonly period: Period;
  readonly after: number;
  readonly earlier: readonly LocatedEvent[];
}

function beginning(events: readonly LocatedEvent[], { period, after, earlier, ...subject }: Beginning): PeriodParts {
  const before = events.slice(0, after);
  const frontier = MerkleFrontier.empty();
  for (const { bytes } of before) frontier.append(leafHash(bytes));
  const head = before.at(-1)?.hash ?? chainStart(subject).toString('hex');
  return { ...period, after, head, edge: frontier.bytes().toString('hex'), earlier };
}
