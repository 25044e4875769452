import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { BUNDLE_FILES, checkpointFile, cosignatureFile } from '../../src/audit/bundle.js';
import { checkpointText, originOf } from '../../src/audit/checkpoint.js';
import { cosign, witnessKey } from '../../src/audit/cosignature.js';
import { logKeyLine } from '../../src/audit/log-keys.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { noteKeyOf, splitNote, verifierKey } from '../../src/audit/signed-note.js';
import { checkpointAt, SAMPLE_SUBJECT, SAMPLE_WITNESS, sampleKey } from '../../src/bench/sample-log.js';
import type { BundleParts } from '../../src/proofs/make-bundle.js';
import type { OwnKey } from '../../src/proofs/key-safe.js';
import { relisted, textIn, withLine, withoutFile, withText, type Files } from './bundle-files.js';

export interface HonestBundle {
  readonly files: Files;
  readonly parts: BundleParts;
  /** The whole log that it is of. */
  readonly log: BundleParts;
  /** How many events stand before it; 0 for a whole log. */
  readonly after: number;
  /** The key that signed it. */
  readonly key: OwnKey;
}

export interface FoundAt {
  readonly file: string;
  readonly position: number;
  readonly problem: string;
}

export interface FileForgery {
  readonly name: string;
  /** How many places differ, where they are few: more would be the same again. */
  readonly distinct?: number;
  /** @param place 0 to 24 */
  readonly forge: (bundle: HonestBundle, place: number) => readonly [Files, FoundAt];
}

const STRANGER = sampleKey();
/** A part begins with the checkpoint that it goes on from. */
const sizesOf = ({ parts, after }: HonestBundle): number[] =>
  parts.checkpoints.map(({ size }) => size).filter((size) => size > after);
const sizeAt = (bundle: HonestBundle, place: number): number => sizesOf(bundle)[place] ?? 0;
const provenOn = (files: Files, line: number): number =>
  Number(/"seq":"(\d+)"/.exec(textIn(files, BUNDLE_FILES.inclusion).split('\n')[line - 1] ?? '')?.[1]);

const ofCheckpoint = (name: string, problem: string, edit: (note: string) => string): FileForgery => ({
  name,
  forge: (bundle, place) => {
    const file = checkpointFile(sizeAt(bundle, place));
    return [withText(bundle.files, file, edit), { file, position: 0, problem }];
  },
});

const ofLine = (
  name: string,
  file: string,
  problem: string,
  edit: (line: string) => string,
  place0 = 0,
): FileForgery => ({
  name,
  forge: ({ files }, place) => {
    const [forged, line] = withLine(files, file, place + place0, edit);
    return [forged, { file, position: line, problem }];
  },
});

const OTHER_WITNESS = generateKeyPairSync('ed25519').privateKey;
const COSIGNED_S = 1_800_000_000;

/** Sizes of the checkpoints that the witness of a bundle cosigned, and one of them. */
const cosignedSizes = ({ parts }: HonestBundle): number[] => parts.cosignatures.map(({ size }) => size);
const cosignedAt = (bundle: HonestBundle, place: number): number =>
  cosignedSizes(bundle)[place % cosignedSizes(bundle).length] ?? 0;

/** The bundles of the tests have as many. */
const COSIGNED = 5;
const ofCosignature = (
  name: string,
  edit: (bundle: HonestBundle, size: number, line: string) => string,
  position = 1,
): FileForgery => ({
  name,
  distinct: COSIGNED,
  forge: (bundle, place) => {
    const size = cosignedAt(bundle, place);
    const file = cosignatureFile(size);
    const forged = withText(bundle.files, file, (line) => edit(bundle, size, line));
    return [forged, { file, position, problem: 'cosignature-wrong' }];
  },
});

const textOfCheckpoint = ({ files }: HonestBundle, size: number): string =>
  splitNote(textIn(files, checkpointFile(size)))?.text ?? '';
const cosignedBy = (privateKey: KeyObject, text: string): string =>
  cosign(text, { name: SAMPLE_WITNESS.name, privateKey }, COSIGNED_S);

