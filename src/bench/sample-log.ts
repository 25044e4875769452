import { generateKeyPairSync } from 'node:crypto';
import { sha256Of } from '../audit/bundle.js';
import type { BundleRecord, BundleRecords } from '../audit/bundle-records.js';
import { canonicalBytes, EVENT_KEYS, EVENT_SCHEMA, type CanonicalEvent } from '../audit/canonical-event.js';
import { chainNext, chainStart, type ChainedEvent } from '../audit/chain.js';
import { checkpointText, originOf } from '../audit/checkpoint.js';
import { cosign } from '../audit/cosignature.js';
import { KEY_ACTION, keyFingerprint } from '../audit/log-keys.js';
import { leafHash, MerkleTree } from '../audit/merkle.js';
import { noteKeyOf, signNote, splitNote } from '../audit/signed-note.js';
import { STATED, statementHash, type StatedKind } from '../audit/stated-record.js';
import type { StoredCheckpoint } from '../proofs/checkpoints.queries.js';
import type { StoredCosignature } from '../proofs/cosignatures.queries.js';
import type { OwnKey } from '../proofs/key-safe.js';
import type { BundleParts } from '../proofs/make-bundle.js';

export const SAMPLE_SUBJECT = {
  organizationId: '018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70',
  createdAt: '2026-11-20T15:00:00.000000Z',
};
/** The event that announces the key of a sample log. */
export const KEY_AT = 2;
/** Each report of the log takes this many events; one in ten of them is printed. */
const EVENTS_OF_ONE = 10;
const PRINTED = 10;

const [CLERK, HEAD, MAYOR, POST, OFFICE] = [1, 2, 3, 4, 5].map((n) => idOf('a', n)) as [
  string,
  string,
  string,
  string,
  string,
]; // five of five
const FILE = sha256Of('a sealed file');

/** A new key of a sample log. */
export function sampleKey(): OwnKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { note: noteKeyOf(originOf(SAMPLE_SUBJECT.organizationId), privateKey), privateKey };
}

/** Reports that were compiled, submitted, signed by two people and some of them printed, as a log of that length would tell. */
export function sampleParts(length: number, every: number, key: OwnKey): BundleParts {
  const events = chained(Array.from({ length }, (_unused, at) => canonicalBytes(eventAt(at + 1, key))));
  const tree = new MerkleTree(events.map(({ bytes }) => leafHash(bytes)));
  const checkpoints = sizesOf(length, every).map((size) => checkpointAt(size, tree, key));
  return {
    ...SAMPLE_SUBJECT,
    item: null,
    period: null,
    head: events.at(-1)?.hash ?? '',
    events,
    keys: [{ key: key.note, since: KEY_AT, endorsement: '' }],
    checkpoints,
    stamps: [],
    cosignatures: cosignaturesOf(checkpoints),
    records: recordsOf(length, tree, key),
    tree,
    proven: Array.from({ length: Math.floor(length / (EVENTS_OF_ONE * PRINTED)) }, (_unused, at) => sealedAt(at)),
    artefacts: [],
  };
}

/** Who witnesses sample logs. */
export const SAMPLE_WITNESS = { name: 'witness.example.go.th/witness', ...generateKeyPairSync('ed25519') };
const COSIGNED = 5;
const FIRST_COSIGNED_S = 1_800_000_000;

/** One checkpoint in five, a minute later each. */
function cosignaturesOf(checkpoints: readonly StoredCheckpoint[]): StoredCosignature[] {
  const { name, privateKey } = SAMPLE_WITNESS;
  const { publicKey } = noteKeyOf(name, privateKey);
  return checkpoints
    .filter((_checkpoint, at) => at % COSIGNED === COSIGNED - 1)
    .map(({ size, note }, at) => {
      const seconds = FIRST_COSIGNED_S + at * 60;
      const line = cosign(splitNote(note)?.text ?? '', SAMPLE_WITNESS, seconds);
      return { size, witness: name, publicKey, line, cosignedAt: new Date(seconds * 1_000) };
    });
}

export function chained(allBytes: readonly Uint8Array[]): ChainedEvent[] {
  let head = chainStart(SAMPLE_SUBJECT);
  return allBytes.map((bytes, index) => {
    head = chainNext(SAMPLE_SUBJECT.organizationId, index + 1, head, bytes);
    return { seq: index + 1, bytes, hash: head.toString('hex') };
  });
}

