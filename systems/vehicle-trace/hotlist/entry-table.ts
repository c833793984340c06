import type { Identifier } from '@amaan/contracts/identifier';
import { grown } from './hash-index.ts';
import { numbersOf } from './plate-cost.ts';

const SMALLEST = 1024;
/** Characters and none: the base of a packed plate. Six of them fit 32 bits. */
const BASE = 37;
const HALF = 6;
const NEVER = 0xffff_ffff;
const DAY_MS = 24 * 60 * 60_000;

/** What is kept of an entry: 36 bytes in flat arrays, no object. Entries are numbered from 1. */
export class EntryTable {
  #high = new Uint32Array(SMALLEST);
  #low = new Uint32Array(SMALLEST);
  #lists = new Uint32Array(SMALLEST);
  #expiry = new Uint32Array(SMALLEST);
  #ids = new Uint32Array(4 * SMALLEST);
  #used = 1;
  #free: number[] = [];
  /** One buffer for the plate that is being looked at, seen at every length. */
  readonly #plate = new Uint8Array(2 * HALF);
  readonly #views = Array.from({ length: 2 * HALF + 1 }, (_, length) => this.#plate.subarray(0, length));

  get bytes(): number {
    return (this.#high.length * 4 + this.#ids.length) * 4;
  }

  get size(): number {
    return this.#used - 1 - this.#free.length;
  }

  add(entry: { id: Identifier; list: number; plate: string; expiresOn: string | null }): number {
    const at = this.#free.pop() ?? this.#take();
    const numbers = numbersOf(entry.plate);
    this.#high[at] = packed(numbers, 0);
    this.#low[at] = packed(numbers, HALF);
    this.#lists[at] = entry.list;
    this.#expiry[at] = entry.expiresOn === null ? NEVER : dayOf(entry.expiresOn);
    this.#ids.set(wordsOf(entry.id), 4 * at);
    return at;
  }

  remove(at: number): void {
    this.#high[at] = 0;
    this.#low[at] = 0;
    this.#free.push(at);
  }

  listOf(at: number): number {
    return this.#lists[at]!;
  }

  /** Whether the entry's own end, if it has one, is after a day. */
  holdsOn(at: number, day: number): boolean {
    return day < this.#expiry[at]!;
  }

  /** The characters' numbers, in a buffer that the next call uses again. */
  plateAt(at: number): Uint8Array {
    const plate = this.#plate;
    unpack(this.#high[at]!, plate, 0);
    unpack(this.#low[at]!, plate, HALF);
    let length = plate.length;
    while (length > 0 && plate[length - 1] === 0) length -= 1;
    return this.#views[length]!;
  }

  hasId(at: number, words: readonly number[]): boolean {
    return words.every((word, n) => this.#ids[4 * at + n] === word);
  }

  idAt(at: number): Identifier {
    const hex = [...this.#ids.subarray(4 * at, 4 * at + 4)]
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #take(): number {
    if (this.#used === this.#high.length) {
      const size = this.#used * 2;
      this.#high = grown(this.#high, size);
      this.#low = grown(this.#low, size);
      this.#lists = grown(this.#lists, size);
      this.#expiry = grown(this.#expiry, size);
      this.#ids = grown(this.#ids, 4 * size);
    }
    return this.#used++;
  }
}

/** Days since 1970 of `YYYY-MM-DD`, and of a Unix time in milliseconds. */
export function dayOf(day: string | number): number {
  return Math.floor((typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : day) / DAY_MS);
}

/** An identifier as four 32-bit words. */
export function wordsOf(id: Identifier): number[] {
  const hex = id.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16));
}

function packed(numbers: Uint8Array, from: number): number {
  let value = 0;
  for (let n = from; n < from + HALF; n++) value = value * BASE + (numbers[n] ?? 0);
  return value;
}

function unpack(value: number, into: Uint8Array, from: number): void {
  let rest = value;
  for (let n = from + HALF - 1; n >= from; n--) {
    const next = Math.floor(rest / BASE);
    into[n] = rest - next * BASE;
    rest = next;
  }
}
