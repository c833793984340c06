import type { TreeHash } from './merkle-tree.ts';
import { completeSubtrees, foldSubtrees, type NodeReader } from './tree-storage.ts';

/** Leaves from the first number up to, not including, the second. */
export type LeafRange = readonly [begin: number, end: number];

/** The hashes of subtrees, each from the stored nodes that it is made of, with one call of `read`. */
export async function readRanges(ranges: readonly LeafRange[], read: NodeReader): Promise<TreeHash[]> {
  const parts = ranges.map(([begin, end]) => completeSubtrees(begin, end));
  const hashes = await read(parts.flat());
  let next = 0;
  return parts.map((nodes) => {
    next += nodes.length;
    return foldSubtrees(hashes.slice(next - nodes.length, next));
  });
}
