import { WasmMemory } from '../wasm-memory.ts';
import type { NearCells } from './near-cells.ts';
import { farthestAhead, type NearPartners } from './near-pairs.ts';
import { type CountPairs, KERNEL_LIMITS, KERNEL_REPLICAS, LIMIT_SPAN, pairKernel } from './pair-kernel.ts';

/** Differences in days are taken as 16 bits with a sign, limits are as large as these go. */
const LARGEST_LIMIT = 2 ** 15 - 1;
/** Partners that come later than this do not fit into 16 bits without one. */
const FARTHEST = 2 ** 16 - 1;
/** The list grows by so many bytes. */
const ROOM = 2 ** 24;

/** Whether the kernel can count the pairs of these incidents. @param day counted from the first */
export function fitsKernel(cells: NearCells, day: Int32Array): boolean {
  return farthestAhead(cells) <= FARTHEST && day.every((at) => at < LARGEST_LIMIT);
}

/**
 * Pairs that are near in space as a list in the memory of the kernel, which asks of each whether it is near in time: that
 * is nearly all of a Knox test's work, and it does so for sixteen replicas at a time.
 */
export class ListedPairs {
  readonly #incidents: number;
  readonly #bands: number;
  readonly #memory = new WasmMemory();
  readonly #count: CountPairs;
  /** Addresses. */
  readonly #days: number;
  readonly #ends: number;
  readonly #limits: number;
  readonly #out: number;
  readonly #ahead: number;
  /** Behind the last pair. */
  #end: number;
  /** How many incidents × bands have their pairs. */
  #listed = 0;
  /** The whole memory. */
  #words = new Uint16Array();
  #integers = new Int32Array();

  /** An empty list. @param bands of distance, how many */
  constructor(incidents: number, bands: number) {
    const memory = this.#memory;
    this.#incidents = incidents;
    this.#bands = bands;
    this.#count = pairKernel(memory);
    this.#days = memory.take(2 * KERNEL_REPLICAS * incidents);
    this.#ends = memory.take(4 * bands * incidents);
    this.#limits = memory.take(KERNEL_REPLICAS * KERNEL_LIMITS + 16);
    this.#out = memory.take(4 * KERNEL_REPLICAS * KERNEL_LIMITS * bands);
    this.#ahead = memory.used;
    this.#end = this.#ahead;
    this.#view();
  }

  /** How many pairs are listed. */
  get pairs(): number {
    return (this.#end - this.#ahead) / 2;
  }

  /** Lists the pairs of the next incident. @param partners of incidents for which `fitsKernel` holds */
  add({ counts, ahead }: NearPartners): void {
    for (let band = 0; band < this.#bands; band += 1) {
      const at = this.#end;
      this.#end += 2 * counts[band]!;
      if (this.#end > this.#memory.used) {
        this.#memory.take(this.#end - this.#memory.used + ROOM);
        this.#view();
      }
      this.#words.set(ahead[band]!.subarray(0, counts[band]!), at / 2);
      this.#integers[this.#ends / 4 + this.#listed] = this.#end;
      this.#listed += 1;
    }
  }

  /** Looks at the memory anew: where it has grown it is another buffer. */
  #view(): void {
    this.#words = new Uint16Array(this.#memory.buffer);
    this.#integers = new Int32Array(this.#memory.buffer);
  }

  /**
   * @param days of each incident, an array a replica; at most sixteen
   * @param ends of the bands of days, whole numbers
   * @returns counts by replica × band of distance × band of days
   */
  count(days: readonly Int32Array[], ends: readonly number[]): Int32Array {
    // Where all bands are without end.
    if (this.#bands === 0) return new Int32Array();
    this.#layOut(days);
    const out = this.#integers.subarray(this.#out / 4, this.#ahead / 4);
    const size = this.#bands * ends.length;
    const counts = new Int32Array(days.length * size);
    for (const { first, limits } of limitGroups(ends)) {
      this.#setLimits(limits);
      out.fill(0);
      for (let from = 0; from < this.#incidents; from += COUNTED_AT_ONCE) this.#countFrom(from);
      for (let replica = 0; replica < days.length; replica += 1)
        for (let band = 0; band < this.#bands; band += 1)
          for (let limit = 0; limit < limits.length; limit += 1)
            counts[replica * size + band * ends.length + first + limit] =
              out[(band * KERNEL_LIMITS + limit) * KERNEL_REPLICAS + replica]!;
    }
    // Below each end, until here; in each band, from here on.
    for (let at = counts.length - 1; at > 0; at -= 1)
      if (at % ends.length > 0) counts[at]! -= counts[at - 1]!;
    return counts;
  }

  /** Counts the pairs of the next incidents. */
  #countFrom(from: number): void {
    const to = Math.min(this.#incidents, from + COUNTED_AT_ONCE);
    const ends = this.#ends + 4 * this.#bands * from;
    const first = from === 0 ? this.#ahead : this.#integers[ends / 4 - 1]!;
    const bytes = 2 * KERNEL_REPLICAS;
    const days = [this.#days + bytes * from, this.#days + bytes * to] as const;
    this.#count(...days, first, ends, this.#bands, this.#limits, this.#out);
  }

  /** Puts the days of each incident side by side. */
  #layOut(days: readonly Int32Array[]): void {
    const laid = new Int16Array(this.#memory.buffer, this.#days, KERNEL_REPLICAS * this.#incidents);
    for (let from = 0; from < this.#incidents; from += LAID_AT_ONCE) {
      const to = Math.min(this.#incidents, from + LAID_AT_ONCE);
      for (const [replica, own] of days.entries())
        for (let at = from; at < to; at += 1) laid[at * KERNEL_REPLICAS + replica] = own[at]!;
    }
  }

  #setLimits(limits: readonly number[]): void {
    const base = Math.floor((limits[0]! + limits.at(-1)!) / 2);
    const lanes = new Int8Array(this.#memory.buffer, this.#limits, KERNEL_REPLICAS * KERNEL_LIMITS);
    for (let at = 0; at < lanes.length; at += 1)
      lanes[at] = (limits[Math.floor(at / KERNEL_REPLICAS)] ?? base) - base;
    new Int16Array(this.#memory.buffer, this.#limits + lanes.length, 8).fill(base);
  }
}

/** After so many incidents the kernel returns: the engine can only then go on with code that it has made quicker. */
const COUNTED_AT_ONCE = 1000;
/** So many incidents are laid out for one replica after the other: as many as a processor's nearest memory holds. */
const LAID_AT_ONCE = 512;

/** The limits that the kernel can count at a time: not more than it holds, and not farther from each other than 8 bits. */
function limitGroups(ends: readonly number[]): { first: number; limits: number[] }[] {
  const groups: { first: number; limits: number[] }[] = [];
  for (const [at, end] of ends.entries()) {
    const limit = Math.min(LARGEST_LIMIT, end);
    const group = groups.at(-1);
    if (group && group.limits.length < KERNEL_LIMITS && limit - group.limits[0]! <= LIMIT_SPAN)
      group.limits.push(limit);
    else groups.push({ first: at, limits: [limit] });
  }
  return groups;
}
