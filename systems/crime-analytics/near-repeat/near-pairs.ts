import type { NearCells } from './near-cells.ts';

/** Bands of distance as the counters use them: finite breaks after 0, ascending, in metres. */
export interface DistanceBands {
  readonly ends: Float64Array;
  readonly manhattan: boolean;
}

/** Pairs that are near in space, whenever they happened; incidents are numbered as in `NearCells`. */
export interface NearPairs {
  /**
   * By band of distance × incident: the partners of incident i in band b are the pairs `start[b][i]` … `start[b][i + 1] − 1`.
   */
  readonly start: readonly Int32Array[];
  /** How many pairs there are in all. */
  readonly count: number;
  /** By how many incidents a partner comes later than its first, at the most. */
  readonly farthest: number;
}

/** Counts the pairs of each incident in each band. */
export function countNearPairs(cells: NearCells, bands: DistanceBands): NearPairs {
  const start = Array.from(bands.ends, () => new Int32Array(cells.x.length + 1));
  let farthest = 0;
  visitNearPairs(cells, bands, (incident, partner, band) => {
    start[band]![incident + 1]! += 1;
    if (partner - incident > farthest) farthest = partner - incident;
  });
  let count = 0;
  for (const own of start) {
    own[0] = count;
    for (let at = 1; at < own.length; at += 1) {
      count += own[at]!;
      own[at] = count;
    }
  }
  return { start, count, farthest };
}

/** Writes down each pair, where `countNearPairs` left room for it, by how many incidents the partner comes later. */
export function listNearPairs(
  cells: NearCells,
  bands: DistanceBands,
  { start }: NearPairs,
  ahead: Uint16Array,
): void {
  const next = start.map((own) => own.slice());
  visitNearPairs(cells, bands, (incident, partner, band) => {
    const own = next[band]!;
    const at = own[incident]!;
    ahead[at] = partner - incident;
    own[incident] = at + 1;
  });
}

/** Calls back for each pair that is nearer than the last end; the partner is the later one. */
function visitNearPairs(
  { x, y, cellStart, nearStart, near }: NearCells,
  { ends, manhattan }: DistanceBands,
  visit: (incident: number, partner: number, band: number) => void,
): void {
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
          let band = 0;
          while (metres >= ends[band]!) band += 1;
          visit(at, to, band);
        }
      }
    }
}