export function checkpointAt(size: number, tree: MerkleTree, key: OwnKey): StoredCheckpoint {
  const root = tree.root(size);
  const origin = originOf(SAMPLE_SUBJECT.organizationId);
  const note = signNote(checkpointText({ origin, size, root }), origin, key.privateKey);
  return { size, root, note, madeAt: new Date(0) };
}

const sizesOf = (length: number, every: number): number[] => [
  ...Array.from({ length: Math.ceil(length / every) - 1 }, (_unused, at) => (at + 1) * every),
  length,
];

/** Number of the event that seals the n-th printed report, from 0. */
const sealedAt = (n: number): number => n * EVENTS_OF_ONE * PRINTED + 8;

function eventAt(seq: number, key: OwnKey): CanonicalEvent {
  const nothing = Object.fromEntries(EVENT_KEYS.map((name) => [name, ''])) as Record<keyof CanonicalEvent, string>; // every key is in the list
  return {
    ...nothing,
    at: momentOf(seq),
    authAgeSeconds: '42',
    authMethod: 'password',
    clientAddress: '192.0.2.7',
    organizationId: SAMPLE_SUBJECT.organizationId,
    requestId: idOf('f', seq),
    schema: EVENT_SCHEMA,
    seq: String(seq),
    sessionHash: sha256Of('session'),
    softwareVersion: '0.1.0',
    ...deedAt(seq, key),
  };
}

/** Ten events of each report; the second event of the log announces its key instead. */
function deedAt(seq: number, key: OwnKey): Partial<CanonicalEvent> & { action: string } {
  const number = Math.floor((seq - 1) / EVENTS_OF_ONE);
  const [itemId, editionId] = [idOf('b', number), idOf('c', number)];
  const text = sha256Of(textOf(number));
  const item = { itemKind: 'report', itemId, contentHashBefore: text, contentHashAfter: text };
  const edition = { itemKind: 'edition', itemId: editionId };
  const save = { action: 'route.save', itemKind: 'route', itemId: OFFICE, actorPersonId: CLERK };
  const other = STATEMENTS[STATED_AT.indexOf(seq)] ?? save;
  if (seq === KEY_AT) {
    return { action: KEY_ACTION, itemKind: 'organization', contentHashAfter: keyFingerprint(key.note) };
  }
  if ((seq - 1) % EVENTS_OF_ONE > 3 && (seq - 1) % EVENTS_OF_ONE !== 5 && number % PRINTED !== 0) return other;
  const deeds: readonly (Partial<CanonicalEvent> & { action: string })[] = [
    { ...item, action: 'compile', toState: 'draft', actorPersonId: CLERK, contentHashBefore: '' },
    other,
    { ...item, action: 'submit', fromState: 'draft', toState: 'signing', actorPersonId: CLERK, actorPostId: OFFICE },
    { ...item, action: 'sign', fromState: 'signing', toState: 'signing', actorPersonId: HEAD, actorPostId: POST },
    { ...edition, action: 'edition.freeze', toState: 'frozen', contentHashAfter: sha256Of(snapshotOf(number)) },
    { ...item, action: 'sign', fromState: 'signing', toState: 'signed', actorPersonId: MAYOR, actorPostId: OFFICE },
    { ...edition, action: 'edition.render', fromState: 'frozen', toState: 'rendered', fileSha256: FILE },
    { ...edition, action: 'edition.seal', fromState: 'rendered', toState: 'sealed', fileSha256: FILE },
    { ...item, action: 'publish', fromState: 'signed', toState: 'published' },
    other,
  ];
  return deeds[(seq - 1) % EVENTS_OF_ONE] ?? other;
}

function recordsOf(length: number, tree: MerkleTree, key: OwnKey): BundleRecords {
  const whole = Array.from({ length: Math.floor(length / EVENTS_OF_ONE) }, (_unused, number) => number);
  return {
    people: [CLERK, HEAD, MAYOR].map((id, at) => personOf(id, at)),
    posts: [POST, OFFICE].map((id, at) => postOf(id, at)),
    orders: [ORDER],
    appointments: [],
    routes: [],
    versions: whole.map(versionOf),
    decisions: whole.flatMap((number) => [
      decisionOf(number, { person: HEAD, post: POST, place: 4 }),
      decisionOf(number, { person: MAYOR, post: OFFICE, place: 6 }),
    ]),
    overrides: [],
    editions: whole.filter((number) => number % PRINTED === 0).map((number) => editionOf(number, tree, key)),
    publications: [],
  };
}

