import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyProof, verifyConsistency } from './consistency-proof.ts';
import { inclusionProof, verifyInclusion } from './inclusion-proof.ts';
import { memoryTree } from './ledger-fixture.ts';
import { hashLeaf, type TreeHash, treeHash } from './merkle-tree.ts';
import { appendLeaves, EMPTY_TREE, readTreeState, rootOf } from './tree-storage.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (hash: TreeHash): string => Buffer.from(hash).toString('hex');

/** The leaves, roots and proofs of the certificate-transparency project's Merkle tree tests (RFC 6962). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSION = [
  { leaf: 1, size: 1, path: [] },
  {
    leaf: 1,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    leaf: 6,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { leaf: 3, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    leaf: 2,
    size: 5,
    path: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];
const CONSISTENCY = [
  { old: 1, size: 1, path: [] },
  {
    old: 1,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    old: 6,
    size: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    old: 2,
    size: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

describe('the published vectors', () => {
  const leaves = LEAVES.map(bytes);
  const tree = memoryTree(leaves.map(hashLeaf));

  it.each(ROOTS.map((root, size) => ({ root, size })))('root of $size leaves', ({ root, size }) => {
    expect(hex(treeHash(leaves.slice(0, size)))).toBe(root);
    expect(hex(rootOf(appendLeaves(EMPTY_TREE, leaves.slice(0, size).map(hashLeaf)).state))).toBe(root);
  });

  it.each(INCLUSION)('inclusion of leaf $leaf (counted from 1) in $size', async ({ leaf, size, path }) => {
    const proof = await inclusionProof(leaf - 1, size, tree.read);
    expect(proof.map(hex)).toEqual(path);
    expect(verifyInclusion(hashLeaf(leaves[leaf - 1]!), leaf - 1, size, proof, bytes(ROOTS[size]!))).toBe(
      true,
    );
  });

  it.each(CONSISTENCY)('consistency of $old with $size', async ({ old, size, path }) => {
    const proof = await consistencyProof(old, size, tree.read);
    expect(proof.map(hex)).toEqual(path);
    expect(verifyConsistency(old, bytes(ROOTS[old]!), size, bytes(ROOTS[size]!), proof)).toBe(true);
  });
});

const leafLists = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 });

describe('any tree', () => {
  it('has the same root whether appended in any parts or hashed by definition', () => {
    fc.assert(
      fc.property(leafLists, fc.nat(70), (leaves, cut) => {
        const first = appendLeaves(EMPTY_TREE, leaves.slice(0, cut).map(hashLeaf));
        const second = appendLeaves(first.state, leaves.slice(cut).map(hashLeaf));
        expect(second.root).toEqual(treeHash(leaves));
        expect(second.size).toBe(leaves.length);
      }),
    );
  });

  it('can be taken up again from its stored nodes at any size', async () => {
    await fc.assert(
      fc.asyncProperty(leafLists, fc.nat(), async (leaves, at) => {
        const size = at % (leaves.length + 1);
        const tree = memoryTree(leaves.map(hashLeaf));
        expect(rootOf(await readTreeState(size, tree.read))).toEqual(treeHash(leaves.slice(0, size)));
      }),
    );
  });

  it('proves each leaf, and a proof with one bit turned proves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(leafLists, fc.nat(), fc.nat(), async (leaves, at, bit) => {
        const index = at % leaves.length;
        const tree = memoryTree(leaves.map(hashLeaf));
        const proof = await inclusionProof(index, leaves.length, tree.read);
        const root = treeHash(leaves);
        const leaf = hashLeaf(leaves[index]!);
        expect(verifyInclusion(leaf, index, leaves.length, proof, root)).toBe(true);
        expect(verifyInclusion(leaf, index, leaves.length, [...proof, leaf], root)).toBe(false);
        expect(verifyInclusion(leaf, index, leaves.length, proof, turnBit(root, bit))).toBe(false);
        expect(verifyInclusion(turnBit(leaf, bit), index, leaves.length, proof, root)).toBe(false);
        if (proof.length === 0) return;
        const which = bit % proof.length;
        expect(
          verifyInclusion(leaf, index, leaves.length, proof.with(which, turnBit(proof[which]!, bit)), root),
        ).toBe(false);
        expect(verifyInclusion(leaf, index, leaves.length, proof.slice(1), root)).toBe(false);
      }),
    );
  });

  it('proves that it grew out of each of its beginnings, and out of nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(leafLists, fc.nat(), fc.nat(), async (leaves, at, bit) => {
        const size = leaves.length;
        const old = at % (size + 1);
        const tree = memoryTree(leaves.map(hashLeaf));
        const proof = await consistencyProof(old, size, tree.read);
        const [oldRoot, root] = [treeHash(leaves.slice(0, old)), treeHash(leaves)];
        expect(verifyConsistency(old, oldRoot, size, root, proof)).toBe(true);
        expect(verifyConsistency(old, turnBit(oldRoot, bit), size, root, proof)).toBe(false);
        expect(verifyConsistency(old, oldRoot, size, root, [...proof, root])).toBe(false);
        if (old > 0) expect(verifyConsistency(old, oldRoot, size, turnBit(root, bit), proof)).toBe(false);
        if (proof.length === 0) return;
        const which = bit % proof.length;
        expect(
          verifyConsistency(old, oldRoot, size, root, proof.with(which, turnBit(proof[which]!, bit))),
        ).toBe(false);
        expect(verifyConsistency(old, oldRoot, size, root, proof.slice(1))).toBe(false);
      }),
    );
  });

  it('needs few stored nodes for a proof over ten million leaves, also beyond 32 bits', async () => {
    for (const size of [9_999_999, 2 ** 40 + 5]) {
      const asked: number[] = [];
      const read = async (nodes: readonly unknown[]) => {
        asked.push(nodes.length);
        return nodes.map(() => new Uint8Array(32));
      };
      await inclusionProof(size - 2, size, read);
      await inclusionProof(0, size, read);
      await consistencyProof(Math.floor(size / 3), size, read);
      expect(Math.max(...asked)).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size)));
    }
  });

  it('refuses proofs of what is not in the tree', async () => {
    const tree = memoryTree([hashLeaf(bytes('00'))]);
    await expect(inclusionProof(1, 1, tree.read)).rejects.toThrow(RangeError);
    await expect(consistencyProof(2, 1, tree.read)).rejects.toThrow(RangeError);
    const root = treeHash([bytes('00')]);
    expect(verifyInclusion(root, 1, 1, [], root)).toBe(false);
    expect(verifyInclusion(root, -1, 1, [], root)).toBe(false);
    expect(verifyConsistency(2, root, 1, root, [])).toBe(false);
  });
});

function turnBit(hash: TreeHash, bit: number): TreeHash {
  const turned = Uint8Array.from(hash);
  turned[(bit >> 3) % turned.length]! ^= 1 << (bit & 7);
  return turned;
}
