import { createHash } from 'node:crypto';
import { isConsistent, isIncluded } from '../../src/audit/merkle-proofs.js';
import { leafHash, MerkleFrontier, MerkleTree } from '../../src/audit/merkle.js';

/** Known roots over the first entries of the test data of RFC 6962 implementations. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LARGEST = 65;
const leaves = Array.from({ length: LARGEST }, (_unused, at) => leafHash(Buffer.from(`event ${at}`)));
const tree = new MerkleTree(leaves);
const at = (size: number): { size: number; root: Buffer } => ({ size, root: tree.root(size) });
const flipped = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, place) => (place === 7 ? byte ^ 1 : byte)));

describe('the Merkle tree of a log', () => {
  it('has the roots that RFC 6962 logs have', () => {
    const known = new MerkleTree(ENTRIES.map(leafHash));
    expect(ROOTS.map((_root, place) => known.root(place + 1).toString('hex'))).toEqual(ROOTS);
    expect(known.root(0).equals(createHash('sha256').digest())).toBe(true);
  });

  it('grows at its right edge to the same roots, also from an edge that was kept', () => {
    let edge = MerkleFrontier.empty();
    for (const [place, leaf] of leaves.entries()) {
      edge = MerkleFrontier.read(edge.size, edge.bytes());
      edge.append(leaf);
      expect(edge.root().equals(tree.root(place + 1))).toBe(true);
    }
    expect(() => MerkleFrontier.read(7, edge.bytes())).toThrow();
  });

  it('proves every leaf of every size, and nothing else', () => {
    for (let size = 1; size <= LARGEST; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const leaf = leaves[index] ?? Buffer.alloc(0);
        const path = tree.inclusionPath(index, size);
        expect(isIncluded(leaf, index, at(size), path)).toBe(true);
        expect(isIncluded(flipped(leaf), index, at(size), path)).toBe(false);
        expect(isIncluded(leaf, index + 1, at(size), path)).toBe(false);
        expect(isIncluded(leaf, index, at(size), [...path, leaf])).toBe(false);
        if (path.length > 0) expect(isIncluded(leaf, index, at(size), path.slice(1))).toBe(false);
        if (path.length > 0) expect(isIncluded(leaf, index, at(size), path.map(flipped))).toBe(false);
      }
    }
  });

  it('proves every size the beginning of every later one, and no other tree', () => {
    for (let to = 1; to <= LARGEST; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const path = tree.consistencyPath(from, to);
        expect(isConsistent({ from: at(from), to: at(to) }, path)).toBe(true);
        const forged = { size: from, root: flipped(tree.root(from)) };
        expect(isConsistent({ from: forged, to: at(to) }, path)).toBe(false);
        expect(isConsistent({ from: at(from), to: { size: to, root: flipped(tree.root(to)) } }, path)).toBe(false);
        expect(isConsistent({ from: at(from), to: at(to) }, [...path, tree.root()])).toBe(false);
        if (from < to) expect(isConsistent({ from: at(to), to: at(from) }, path)).toBe(false);
        if (path.length > 0) expect(isConsistent({ from: at(from), to: at(to) }, path.map(flipped))).toBe(false);
      }
    }
    expect(isConsistent({ from: { size: 0, root: tree.root(0) }, to: at(3) }, [])).toBe(false);
  });
});
