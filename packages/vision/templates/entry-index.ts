/** Where entries are found by their UUID: a row's UUID as four numbers of 32 bits. */
export type ReadKey = (row: number) => readonly [number, number, number, number];

const EMPTY = 0;
const REMOVED = 0xffff_ffff;

/**
 * Rows by UUID, in four to eight bytes each: open addressing over the rows' own copies of their UUIDs. A `Map` of
 * strings would take as much memory as the templates.
 */
export class EntryIndex {
  readonly #read: ReadKey;
  #slots = new Uint32Array(1024);
  /** Slots that are not empty, removed ones included. */
  #used = 0;

  constructor(read: ReadKey) {
    this.#read = read;
  }

  /** The row of this UUID, or −1. */
  find(key: ReturnType<ReadKey>): number {
    const slot = this.#slotOf(key);
    return slot < 0 ? -1 : this.#slots[slot]! - 1;
  }

  /** Adds a row that already holds its UUID, which no other row has. */
  add(row: number): void {
    if (this.#used * 4 >= this.#slots.length * 3) this.#rebuild();
    this.#place(row);
  }

  /** Takes a row out; it must still hold its UUID. */
  remove(row: number): void {
    const slot = this.#slotOf(this.#read(row));
    if (slot >= 0) this.#slots[slot] = REMOVED;
  }

  #slotOf(key: ReturnType<ReadKey>): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(key) & mask; ; slot = (slot + 1) & mask) {
      const held = this.#slots[slot]!;
      if (held === EMPTY) return -1;
      if (held !== REMOVED && isSame(this.#read(held - 1), key)) return slot;
    }
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash(this.#read(row)) & mask;
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
    this.#used += 1;
  }

  #rebuild(): void {
    const held = this.#slots;
    const rows = held.reduce((count, slot) => count + (slot === EMPTY || slot === REMOVED ? 0 : 1), 0);
    this.#slots = new Uint32Array(rows * 2 >= held.length ? held.length * 2 : held.length);
    this.#used = 0;
    for (const slot of held) if (slot !== EMPTY && slot !== REMOVED) this.#place(slot - 1);
  }
}

function isSame(a: ReturnType<ReadKey>, b: ReturnType<ReadKey>): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

/** Identifiers begin with their time: all parts are mixed (the finaliser of MurmurHash3, A. Appleby). */
function hash(key: ReturnType<ReadKey>): number {
  let mixed = 0;
  for (const word of key) {
    mixed = Math.imul(mixed ^ word, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed;
}
