import { canonicalBytes, type CanonicalEvent } from '../../src/audit/canonical-event.js';
import type { BundleRecord } from '../../src/audit/bundle-records.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { BUNDLE_FILES, sha256Of } from '../../src/audit/bundle.js';
import { chained, checkpointAt } from '../../src/bench/sample-log.js';
import { bundleOf, type BundleParts } from '../../src/proofs/make-bundle.js';
import { unpacked, type Files } from './bundle-files.js';
import type { HonestBundle } from './file-forgeries.js';
import { partOf } from './part-of-log.js';

/** Deeds that the product would have refused, written by who can write events: chain, checkpoints and list are in order. */
export interface DeedForgery {
  readonly name: string;
  /** Null for what is lawful after all. */
  readonly problem: string | null;
  /** @param report number of a report of the sample log, from 1 */
  readonly forge: (
    bundle: HonestBundle,
    report: number,
  ) => { readonly files: Files; readonly file: string; readonly position: number };
}

/** Places of the ten events of each sample report. */
const [COMPILE, FREE, SUBMIT, FIRST_SIGN, SECOND_SIGN, PUBLISH] = [1, 2, 3, 4, 6, 9] as const;
type Change = Partial<CanonicalEvent>;
/** Who did what in the sample. */
interface Cast {
  readonly clerk: string;
  readonly head: string;
  readonly mayor: string;
}
type Changes = (cast: Cast, itemId: string) => Readonly<Partial<Record<number, Change>>>;

const forgery = (name: string, problem: string | null, place: number, changes: Changes): DeedForgery => ({
  name,
  problem,
  forge: (bundle, report) => ({
    files: rewritten(bundle, report, changes),
    file: report * 10 + place > bundle.after ? BUNDLE_FILES.events : BUNDLE_FILES.earlier,
    position: report * 10 + place,
  }),
});

const bySubmitter: Changes = ({ clerk }) => ({ [SECOND_SIGN]: { actorPersonId: clerk } });

export const DEED_FORGERIES: readonly DeedForgery[] = [
  forgery('a submitter who signs', 'own-submission-decided', SECOND_SIGN, bySubmitter),
  forgery('an author who signs what another submitted', 'own-text-decided', FIRST_SIGN, ({ clerk, mayor }) => ({
    [SUBMIT]: { actorPersonId: mayor },
    [FIRST_SIGN]: { actorPersonId: clerk },
    [SECOND_SIGN]: { actorPersonId: '' },
  })),
  forgery('one person who signs twice', 'decided-twice', SECOND_SIGN, ({ head }) => ({
    [SECOND_SIGN]: { actorPersonId: head },
  })),
  forgery('a submission that signs', 'deed-not-in-lifecycle', SUBMIT, () => ({ [SUBMIT]: { toState: 'signed' } })),
  forgery('a signature before the submission', 'deed-not-in-lifecycle', FREE, ({ mayor }, itemId) => ({
    [FREE]: { action: 'sign', itemKind: 'report', itemId, fromState: 'draft', toState: 'signed', actorPersonId: mayor },
  })),
  forgery('a state that does not follow', 'history-differs', FIRST_SIGN, () => ({
    [FIRST_SIGN]: { fromState: 'draft' },
  })),
  forgery('a report that begins as submitted', 'deed-not-in-lifecycle', COMPILE, () => ({
    [COMPILE]: { toState: 'signing' },
  })),
  forgery('a report that begins a second time', 'history-differs', FREE, ({ clerk }, itemId) => ({
    [FREE]: { action: 'compile', itemKind: 'report', itemId, toState: 'draft', actorPersonId: clerk },
  })),
  forgery('a text that changes while it waits', 'deed-not-in-lifecycle', FIRST_SIGN, () => ({
    [FIRST_SIGN]: { action: 'edit', contentHashAfter: sha256Of('another text') },
  })),
  forgery('a signature that changes the text', 'deed-not-in-lifecycle', FIRST_SIGN, () => ({
    [FIRST_SIGN]: { contentHashBefore: sha256Of('another text') },
  })),
  forgery('a deed of the product by a person', 'deed-not-in-lifecycle', PUBLISH, ({ mayor }, itemId) => ({
    [PUBLISH]: { ...published(itemId), actorPersonId: mayor },
  })),
  forgery('a deed of a person by nobody', 'deed-not-in-lifecycle', SUBMIT, () => ({ [SUBMIT]: { actorPersonId: '' } })),
  forgery('an emergency of somebody else', 'own-submission-decided', SECOND_SIGN, (cast, itemId) => ({
    ...bySubmitter(cast, itemId),
    [FREE]: { action: 'override', itemKind: 'report', itemId, actorPersonId: cast.head },
  })),
  forgery('an emergency', null, FREE, (cast, itemId) => ({
    ...bySubmitter(cast, itemId),
    [FREE]: { action: 'override', itemKind: 'report', itemId, actorPersonId: cast.clerk },
  })),
];

const published = (itemId: string): Change => ({
  action: 'publish',
  itemKind: 'report',
  itemId,
  fromState: 'signed',
  toState: 'published',
});

/** The log with some events of one report changed, its decisions to fit, and everything signed anew with the true key. */
function rewritten({ log: parts, key, after }: HonestBundle, report: number, changesOf: Changes): Files {
  const eventAt = (place: number): CanonicalEvent => eventOf(parts.events[report * 10 + place - 1]?.bytes);
  const { itemId } = eventAt(COMPILE);
  const [clerk, first, mayor] = [COMPILE, FIRST_SIGN, SECOND_SIGN].map((place) => eventAt(place).actorPersonId);
  const changes = changesOf({ clerk: clerk ?? '', head: first ?? '', mayor: mayor ?? '' }, itemId);
  const bytes = parts.events.map((event) => {
    const change = Math.floor((event.seq - 1) / 10) === report ? changes[event.seq - report * 10] : undefined;
    return change ? canonicalBytes({ ...eventOf(event.bytes), ...change }) : event.bytes;
  });
  const events = chained(bytes);
  const tree = new MerkleTree(bytes.map(leafHash));
  const checkpoints = parts.checkpoints.map(({ size }) => checkpointAt(size, tree, key));
  const head = events.at(-1)?.hash ?? '';
  const forged = { ...parts, events, tree, checkpoints, cosignatures: [], head };
  const signer = changes[SECOND_SIGN]?.actorPersonId ?? mayor ?? '';
  const written = { ...forged, records: recordsFor(parts, itemId, { from: mayor ?? '', to: signer }) };
  return unpacked(bundleOf(after > 0 ? partOf(written, after) : written, key));
}

const eventOf = (bytes: Uint8Array = new Uint8Array()): CanonicalEvent =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as CanonicalEvent; // an event of the sample log

function recordsFor({ records }: BundleParts, itemId: string, { from, to }: { from: string; to: string }) {
  const fitting = (each: BundleRecord<'decisions'>): BundleRecord<'decisions'> =>
    each.itemId === itemId && each.personId === from ? { ...each, personId: to } : each;
  const override = {
    itemKind: 'report',
    itemId,
    round: '1',
    transition: 'sign',
    personId: to,
    reason: 'เหตุฉุกเฉิน',
    madeAt: '',
    ratifiedBy: '',
    ratifiedAt: '',
  };
  return {
    ...records,
    decisions: records.decisions.map(fitting),
    overrides: from === to ? [] : [override],
    editions: records.editions.map((edition) => ({ ...edition, checkpoint: '' })),
  };
}
