import { WasmMemory } from '../wasm-memory.ts';
import type { NearCells } from './near-cells.ts';
import { type DistanceBands, farthestAhead, listNearPairs, type NearPairs } from './near-pairs.ts';
import { type CountPairs, KERNEL_LIMITS, KERNEL_REPLICAS, pairKernel } from './pair-kernel.ts';

/** Differences in days are compared as 16 bits with a sign, limits are as large as these go. */
const LARGEST_LIMIT = 2 ** 15 - 1;
/** Partners that come later than this do not fit into 16 bits without one. */
const FARTHEST = 2 ** 16 - 1;

/** Whether the kernel can count the pairs of these incidents. @param day counted from the first */
export function fitsKernel(cells: NearCells, day: Int32Array): boolean {
  return farthestAhead(cells) <= FARTHEST && day.every((at) => at < LARGEST_LIMIT);
}

/**
 * Pairs that are near in space as a list in the memory of the kernel, which asks of each whether it is near in time: that
 * is nearly all of a Knox test's work, and it does so for eight replicas at a time.
 */
export class ListedPairs {
  readonly #incidents: number;
  readonly #memory = new WasmMemory();
  readonly #count: CountPairs;
  /** Addresses. */
  readonly #days: number;
  readonly #starts: readonly number[];
  readonly #ahead: number;
  readonly #limits: number;
  readonly #out: number;

  /** @param pairs of `countNearPairs`, for which `fitsKernel` holds */
  constructor(cells: NearCells, bands: DistanceBands, pairs: NearPairs) {
    const memory = this.#memory;
    this.#incidents = cells.x.length;
    this.#count = pairKernel(memory);
    this.#days = memory.take(2 * KERNEL_REPLICAS * this.#incidents);
    this.#limits = memory.take(2 * KERNEL_REPLICAS * KERNEL_LIMITS);
    this.#out = memory.take(4 * KERNEL_REPLICAS * KERNEL_LIMITS);
    this.#starts = pairs.start.map((own) => memory.take(own.byteLength));
    this.#ahead = memory.take(2 * pairs.count);
    for (const [band, own] of pairs.start.entries())
      new Int32Array(memory.buffer, this.#starts[band], own.length).set(own);
    listNearPairs(cells, bands, pairs, new Uint16Array(memory.buffer, this.#ahead, pairs.count));
  }

  /**
   * @param days of each incident, an array a replica; at most eight
   * @param ends of the bands of days, whole numbers
   * @returns counts by replica × band of distance × band of days
   */
  count(days: readonly Int32Array[], ends: readonly number[]): Int32Array {
    const memory = this.#memory.buffer;
    const laid = new Int16Array(memory, this.#days, KERNEL_REPLICAS * this.#incidents);
    for (const [replica, own] of days.entries())
      for (let at = 0; at < own.length; at += 1) laid[at * KERNEL_REPLICAS + replica] = own[at]!;
    const limits = new Int16Array(memory, this.#limits, KERNEL_REPLICAS * KERNEL_LIMITS);
    const out = new Int32Array(memory, this.#out, KERNEL_REPLICAS * KERNEL_LIMITS);
    const size = this.#starts.length * ends.length;
    const counts = new Int32Array(days.length * size);
    for (let first = 0; first < ends.length; first += KERNEL_LIMITS) {
      const own = ends.slice(first, first + KERNEL_LIMITS);
      limits.forEach((_, at) => {
        limits[at] = Math.min(LARGEST_LIMIT, own[Math.floor(at / KERNEL_REPLICAS)] ?? 0);
      });
      for (const [band, start] of this.#starts.entries()) {
        out.fill(0);
        this.#count(0, this.#incidents, this.#days, start, this.#ahead, this.#limits, this.#out);
        for (let replica = 0; replica < days.length; replica += 1)
          for (let limit = 0; limit < own.length; limit += 1)
            counts[replica * size + band * ends.length + first + limit] =
              out[limit * KERNEL_REPLICAS + replica]!;
      }
    }
    // Below each end, until here; in each band, from here on.
    for (let at = counts.length - 1; at > 0; at -= 1)
      if (at % ends.length > 0) counts[at]! -= counts[at - 1]!;
    return counts;
  }
}
