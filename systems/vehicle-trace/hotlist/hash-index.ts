import type { NumberList } from './number-list.ts';

const NONE = 0;
const SMALLEST = 1024;
/** Numbers of a node, side by side so that a step along a chain touches one line of the cache. */
const NODE = 3;
const HASH = 0;
const VALUE = 1;
const NEXT = 2;
/** Bits of the sieve for each node: most questions of a misread have no answer, and end in a small array. */
const SIEVE_BITS = 8;

/**
 * A multimap from 32-bit hashes to numbers (from 1 up) in flat arrays: chains of nodes, 12 bytes a node, 4 to 8 bytes
 * for the heads and a bit or more that says whether a hash can be there at all (Bloom 1970, with one hash). Equal
 * hashes are told apart by whoever asks.
 */
export class HashIndex {
  #heads = new Uint32Array(SMALLEST);
  #nodes = new Uint32Array(NODE * SMALLEST);
  /** By the upper bits of hashes. What was removed stays in it until the index grows. */
  #sieve = new Uint32Array((SIEVE_BITS * SMALLEST) / 32);
  #sieveShift = shiftOf(SMALLEST);
  /** Nodes handed out so far; node 0 is none. */
  #used = 1;
  /** First of the nodes that were given back. */
  #free = NONE;

  /** Bytes of the arrays. */
  get bytes(): number {
    return (this.#heads.length + this.#nodes.length + this.#sieve.length) * 4;
  }

  add(hash: number, value: number): void {
    const node = this.#takeNode();
    const bucket = hash & (this.#heads.length - 1);
    const at = NODE * node;
    this.#nodes[at + HASH] = hash;
    this.#nodes[at + VALUE] = value;
    this.#nodes[at + NEXT] = this.#heads[bucket]!;
    this.#heads[bucket] = node;
    this.#mark(hash);
  }

  remove(hash: number, value: number): void {
    const bucket = hash & (this.#heads.length - 1);
    for (let before = NONE, node = this.#heads[bucket]!; node !== NONE; ) {
      const at = NODE * node;
      const next = this.#nodes[at + NEXT]!;
      if (this.#nodes[at + VALUE] === value && this.#nodes[at + HASH] === hash >>> 0) {
        if (before === NONE) this.#heads[bucket] = next;
        else this.#nodes[NODE * before + NEXT] = next;
        this.#nodes[at + VALUE] = NONE;
        this.#nodes[at + NEXT] = this.#free;
        this.#free = node;
        return;
      }
      before = node;
      node = next;
    }
  }

  /**
   * Appends every value of some hashes. It goes over them array by array and not hash by hash: the processor then
   * waits for many places of memory at once, and that is most of the time.
   * @param hashes used up
   */
  find(hashes: NumberList, values: NumberList): void {
    const asked = hashes.items;
    let kept = 0;
    for (let n = 0; n < hashes.length; n++) {
      const hash = asked[n]!;
      const bit = hash >>> this.#sieveShift;
      asked[kept] = hash;
      kept += (this.#sieve[bit >>> 5]! >>> (bit & 31)) & 1;
    }
    hashes.length = 0;
    for (let n = 0; n < kept; n++) {
      const hash = asked[n]!;
      for (
        let node = this.#heads[hash & (this.#heads.length - 1)]!;
        node !== NONE;
        node = this.#nodes[NODE * node + NEXT]!
      )
        if (this.#nodes[NODE * node + HASH] === hash) values.push(this.#nodes[NODE * node + VALUE]!);
    }
  }

  #mark(hash: number): void {
    const bit = hash >>> this.#sieveShift;
    this.#sieve[bit >>> 5]! |= 1 << (bit & 31);
  }

  #takeNode(): number {
    if (this.#free !== NONE) {
      const node = this.#free;
      this.#free = this.#nodes[NODE * node + NEXT]!;
      return node;
    }
    if (this.#used === this.#heads.length) this.#grow();
    return this.#used++;
  }

  /** Twice the nodes and heads; every chain is tied anew from the hashes, so nobody has to compute them again. */
  #grow(): void {
    const size = this.#heads.length * 2;
    this.#nodes = grown(this.#nodes, NODE * size);
    this.#heads = new Uint32Array(size);
    this.#sieve = new Uint32Array((SIEVE_BITS * size) / 32);
    this.#sieveShift = shiftOf(size);
    // It grows only while no node is free, so all of them are in use.
    for (let node = 1; node < this.#used; node++) {
      const at = NODE * node;
      const bucket = this.#nodes[at + HASH]! & (size - 1);
      this.#nodes[at + NEXT] = this.#heads[bucket]!;
      this.#heads[bucket] = node;
      this.#mark(this.#nodes[at + HASH]!);
    }
  }
}

/** How far a hash is shifted to be a place in the sieve of an index for so many nodes, a power of two. */
function shiftOf(size: number): number {
  return 32 - Math.log2(SIEVE_BITS * size);
}

/** The same numbers in an array of another size. */
export function grown(from: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(size);
  to.set(from);
  return to;
}
