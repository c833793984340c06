const NONE = 0;
const SMALLEST = 1024;

/**
 * A multimap from 32-bit hashes to numbers (from 1 up) in flat arrays: chains of nodes, 12 bytes a node and 4 to 8
 * bytes for the heads. Equal hashes are told apart by whoever asks.
 */
export class HashIndex {
  #heads = new Uint32Array(SMALLEST);
  #hashes = new Uint32Array(SMALLEST);
  #values = new Uint32Array(SMALLEST);
  #next = new Uint32Array(SMALLEST);
  /** Nodes handed out so far; node 0 is none. */
  #used = 1;
  /** First of the nodes that were given back. */
  #free = NONE;

  /** Bytes of the arrays. */
  get bytes(): number {
    return (this.#heads.length + 3 * this.#hashes.length) * 4;
  }

  add(hash: number, value: number): void {
    const node = this.#takeNode();
    const bucket = hash & (this.#heads.length - 1);
    this.#hashes[node] = hash;
    this.#values[node] = value;
    this.#next[node] = this.#heads[bucket]!;
    this.#heads[bucket] = node;
  }

  remove(hash: number, value: number): void {
    const bucket = hash & (this.#heads.length - 1);
    for (
      let before = NONE, node = this.#heads[bucket]!;
      node !== NONE;
      before = node, node = this.#next[node]!
    ) {
      if (this.#values[node] !== value || this.#hashes[node] !== hash >>> 0) continue;
      if (before === NONE) this.#heads[bucket] = this.#next[node]!;
      else this.#next[before] = this.#next[node]!;
      this.#values[node] = NONE;
      this.#next[node] = this.#free;
      this.#free = node;
      return;
    }
  }

  /** The first node of a hash; 0: there is none. Go on with `after`. */
  first(hash: number): number {
    return this.#seek(this.#heads[hash & (this.#heads.length - 1)]!, hash >>> 0);
  }

  /** The next node of the same hash; 0: there is none. */
  after(node: number): number {
    return this.#seek(this.#next[node]!, this.#hashes[node]!);
  }

  valueAt(node: number): number {
    return this.#values[node]!;
  }

  #seek(from: number, hash: number): number {
    let node = from;
    while (node !== NONE && this.#hashes[node] !== hash) node = this.#next[node]!;
    return node;
  }

  #takeNode(): number {
    if (this.#free !== NONE) {
      const node = this.#free;
      this.#free = this.#next[node]!;
      return node;
    }
    if (this.#used === this.#hashes.length) this.#grow();
    return this.#used++;
  }

  /** Twice the nodes and heads; every chain is tied anew from the hashes, so nobody has to compute them again. */
  #grow(): void {
    const size = this.#hashes.length * 2;
    this.#hashes = grown(this.#hashes, size);
    this.#values = grown(this.#values, size);
    this.#next = new Uint32Array(size);
    this.#heads = new Uint32Array(size);
    // It grows only while no node is free, so all of them are in use.
    for (let node = 1; node < this.#used; node++) {
      const bucket = this.#hashes[node]! & (size - 1);
      this.#next[node] = this.#heads[bucket]!;
      this.#heads[bucket] = node;
    }
  }
}

/** The same numbers in an array of another size. */
export function grown(from: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(size);
  to.set(from);
  return to;
}
