import { EMPTY_ROOT, hashNode, type TreeHash } from './merkle-tree.ts';

/**
 * A complete subtree: node `(level, index)` stands for the `2^level` leaves from `index * 2^level` on.
 * Level 0 are the leaf hashes themselves.
 *
 * A store keeps every node once, when its last leaf is appended, and never changes it. Proofs need at most
 * two nodes per level: under 50 for a log of ten million entries.
 */
export interface NodeCoordinate {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodeCoordinate {
  readonly hash: TreeHash;
}

/**
 * Reads stored nodes, in the order asked for. Coordinates may repeat. It must reject when one is missing.
 * Level 0 is read from the entries.
 */
export type NodeReader = (nodes: readonly NodeCoordinate[]) => Promise<readonly TreeHash[]>;

/**
 * All that is needed to append: the number of leaves, and the hashes of the complete subtrees that they
 * fall into, largest first (one for each bit set in `size`; their places are `frontierNodes(size)`).
 */
export interface TreeState {
  readonly size: number;
  readonly frontier: readonly TreeHash[];
}

export const EMPTY_TREE: TreeState = { size: 0, frontier: [] };

export interface AppendResult {
  /** To be kept for the next append, in the same transaction as the entries and the nodes. */
  readonly state: TreeState;
  /** The interior nodes (level 1 and above) that these leaves completed, to be stored. */
  readonly newNodes: readonly TreeNode[];
  /** The root of the grown tree. */
  readonly root: TreeHash;
  /** Number of leaves of the grown tree. */
  readonly size: number;
}

/** Appends leaves: costs about one hash per leaf, whatever the size of the tree. */
export function appendLeaves(state: TreeState, leafHashes: readonly TreeHash[]): AppendResult {
  const frontier = [...state.frontier];
  const newNodes: TreeNode[] = [];
  let size = state.size;
  for (const leafHash of leafHashes) {
    let index = size;
    let hash = leafHash;
    // Every pair of equal neighbours becomes a node, as a carry runs through a binary counter.
    for (let level = 1; index % 2 === 1; level++) {
      hash = hashNode(frontier.pop()!, hash);
      index = (index - 1) / 2;
      newNodes.push({ level, index, hash });
    }
    frontier.push(hash);
    size++;
  }
  const grown = { size, frontier };
  return { state: grown, newNodes, root: rootOf(grown), size };
}

/** The root of a tree. */
export function rootOf(state: TreeState): TreeHash {
  return foldSubtrees(state.frontier);
}

/** Where the frontier of a tree of `size` leaves lies; reading these nodes restores its `TreeState`. */
export function frontierNodes(size: number): NodeCoordinate[] {
  return completeSubtrees(0, size);
}

/** Restores the state of a tree of `size` leaves, which need not be its present size, from stored nodes. */
export async function readTreeState(size: number, read: NodeReader): Promise<TreeState> {
  return { size, frontier: await read(frontierNodes(size)) };
}

/**
 * The complete subtrees that the leaves `begin` to `end - 1` fall into, left to right. `begin` must be where
 * a subtree of the RFC's recursion begins; that holds for every range in a proof.
 */
export function completeSubtrees(begin: number, end: number): NodeCoordinate[] {
  const nodes: NodeCoordinate[] = [];
  for (let at = begin; at < end; ) {
    let level = 0;
    let width = 1;
    while (at + width * 2 <= end && at % (width * 2) === 0) {
      level++;
      width *= 2;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The hash over complete subtrees of falling size, as RFC 9162 hashes a tree that is not full. */
export function foldSubtrees(hashes: readonly TreeHash[]): TreeHash {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => hashNode(left, right));
}
