import type { NearCells } from './near-cells.ts';

/** Bands of distance as the counters use them: finite breaks after 0, ascending, in metres. */
export interface DistanceBands {
  readonly ends: Float64Array;
  readonly manhattan: boolean;
}

/** Pairs that are near in space, whenever they happened; incidents are numbered as in `NearCells`. */
export interface NearPairs {
  /** By band of distance: the partners of incident i in it are the pairs `start[i]` … `start[i + 1] − 1`. */
  readonly start: readonly Int32Array[];
  /** How many pairs there are in each band, and in all. With more than 2³¹ in all, `start` cannot be used. */
  readonly perBand: readonly number[];
  readonly count: number;
}

/** Counts the pairs of each incident in each band. */
export function countNearPairs(cells: NearCells, bands: DistanceBands): NearPairs {
  const incidents = cells.x.length;
  const counts = new Int32Array(bands.ends.length * incidents);
  visitNearPairs(cells, bands, counts, null);
  const perBand: number[] = [];
  let count = 0;
  const start = Array.from(bands.ends, (_, band) => {
    const own = new Int32Array(incidents + 1);
    const before = count;
    for (let at = 0; at < incidents; at += 1) {
      own[at] = count;
      count += counts[band * incidents + at]!;
    }
    own[incidents] = count;
    perBand.push(count - before);
    return own;
  });
  return { start, perBand, count };
}

/**
 * Writes down each pair, where `countNearPairs` found room for it, by how many incidents the partner comes later; that must
 * fit into 16 bits (`farthestAhead`).
 */
export function listNearPairs(
  cells: NearCells,
  bands: DistanceBands,
  { start }: NearPairs,
  ahead: Uint16Array,
): void {
  const incidents = cells.x.length;
  const next = new Int32Array(start.length * incidents);
  for (const [band, own] of start.entries()) next.set(own.subarray(0, incidents), band * incidents);
  visitNearPairs(cells, bands, next, ahead);
}

/** By how many incidents a near one can come later than another, at the most. */
export function farthestAhead({ cellStart, nearStart, near }: NearCells): number {
  let farthest = 0;
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1)
      farthest = Math.max(farthest, cellStart[near[index]! + 1]! - cellStart[cell]!);
  return farthest;
}

/**
 * Goes through the pairs that are nearer than the last end; the partner is the later one.
 * @param next by band × incident: counts the pairs, or tells where the next one is to be written into `ahead`
 */
function visitNearPairs(
  { x, y, cellStart, nearStart, near }: NearCells,
  { ends, manhattan }: DistanceBands,
  next: Int32Array,
  ahead: Uint16Array | null,
): void {
  const incidents = x.length;
  const limit = ends.at(-1) ?? 0;
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let at = cellStart[cell]!; at < cellStart[cell + 1]!; at += 1) {
      const ownX = x[at]!;
      const ownY = y[at]!;
      for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1) {
        const other = near[index]!;
        const last = cellStart[other + 1]!;
        for (let to = other === cell ? at + 1 : cellStart[other]!; to < last; to += 1) {
          const east = Math.abs(ownX - x[to]!);
          const north = Math.abs(ownY - y[to]!);
          const metres = manhattan ? east + north : Math.sqrt(east * east + north * north);
          if (metres >= limit) continue;
          let slot = at;
          for (let band = 0; metres >= ends[band]!; band += 1) slot += incidents;
          const pair = next[slot]!;
          if (ahead) ahead[pair] = to - at;
          next[slot] = pair + 1;
        }
      }
    }
}
