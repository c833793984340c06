import { equalHashes, hashNode, largestPowerOfTwoBelow, type TreeHash } from './merkle-tree.ts';
import { type LeafRange, readRanges } from './read-ranges.ts';
import type { NodeReader } from './tree-storage.ts';

/**
 * The inclusion proof of a leaf (RFC 9162, section 2.1.3.1): the hashes that lead from it to the root,
 * lowest first. One call of `read`, for at most two nodes per level.
 * @param size size of the tree that the proof is for; at most the log's present size.
 * @throws RangeError when the tree has no such leaf.
 */
export async function inclusionProof(
  index: number,
  size: number,
  read: NodeReader,
): Promise<readonly TreeHash[]> {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  }
  return readRanges(siblingRanges(index, size), read);
}

/**
 * Checks an inclusion proof (RFC 9162, section 2.1.3.2).
 * @returns whether the leaf is at `index` of the tree of `size` leaves with this root.
 */
export function verifyInclusion(
  leafHash: TreeHash,
  index: number,
  size: number,
  proof: readonly TreeHash[],
  root: TreeHash,
): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalHashes(hash, root);
}

/** `PATH(m, D_n)`, as ranges of leaves, lowest sibling first. */
function siblingRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const split = begin + largestPowerOfTwoBelow(end - begin);
    if (index < split) {
      ranges.push([split, end]);
      end = split;
    } else {
      ranges.push([begin, split]);
      begin = split;
    }
  }
  return ranges.reverse();
}
