import { EMPTY_ROOT, equalHashes, hashNode, largestPowerOfTwoBelow, type TreeHash } from './merkle-tree.ts';
import { type LeafRange, readRanges } from './read-ranges.ts';
import type { NodeReader } from './tree-storage.ts';

/**
 * The proof that the tree of `newSize` leaves begins with the tree of `oldSize` leaves (RFC 9162, section
 * 2.1.4.1). It is empty when the sizes are equal or the old tree was empty.
 * @throws RangeError when the old tree is larger than the new one.
 */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  read: NodeReader,
): Promise<readonly TreeHash[]> {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 0 || oldSize > newSize) {
    throw new RangeError(`A tree of ${oldSize} leaves cannot grow into one of ${newSize}.`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  return readRanges(proofRanges(oldSize, newSize), read);
}

/**
 * Checks a consistency proof (RFC 9162, section 2.1.4.2).
 * @returns whether the tree with the new root begins with all leaves of the tree with the old root.
 */
export function verifyConsistency(
  oldSize: number,
  oldRoot: TreeHash,
  newSize: number,
  newRoot: TreeHash,
  proof: readonly TreeHash[],
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize)) return false;
  if (oldSize < 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalHashes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && equalHashes(oldRoot, EMPTY_ROOT);
  // An old tree that is complete is itself the first node of the path.
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (!first) return false;
  let node = oldSize - 1;
  let last = newSize - 1;
  while (node % 2 === 1) {
    node = (node - 1) / 2;
    last = Math.floor(last / 2);
  }
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = hashNode(sibling, oldHash);
      newHash = hashNode(sibling, newHash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = hashNode(newHash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalHashes(oldHash, oldRoot) && equalHashes(newHash, newRoot);
}

/** `PROOF(m, D_n)` as ranges of leaves: `SUBPROOF(m, D_n, true)` written as a loop, from the root down. */
function proofRanges(oldSize: number, newSize: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = newSize;
  while (end !== oldSize) {
    const split = begin + largestPowerOfTwoBelow(end - begin);
    if (oldSize <= split) {
      ranges.push([split, end]);
      end = split;
    } else {
      ranges.push([begin, split]);
      begin = split;
    }
  }
  // The subtree that ends with the old tree; the verifier knows it when it is the whole old tree.
  if (begin !== 0) ranges.push([begin, end]);
  return ranges.reverse();
}

function isPowerOfTwo(n: number): boolean {
  return n === 1 || largestPowerOfTwoBelow(n) * 2 === n;
}
