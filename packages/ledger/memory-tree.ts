import type { TreeHash } from './merkle-tree.ts';
import { appendLeaves, EMPTY_TREE, type NodeReader } from './tree-storage.ts';

/** A tree whose nodes are all in memory, for making proofs of small logs and exports. */
export function memoryTree(leafHashes: readonly TreeHash[]): {
  readonly root: TreeHash;
  readonly read: NodeReader;
} {
  const { newNodes, root } = appendLeaves(EMPTY_TREE, leafHashes);
  const nodes = new Map(newNodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return {
    root,
    read: async (asked) =>
      asked.map(({ level, index }) => {
        const hash = level === 0 ? leafHashes[index] : nodes.get(`${level}/${index}`);
        if (!hash) throw new RangeError(`The tree has no node ${level}/${index}.`);
        return hash;
      }),
  };
}
