import { CHARACTER_COUNT, LONGEST_PLATE } from './character-numbers.ts';

/**
 * A 32-bit number for each class at each place (tabulation hashing, Zobrist 1970): the hash of a text is their sum,
 * so that another class at one place is one addition away. The numbers are the same in every process (SplitMix32).
 */
const KEYS = new Int32Array(LONGEST_PLATE * CHARACTER_COUNT).map((_, n) => mixed((n + 1) * 0x9e37_79b9));

/** The part that a class at a place has in a sum. */
export function keyOf(place: number, ofClass: number): number {
  return KEYS[place * CHARACTER_COUNT + ofClass]!;
}

/** The sum of all places. */
export function sumOf(classes: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < classes.length; n++) sum = (sum + keyOf(n, classes[n]!)) | 0;
  return sum;
}

/** The sum of the places that are left, moved together, once one of them is left out. */
export function sumWithout(classes: Uint8Array, without: number): number {
  let sum = 0;
  for (let n = 0; n < without; n++) sum = (sum + keyOf(n, classes[n]!)) | 0;
  for (let n = without + 1; n < classes.length; n++) sum = (sum + keyOf(n - 1, classes[n]!)) | 0;
  return sum;
}

/** A sum as the hash that an index takes: the finaliser of MurmurHash3 spreads it over all bits. */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
