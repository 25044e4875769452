import { generateKeyPairSync } from 'node:crypto';
import {
  addCheckpointBody,
  judgeAddCheckpoint,
  originIn,
  readAddCheckpoint,
  type AddCheckpoint,
} from '../../src/audit/add-checkpoint.js';
import { checkpointText, originOf } from '../../src/audit/checkpoint.js';
import {
  cosign,
  isCosignedBy,
  readCosignature,
  readWitnessKey,
  witnessKey,
  type Cosignature,
} from '../../src/audit/cosignature.js';
import { leafHash, MerkleTree } from '../../src/audit/merkle.js';
import { noteKeyOf, openNote, signNote, verifierKey } from '../../src/audit/signed-note.js';

const newKey = (): ReturnType<typeof generateKeyPairSync>['privateKey'] => generateKeyPairSync('ed25519').privateKey;
const ORIGIN = originOf('018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70');
const secret = newKey();
const logKey = noteKeyOf(ORIGIN, secret);
const NAME = 'witness.example.go.th/witness';
const witnessSecret = newKey();
const witness = noteKeyOf(NAME, witnessSecret);
const AT = 1_763_651_650;

const treeOf = (words: readonly string[]): MerkleTree =>
  new MerkleTree(words.map((word) => leafHash(Buffer.from(word))));
const WORDS = Array.from({ length: 40 }, (_unused, at) => `event ${at}`);
const tree = treeOf(WORDS);
/** The holder of the key wrote the seventh event again. */
const forked = treeOf(WORDS.map((word, at) => (at === 6 ? 'another event' : word)));

const noteOf = (of: MerkleTree, size: number, key = secret): string =>
  signNote(checkpointText({ origin: ORIGIN, size, root: of.root(size) }), ORIGIN, key);
const known = (size: number): { keys: [typeof logKey]; size: number; root: Buffer | null } => ({
  keys: [logKey],
  size,
  root: size === 0 ? null : tree.root(size),
});
const grown = (from: number, to: number, of = tree): AddCheckpoint => ({
  oldSize: from,
  proof: from === 0 ? [] : of.consistencyPath(from, to),
  note: noteOf(of, to),
});

describe('a witness', () => {
  it.each<[string, number, AddCheckpoint, number]>([
    ['the first tree it sees', 0, grown(0, 12), 200],
    ['a tree that grew', 12, grown(12, 30), 200],
    ['a tree that grew from a power of two', 16, grown(16, 17), 200],
    ['the same tree again', 12, grown(12, 12), 200],
    ['a smaller tree', 30, grown(12, 12), 409],
    ['a smaller tree as if it were new', 30, grown(0, 12), 409],
    ['a smaller tree after the larger one', 30, { ...grown(12, 12), oldSize: 30 }, 400],
    ['a larger tree from a size that it does not know', 12, grown(16, 30), 409],
    ['a larger tree as if it were new', 12, grown(0, 30), 409],
    ['another tree of the same size', 12, grown(12, 12, forked), 409],
    ['a tree that grew out of another one', 12, grown(12, 30, forked), 422],
    ['another tree with the proof of the true one', 12, { ...grown(12, 30), note: noteOf(forked, 30) }, 422],
    ['a proof that is cut', 12, { ...grown(12, 30), proof: tree.consistencyPath(12, 30).slice(1) }, 422],
    ['a proof that goes on', 12, { ...grown(12, 30), proof: [...tree.consistencyPath(12, 30), tree.root(3)] }, 422],
    ['no proof', 12, { ...grown(12, 30), proof: [] }, 422],
    ['a proof of the same tree', 12, { ...grown(12, 12), proof: [tree.root(12)] }, 422],
    ['a proof from nothing', 0, { ...grown(0, 12), proof: [tree.root(12)] }, 422],
    ['an empty tree', 0, grown(0, 0), 400],
    ['a signature of a stranger', 0, { ...grown(0, 12), note: noteOf(tree, 12, newKey()) }, 403],
  ])('answers to %s, knowing %i events, as tlog-witness numbers it', (_what, size, asked, status) => {
    expect(judgeAddCheckpoint(asked, known(size)).status).toBe(status);
  });

  it('knows no log that was not admitted', () => {
    expect(judgeAddCheckpoint(grown(0, 12), { keys: [], size: 0, root: null })).toEqual({ status: 404 });
  });

  it('reads a request as it was written, and no other form', () => {
    const asked = grown(12, 30);
    const body = addCheckpointBody(asked);
    expect(readAddCheckpoint(body)).toEqual(asked);
    expect(readAddCheckpoint(addCheckpointBody(grown(0, 12)))).toEqual(grown(0, 12));
    expect(originIn(asked)).toBe(ORIGIN);
    expect(originIn({ ...asked, note: asked.note.replace('\n\n', '\nmore\n\n') })).toBeNull();
    for (const other of [
      body.replace('old 12', 'old 012'),
      body.replace('old 12', 'new 12'),
      body.replace('old ', 'old'),
      body.replace('\n', '\r\n'),
      body.replace('\n\n', '\n'),
      body.replace(/^(old 12\n)./, '$1'),
      body.replace(/^(old 12\n)/, '$1AAAA\n'),
      body.replace(/^(old 12\n)/, `$1${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`),
      body.slice(0, -1),
      body.slice(0, body.indexOf('—')),
      '',
    ]) {
      expect(readAddCheckpoint(other)).toBeNull();
    }
  });
});

describe('a cosignature', () => {
  const text = checkpointText({ origin: ORIGIN, size: 12, root: tree.root(12) });
  const line = cosign(text, { name: NAME, privateKey: witnessSecret }, AT);
  const read = (of = line): Cosignature => {
    const cosignature = readCosignature(of.trimEnd());
    if (!cosignature) throw new Error('no cosignature');
    return cosignature;
  };

  it('holds for its checkpoint, its time and its witness alone', () => {
    expect(read().seconds).toBe(AT);
    expect(isCosignedBy(read(), text, witness)).toBe(true);
    const other = checkpointText({ origin: ORIGIN, size: 12, root: forked.root(12) });
    expect(isCosignedBy(read(), other, witness)).toBe(false);
    expect(isCosignedBy({ ...read(), seconds: AT + 1 }, text, witness)).toBe(false);
    expect(isCosignedBy(read(), text, noteKeyOf(NAME, newKey()))).toBe(false);
    expect(isCosignedBy(read(), text, { ...witness, name: 'another name' })).toBe(false);
  });

  it('is no signature of a log, and the key of a witness is no key of a log', () => {
    expect(readWitnessKey(witnessKey(witness))).toEqual(witness);
    expect([readWitnessKey(verifierKey(witness)), readWitnessKey('nonsense')]).toEqual([null, null]);
    expect(readCosignature(noteOf(tree, 12).trimEnd().split('\n').at(-1) ?? '')).toBeNull();
    expect(readCosignature(cosign(text, { name: NAME, privateKey: witnessSecret }, 2 ** 40).trimEnd())).toBeNull();
  });

  it('may stand below a checkpoint, which opens as before', () => {
    const note = noteOf(tree, 12);
    expect(openNote(`${note}${line}`, [logKey])).toEqual({ text, key: logKey });
    expect(openNote(`${note}${line}`, [witness])).toBeNull();
    expect(readAddCheckpoint(addCheckpointBody({ ...grown(0, 12), note: `${note}${line}` }))?.note).toContain(NAME);
  });
});
