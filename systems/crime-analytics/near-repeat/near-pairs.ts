import type { NearCells } from './near-cells.ts';

/** Bands of distance as the counters use them: finite breaks after 0, ascending, in metres. */
export interface DistanceBands {
  readonly ends: Float64Array;
  readonly manhattan: boolean;
}

/** The partners of one incident that are near in space, by band of distance. */
export interface NearPartners {
  readonly counts: Int32Array;
  /** By how many incidents each comes later, as far as `counts` goes; right where `farthestAhead` fits into 16 bits. */
  readonly ahead: readonly Uint16Array[];
}

/**
 * Goes through the pairs that are near in space, whenever they happened: each incident in the order of the cells with the
 * partners that come later.
 * @param visit is handed the same object each time
 */
export function visitNearPairs(
  cells: NearCells,
  { ends, manhattan }: DistanceBands,
  visit: (partners: NearPartners) => void,
): void {
  const { x, y, cellStart, nearStart, near } = cells;
  const limit = ends.at(-1) ?? 0;
  const { firstBand, steps } = bandSteps(ends);
  const most = farthestAhead(cells) + 1;
  // What is too far is written down as one more band: to branch this way and that way as often costs more.
  const ahead = new Uint16Array((ends.length + 1) * most);
  const upTo = Float64Array.of(...ends, Infinity);
  const next = new Int32Array(ends.length + 1);
  const partners = {
    counts: new Int32Array(ends.length),
    ahead: Array.from(ends, (_, band) => ahead.subarray(band * most, (band + 1) * most)),
  };
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let at = cellStart[cell]!; at < cellStart[cell + 1]!; at += 1) {
      const ownX = x[at]!;
      const ownY = y[at]!;
      for (let band = 0; band < next.length; band += 1) next[band] = band * most;
      for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1) {
        const other = near[index]!;
        const last = cellStart[other + 1]!;
        for (let to = other === cell ? at + 1 : cellStart[other]!; to < last; to += 1) {
          const east = Math.abs(ownX - x[to]!);
          const north = Math.abs(ownY - y[to]!);
          const metres = manhattan ? east + north : Math.sqrt(east * east + north * north);
          let band = firstBand[(Math.min(metres, limit) * steps) | 0]!;
          while (metres >= upTo[band]!) band += 1;
          const slot = next[band]!;
          ahead[slot] = to - at;
          next[band] = slot + 1;
        }
      }
      for (let band = 0; band < ends.length; band += 1) partners.counts[band] = next[band]! - band * most;
      visit(partners);
    }
}

/** By how many incidents a near one can come later than another, at the most. */
export function farthestAhead({ cellStart, nearStart, near }: NearCells): number {
  let farthest = 0;
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1)
      farthest = Math.max(farthest, cellStart[near[index]! + 1]! - cellStart[cell]!);
  return farthest;
}

/** Distances up to the last end are looked up in so many steps. */
const STEPS = 4096;

/** For each step of distance the first band that it can belong to, and how many steps go to a metre. */
function bandSteps(ends: Float64Array): { readonly firstBand: Uint8Array; readonly steps: number } {
  const steps = STEPS / (ends.at(-1) ?? 1);
  const firstBand = new Uint8Array(STEPS + 1);
  for (let step = 1, band = 0; step <= STEPS; step += 1) {
    // A trifle nearer, so that rounding never passes over a band.
    while (band < ends.length && (step / steps) * (1 - 1e-9) >= ends[band]!) band += 1;
    firstBand[step] = band;
  }
  return { firstBand, steps };
}
