import type { Identifier } from '@amaan/contracts/identifier';
import { CHARACTER_COUNT, LONGEST_PLATE } from './character-numbers.ts';
import { grown } from './hash-index.ts';
import type { NumberList } from './number-list.ts';
import { numbersOf } from './plate-cost.ts';

const SMALLEST = 1024;
/** Characters of a packed half of a plate: six of them, to the base of `CHARACTER_COUNT`, fit 32 bits. */
const HALF = LONGEST_PLATE / 2;
const NEVER = 0xffff_ffff;
const DAY_MS = 24 * 60 * 60_000;
/** Numbers of an entry, side by side so that a match touches one line of the cache. */
const ENTRY = 8;
const HIGH = 0;
const LOW = 1;
const LIST = 2;
const EXPIRY = 3;
const ID = 4;
const ID_WORDS = 4;
/** Pairs of hexadecimal digits by byte. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** An identifier as four 32-bit words. */
export type IdWords = readonly [number, number, number, number];

/** What is kept of an entry: 32 bytes in flat arrays, no object. Entries are numbered from 1. */
export class EntryTable {
  #entries = new Uint32Array(ENTRY * SMALLEST);
  #used = 1;
  readonly #free: number[] = [];
  /** One buffer for the plate that is being looked at, seen at every length. */
  readonly #plate = new Uint8Array(LONGEST_PLATE);
  readonly #views = Array.from({ length: LONGEST_PLATE + 1 }, (_, length) => this.#plate.subarray(0, length));

  /** Bytes of the arrays. */
  get bytes(): number {
    return this.#entries.length * 4;
  }

  get size(): number {
    return this.#used - 1 - this.#free.length;
  }

  add(entry: { words: IdWords; list: number; plate: string; expiresOn: string | null }): number {
    const at = this.#free.pop() ?? this.#take();
    const numbers = numbersOf(entry.plate);
    this.#entries[ENTRY * at + HIGH] = packed(numbers, 0);
    this.#entries[ENTRY * at + LOW] = packed(numbers, HALF);
    this.#entries[ENTRY * at + LIST] = entry.list;
    this.#entries[ENTRY * at + EXPIRY] = entry.expiresOn === null ? NEVER : dayOf(entry.expiresOn);
    this.#entries.set(entry.words, ENTRY * at + ID);
    return at;
  }

  remove(at: number): void {
    this.#entries.fill(0, ENTRY * at, ENTRY * (at + 1));
    this.#free.push(at);
  }

  listOf(at: number): number {
    return this.#entries[ENTRY * at + LIST]!;
  }

  /**
   * Keeps of some entries those that count on a day: of a list that does, and whose own end is after it. One loop
   * over all of them, so that the processor fetches them together.
   * @param lists by a list's number, 1 where it counts
   */
  keepStanding(among: NumberList, lists: Uint8Array, day: number): void {
    const { items } = among;
    let kept = 0;
    for (let n = 0; n < among.length; n++) {
      const at = items[n]!;
      items[kept] = at;
      kept += lists[this.#entries[ENTRY * at + LIST]!]! & (day < this.#entries[ENTRY * at + EXPIRY]! ? 1 : 0);
    }
    among.length = kept;
  }

  /** The characters' numbers, in a buffer that the next call uses again. */
  plateAt(at: number): Uint8Array {
    const plate = this.#plate;
    unpack(this.#entries[ENTRY * at + HIGH]!, plate, 0);
    unpack(this.#entries[ENTRY * at + LOW]!, plate, HALF);
    let length = plate.length;
    while (length > 0 && plate[length - 1] === 0) length -= 1;
    return this.#views[length]!;
  }

  hasId(at: number, words: IdWords): boolean {
    const id = ENTRY * at + ID;
    for (let n = 0; n < ID_WORDS; n++) if (this.#entries[id + n] !== words[n]) return false;
    return true;
  }

  idAt(at: number): Identifier {
    const id = ENTRY * at + ID;
    const [a, b] = [this.#entries[id]!, this.#entries[id + 1]!];
    const [c, d] = [this.#entries[id + 2]!, this.#entries[id + 3]!];
    return `${upper(a)}${lower(a)}-${upper(b)}-${lower(b)}-${upper(c)}-${lower(c)}${upper(d)}${lower(d)}`;
  }

  #take(): number {
    if (ENTRY * this.#used === this.#entries.length) {
      this.#entries = grown(this.#entries, 2 * this.#entries.length);
    }
    return this.#used++;
  }
}

/** Days since 1970 of `YYYY-MM-DD`, and of a Unix time in milliseconds. */
export function dayOf(day: string | number): number {
  return Math.floor((typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : day) / DAY_MS);
}

/** An identifier as four 32-bit words. */
export function wordsOf(id: Identifier): IdWords {
  const hex = id.replaceAll('-', '');
  const word = (n: number) => Number.parseInt(hex.slice(8 * n, 8 * n + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

function upper(word: number): string {
  return HEX[word >>> 24]! + HEX[(word >>> 16) & 0xff]!;
}

function lower(word: number): string {
  return HEX[(word >>> 8) & 0xff]! + HEX[word & 0xff]!;
}

function packed(numbers: Uint8Array, from: number): number {
  let value = 0;
  for (let n = from; n < from + HALF; n++) value = value * CHARACTER_COUNT + (numbers[n] ?? 0);
  return value;
}

function unpack(value: number, into: Uint8Array, from: number): void {
  let rest = value;
  for (let n = from + HALF - 1; n >= from; n--) {
    const next = Math.floor(rest / CHARACTER_COUNT);
    into[n] = rest - next * CHARACTER_COUNT;
    rest = next;
  }
}