const otherDigit = (text: string): string => text.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a'));
const otherLetter = (text: string): string => text.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
const field =
  (name: string, change: (value: string) => string) =>
  (line: string): string =>
    line.replace(new RegExp(`"${name}":"([^"]*)"`), (_all, value: string) => `"${name}":"${change(value)}"`);
const onPath = (line: string): string =>
  line.replace(/"path":\["([^"]*)"/, (_all, hash: string) => `"path":["${otherLetter(hash)}"`);

const VERSIONS = 'records/versions.ndjson';
const DECISIONS = 'records/decisions.ndjson';
const EDITIONS = 'records/editions.ndjson';
const PEOPLE = 'records/people.ndjson';
const POSTS = 'records/posts.ndjson';
const ORDERS = 'records/orders.ndjson';

const without = (file: string): FileForgery => ({
  name: `nothing in ${file}`,
  forge: ({ files }) => [withText(files, file, () => ''), { file, position: 0, problem: 'record-missing' }],
});

/** Ways to forge what stands beside the events. */
export const FILE_FORGERIES: readonly FileForgery[] = [
  ofCheckpoint('another root in a checkpoint', 'checkpoint-signature-wrong', (note) =>
    note.replace(/\n(\S)(\S{42}=)\n/, (_all, first: string, rest: string) => `\n${otherLetter(first)}${rest}\n`),
  ),
  ofCheckpoint('another size in a checkpoint', 'checkpoint-signature-wrong', (note) => note.replace(/\n(\d)/, '\n7$1')),
  ofCheckpoint('a broken signature on a checkpoint', 'checkpoint-signature-wrong', (note) =>
    note.replace(
      /(.{20})(.)(.{20}\n)$/,
      (_all, before: string, one: string, after: string) => `${before}${otherLetter(one)}${after}`,
    ),
  ),
  ofCheckpoint('a checkpoint without its signature', 'checkpoint-signature-wrong', (note) =>
    note.slice(0, note.indexOf('\n\n') + 2),
  ),
  ofCheckpoint('a control character in a checkpoint', 'checkpoint-signature-wrong', (note) =>
    note.replace('/', '/\u0007'),
  ),
  {
    name: 'a checkpoint signed by a stranger',
    forge: (bundle, place) => {
      const size = sizeAt(bundle, place);
      const file = checkpointFile(size);
      const { note } = checkpointAt(size, bundle.parts.tree, STRANGER);
      return [withText(bundle.files, file, () => note), { file, position: 0, problem: 'checkpoint-signature-wrong' }];
    },
  },
  {
    name: 'a checkpoint over another log, signed with the true key',
    forge: (bundle, place) => {
      const size = sizeAt(bundle, place);
      const note = checkpointAt(size, forgedTree(bundle.log), bundle.key).note;
      const files = withText(bundle.files, checkpointFile(size), () => note);
      return [files, { file: BUNDLE_FILES.events, position: size, problem: 'checkpoint-differs' }];
    },
  },
  ofCosignature('a cosignature of another root', ({ log }, size) => {
    const origin = originOf(SAMPLE_SUBJECT.organizationId);
    const root = forgedTree(log).root(size);
    return cosignedBy(SAMPLE_WITNESS.privateKey, checkpointText({ origin, size, root }));
  }),
  ofCosignature('a cosignature of another checkpoint', (bundle, size) => {
    const [first = 0, second = 0] = cosignedSizes(bundle);
    return textIn(bundle.files, cosignatureFile(size === first ? second : first));
  }),
  ofCosignature('another time of a cosignature', (_bundle, _size, line) => {
    const [words = '', payload = ''] = line.trimEnd().split(/ (?=\S+$)/);
    const bytes = Buffer.from(payload, 'base64');
    bytes.writeBigUInt64BE(bytes.readBigUInt64BE(4) - 3_600n, 4);
    return `${words} ${bytes.toString('base64')}\n`;
  }),
  ofCosignature('a cosignature of a stranger under the name of the witness', (bundle, size) =>
    cosignedBy(OTHER_WITNESS, textOfCheckpoint(bundle, size)),
  ),
  ofCosignature(
    'a further cosignature of a stranger',
    (bundle, size, line) => `${line}${cosignedBy(OTHER_WITNESS, textOfCheckpoint(bundle, size))}`,
    2,
  ),
  ofCosignature('a cosignature that is none', (_bundle, _size, line) => line.replace('—', '-')),
  ofCosignature('a signature of the log in place of a cosignature', ({ files }, size) =>
    textIn(files, checkpointFile(size)).split('\n').slice(-2).join('\n'),
  ),
  ofCosignature('nothing in a file of cosignatures', () => '', 0),
  {
    name: 'a cosignature that was taken out',
    distinct: COSIGNED,
    forge: (bundle, place) => {
      const file = cosignatureFile(cosignedAt(bundle, place));
      return [withoutFile(bundle.files, file), { file, position: 0, problem: 'file-missing' }];
    },
  },
  {
    name: 'a cosignature for a checkpoint that is not there',
    distinct: COSIGNED,
    forge: (bundle, place) => {
      const size = cosignedAt(bundle, place);
      const file = cosignatureFile(size - 1);
      const line = textIn(bundle.files, cosignatureFile(size));
      return [withText(bundle.files, file, () => line), { file, position: 1, problem: 'cosignature-wrong' }];
    },
  },
  {
    name: 'a stranger in place of the witness',
    distinct: 1,
    forge: (bundle) => {
      const key = witnessKey(noteKeyOf(SAMPLE_WITNESS.name, OTHER_WITNESS));
      const file = cosignatureFile(cosignedAt(bundle, 0));
      const forged = withText(bundle.files, BUNDLE_FILES.witnesses, () => `${key}\n`);
      return [forged, { file, position: 1, problem: 'cosignature-wrong' }];
    },
  },
  {
    ...ofLine('a damaged key of the witness', BUNDLE_FILES.witnesses, 'witness-key-malformed', (line) =>
      line.slice(0, -1),
    ),
    distinct: 1,
  },
  {
    name: 'a missing checkpoint',
    forge: (bundle, place) => {
      const file = checkpointFile(sizeAt(bundle, place));
      const line = bundle.after > 0 ? place + 1 : Math.max(place, 1);
      const files = withoutFile(bundle.files, file);
      const atEnd = bundle.parts.proven.find((seq) => seq > bundle.after) ?? 0;
      return place === sizesOf(bundle).length - 1
        ? [files, { file: BUNDLE_FILES.inclusion, position: atEnd, problem: 'proof-wrong' }]
        : [files, { file: BUNDLE_FILES.consistency, position: line, problem: 'proof-wrong' }];
    },
  },
  {
    name: 'two checkpoints of one size',
    forge: (bundle, place) => {
      const size = sizeAt(bundle, place);
      const file = `checkpoints/${String(size).padStart(12, '0')}-2.txt`;
      const note = checkpointAt(size, forgedTree(bundle.log), bundle.key).note;
      const first = checkpointFile(size);
      const twice = [file, first].sort()[1] ?? file;
      return [withText(bundle.files, file, () => note), { file: twice, position: size, problem: 'checkpoint-twice' }];
    },
  },
  ofLine('another hash on a consistency proof', BUNDLE_FILES.consistency, 'proof-wrong', onPath),
  ofLine(
    'a consistency proof of another tree',
    BUNDLE_FILES.consistency,
    'proof-wrong',
    field('from', () => '3'),
  ),
  ofLine('a consistency proof that is none', BUNDLE_FILES.consistency, 'proof-malformed', (line) => line.slice(0, -1)),
  {
    name: 'another hash on an inclusion proof',
    forge: ({ files }, place) => {
      const [forged, line] = withLine(files, BUNDLE_FILES.inclusion, place, onPath);
      return [forged, { file: BUNDLE_FILES.inclusion, position: provenOn(files, line), problem: 'proof-wrong' }];
    },
  },
  {
    name: 'an inclusion proof of another tree size',
    forge: ({ files, parts }, place) => {
      const [forged, line] = withLine(
        files,
        BUNDLE_FILES.inclusion,
        place,
        field('size', () => String(parts.checkpoints[1]?.size)),
      );
      return [forged, { file: BUNDLE_FILES.inclusion, position: provenOn(files, line), problem: 'proof-wrong' }];
    },
  },
  ofLine(
    'another signer of a decision',
    DECISIONS,
    'decision-without-event',
    field('personId', (id) => id.replace(/.$/, '9')),
  ),
  ofLine(
    'another post of a decision',
    DECISIONS,
    'decision-without-event',
    field('postId', (id) => id.replace(/.$/, '9')),
  ),
  ofLine('another shown text of a decision', DECISIONS, 'decision-without-event', field('shownHash', otherDigit)),
  ofLine(
    'another deed of a decision',
    DECISIONS,
    'decision-without-event',
    field('act', () => 'return'),
  ),
  ofLine(
    'an invented acting order of a decision',
    DECISIONS,
    'decision-without-event',
    field('actingOrderIds', () => 'an-order'),
  ),
  ofLine(
    'a signature said to count no more',
    DECISIONS,
    'set-aside-differs',
    field('isSetAside', () => 'true'),
  ),
  ofLine('an invented reason of a decision', DECISIONS, 'reason-differs', (line) =>
    line.replace('"reason":"","reasonKey":""', '"reason":"เหตุผล","reasonKey":"00"'),
  ),
  {
    name: 'a decision that is left out',
    forge: ({ files }, place) => [
      withLine(files, DECISIONS, place, () => '\u0000')[0].size > 0
        ? withText(files, DECISIONS, (text) =>
            text
              .split('\n')
              .filter((_line, at) => at !== place)
              .join('\n'),
          )
        : files,
      { file: DECISIONS, position: 0, problem: 'file-differs' },
    ],
  },
  ofLine('another text of a version', VERSIONS, 'content-hash-differs', (line) => line.replace('ตัวอย่าง', 'อื่น')),
  ofLine('a further field of a version', VERSIONS, 'record-malformed', (line) => line.replace('{', '{"note":"",')),
  ofLine('another file of an edition', EDITIONS, 'edition-without-event', field('sealedSha256', otherDigit)),
  ofLine('another snapshot of an edition', EDITIONS, 'content-hash-differs', (line) =>
    line.replace('รายงานตัวอย่างที่', 'รายงานอื่นที่'),
  ),
  ofLine(
    'another checkpoint in an edition',
    EDITIONS,
    'known-checkpoint-wrong',
    field('checkpoint', (note) => note.replace(/\\n(\d)/, '\\n8$1')),
  ),
  ofLine('another name of a person', PEOPLE, 'record-differs', (line) => line.replace('สมมติ', 'อื่น')),
  ofLine('another name of a person, said to be a former one', PEOPLE, 'record-differs', (line) =>
    line.replace('สมมติ', 'อื่น').replace('"isCurrent":"true"', '"isCurrent":"false"'),
  ),
  ofLine('another key of a name', PEOPLE, 'record-differs', field('key', otherDigit)),
  ofLine(
    'a name without its key',
    PEOPLE,
    'record-differs',
    field('key', () => ''),
  ),
  ofLine('another title of a post', POSTS, 'record-differs', (line) => line.replace('ตัวอย่าง', 'อื่น')),
  ofLine(
    'another number of an acting order',
    ORDERS,
    'record-differs',
    field('orderNumber', () => '๙๙/๒๕๖๙'),
  ),
  ofLine(
    'another day of an acting order',
    ORDERS,
    'record-differs',
    field('orderedOn', () => '2025-12-31'),
  ),
  ofLine(
    'another capacity of an acting order',
    ORDERS,
    'record-differs',
    field('capacity', () => 'performing_duties'),
  ),
  ofLine(
    'another person of an acting order',
    ORDERS,
    'record-differs',
    field('personId', (id) => id.replace(/.$/, '9')),
  ),
  ofLine(
    'an acting order that was revoked',
    ORDERS,
    'record-differs',
    field('revokedOn', () => '2026-02-01'),
  ),
  ofLine(
    'an invented acting order',
    ORDERS,
    'record-differs',
    field('id', (id) => id.replace(/.$/, '9')),
  ),
  ofLine(
    'an invented person',
    PEOPLE,
    'record-differs',
    field('id', (id) => id.replace(/.$/, '9')),
  ),
  ...['people', 'posts', 'orders'].map((kind) => without(`records/${kind}.ndjson`)),
  {
    name: 'an invented emergency',
    forge: ({ files }, place) => {
      const invented = `{"itemKind":"report","itemId":"${place}","round":"1","transition":"sign","personId":"x","reason":"r","madeAt":"","ratifiedBy":"","ratifiedAt":""}\n`;
      const file = 'records/overrides.ndjson';
      return [withText(files, file, () => invented), { file, position: 1, problem: 'override-without-event' }];
    },
  },
  {
    name: 'another title of a file, and a list of files that fits',
    forge: ({ files }, place) => [
      relisted(retitled(files, place)),
      { file: BUNDLE_FILES.signature, position: 0, problem: 'manifest-signature-wrong' },
    ],
  },
  {
    name: 'another title of a file, and a list of files signed by a stranger',
    forge: ({ files }, place) => [
      relisted(retitled(files, place), STRANGER),
      { file: BUNDLE_FILES.signature, position: 0, problem: 'manifest-signature-wrong' },
    ],
  },
  {
    name: 'a file that is not listed',
    forge: ({ files }, place) => [
      withText(files, `artefacts/${place}.txt`, () => 'x'),
      { file: `artefacts/${place}.txt`, position: 0, problem: 'file-unexpected' },
    ],
  },
  {
    name: 'another readme',
    forge: ({ files }, place) => [
      withText(files, BUNDLE_FILES.readme, (text) => `${text}${place}`),
      { file: BUNDLE_FILES.readme, position: 0, problem: 'file-differs' },
    ],
  },
  {
    name: 'another opening time',
    forge: ({ files, after }, place) => [
      withText(files, BUNDLE_FILES.manifest, (text) => text.replace('15:00:00.000000', `15:00:00.0000${place + 10}`)),
      after > 0
        ? { file: BUNDLE_FILES.signature, position: 0, problem: 'manifest-signature-wrong' }
        : { file: BUNDLE_FILES.events, position: 1, problem: 'hash-differs' },
    ],
  },
  {
    name: 'a further key that the one before did not sign',
    forge: ({ files }, place) => {
      const line = logKeyLine(verifierKey(STRANGER.note), { since: place + 3, endorsement: '' });
      return [
        withText(files, BUNDLE_FILES.keys, (text) => `${text}${line}\n`),
        { file: BUNDLE_FILES.keys, position: 2, problem: 'log-key-not-endorsed' },
      ];
    },
  },
  {
    name: 'another key, with every checkpoint and the list of files signed anew',
    forge: ({ files, parts }) => {
      const line = logKeyLine(verifierKey(STRANGER.note), { since: 2, endorsement: '' });
      let forged = withText(files, BUNDLE_FILES.keys, () => `${line}\n`);
      for (const { size } of parts.checkpoints) {
        forged = withText(forged, checkpointFile(size), () => checkpointAt(size, parts.tree, STRANGER).note);
      }
      forged = withText(forged, EDITIONS, (text) => text.replace(/"checkpoint":"[^"]*"/g, '"checkpoint":""'));
      return [relisted(forged, STRANGER), { file: BUNDLE_FILES.events, position: 2, problem: 'log-key-not-announced' }];
    },
  },
];

const retitled = (files: Files, place: number): Files =>
  withLine(files, EDITIONS, place, (line) => line.replace('"รายงานตัวอย่าง"', `"รายงานอื่น ${place}"`))[0];

/** The tree of a log whose first event says something else. */
const forgedTree = ({ events }: BundleParts): MerkleTree =>
  new MerkleTree(events.map(({ bytes, seq }) => leafHash(seq === 1 ? Buffer.from('forged') : bytes)));