const SALT = sha256Of('a key of each record');
const personOf = (id: string, at: number): BundleRecord<'people'> => ({
  id,
  name: `นายสมมติ ที่ ${at + 1}`,
  nameEn: '',
  key: SALT,
  isCurrent: 'true',
});
const postOf = (id: string, at: number): BundleRecord<'posts'> => ({
  id,
  title: `ตำแหน่งตัวอย่าง ${at + 1}`,
  titleEn: '',
  kind: 'officer',
  divisionId: '',
  endsOn: '',
  key: SALT,
  isCurrent: 'true',
});
const ORDER: BundleRecord<'orders'> = {
  id: idOf('e', 1),
  personId: HEAD,
  postId: OFFICE,
  capacity: 'acting_for',
  throughOrderId: '',
  orderNumber: '๑/๒๕๖๙',
  orderedOn: '2026-01-01',
  startsOn: '2026-01-01',
  endsOn: '',
  revokedOn: '',
  itemKinds: '',
  inCapacityOf: '',
  key: SALT,
};

/** What is said of the rows beside the log, and in which events. */
export const STATED_AT: readonly number[] = [10, 12, 15, 17, 18, 19];
const STATEMENTS: readonly (Partial<CanonicalEvent> & { action: string })[] = [
  ...[CLERK, HEAD, MAYOR].map((id, at) => statementOf('people', 'person.add', personOf(id, at))),
  ...[POST, OFFICE].map((id, at) => statementOf('posts', 'post.add', postOf(id, at))),
  statementOf('orders', 'acting.order', ORDER),
];

function statementOf(
  kind: StatedKind,
  action: string,
  record: { readonly id: string },
): Partial<CanonicalEvent> & { action: string } {
  const contentHashAfter = statementHash(kind, { ...record }, Buffer.from(SALT, 'hex'));
  return { action, itemKind: STATED[kind].itemKind, itemId: record.id, actorPersonId: CLERK, contentHashAfter };
}

const versionOf = (number: number): BundleRecord<'versions'> => ({
  itemKind: 'report',
  itemId: idOf('b', number),
  number: '1',
  contentHash: sha256Of(textOf(number)),
  content: textOf(number),
  frozenBy: CLERK,
  frozenAt: momentOf(number * EVENTS_OF_ONE + 3),
});

const decisionOf = (
  number: number,
  { person, post, place }: { readonly person: string; readonly post: string; readonly place: number },
): BundleRecord<'decisions'> => ({
  itemKind: 'report',
  itemId: idOf('b', number),
  round: '1',
  stage: 'signing',
  step: '0',
  act: 'sign',
  postId: post,
  personId: person,
  shownHash: sha256Of(textOf(number)),
  affirms: 'true',
  ...OWN_AND_UNSAID,
  isSetAside: 'false',
  decidedAt: momentOf(number * EVENTS_OF_ONE + place),
});

const editionOf = (number: number, tree: MerkleTree, key: OwnKey): BundleRecord<'editions'> => ({
  id: idOf('c', number),
  itemKind: 'report',
  itemId: idOf('b', number),
  documentId: idOf('d', number),
  number: '1',
  language: 'th',
  template: 'implementation-report.v1',
  title: 'รายงานตัวอย่าง',
  snapshotHash: sha256Of(snapshotOf(number)),
  snapshot: snapshotOf(number),
  signedAt: momentOf(number * EVENTS_OF_ONE + 6),
  renderedSha256: FILE,
  sealedSha256: FILE,
  sealLevel: 'B-B',
  sealIsDemo: 'true',
  checkpoint: checkpointAt(number * EVENTS_OF_ONE + 6, tree, key).note,
});

const OWN_AND_UNSAID = { actingOrderIds: '', reason: '', reasonKey: '', reasonCode: '', backToStep: '' };
const textOf = (number: number): string => JSON.stringify({ title: `รายงานตัวอย่างที่ ${number}` });
const snapshotOf = (number: number): string => JSON.stringify({ printed: `รายงานตัวอย่างที่ ${number}` });
const momentOf = (seq: number): string =>
  new Date(Date.UTC(2026, 10, 20, 16) + seq * 1_000).toISOString().replace('Z', '000Z');

/** A UUID that tells what kind of thing it is of, and which. */
function idOf(kind: string, number: number): string {
  return `018f6d2a-${kind.repeat(4)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
