import { hash } from 'node:crypto';

/** A sha256 digest as 32 bytes. */
export type TreeHash = Uint8Array;

export const HASH_BYTES = 32;

/** The root of a tree without leaves: the hash of nothing (RFC 9162, section 2.1.1). */
export const EMPTY_ROOT: TreeHash = sha256(new Uint8Array());

/** The hash of a leaf: `HASH(0x00 || data)` (RFC 9162, section 2.1.1). */
export function hashLeaf(data: Uint8Array): TreeHash {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

/** Hashing is synchronous, so one buffer serves every node. */
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/**
 * The hash of an interior node: `HASH(0x01 || left || right)` (RFC 9162, section 2.1.1). The prefixes keep
 * a leaf from passing for a node.
 */
export function hashNode(left: TreeHash, right: TreeHash): TreeHash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return sha256(nodeInput);
}

/**
 * The Merkle tree hash of a list of leaves, straight from the definition `MTH` in RFC 9162, section 2.1.1.
 * It recomputes everything: a growing log uses `appendLeaves`.
 * @param leaves the leaves' data, not their hashes.
 */
export function treeHash(leaves: readonly Uint8Array[]): TreeHash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return hashLeaf(leaves[0]!);
  const split = largestPowerOfTwoBelow(leaves.length);
  return hashNode(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** The `k` of RFC 9162, section 2.1.1: the largest power of two smaller than `n`, for `n > 1`. */
export function largestPowerOfTwoBelow(n: number): number {
  let power = 1;
  // Not by bit shifts: those end at 2^31, a log may be longer.
  while (power * 2 < n) power *= 2;
  return power;
}

export function equalHashes(a: TreeHash, b: TreeHash): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The sha256 of bytes, or of a text in UTF-8. */
export function sha256(input: Uint8Array | string): TreeHash {
  // By way of a string: that costs half of what Node's own `buffer` output does, and a verifier hashes
  // millions of times.
  return Buffer.from(hash('sha256', input, 'binary'), 'binary');
}
