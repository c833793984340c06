import type { NearCells } from './near-cells.ts';

/** Bands of distance as the counters use them: finite breaks after 0, ascending, in metres. */
export interface DistanceBands {
  readonly ends: Float64Array;
  readonly manhattan: boolean;
}

/** Pairs that are near in space, whenever they happened; incidents are numbered as in `NearCells`. */
export interface NearPairs {
  /** The partners of incident i are `partner[start[i]]` … `partner[start[i + 1] − 1]`; each pair is there once. */
  readonly start: Int32Array;
  readonly partner: Int32Array;
  /** Band of distance of each. */
  readonly band: Uint8Array;
}

export interface NearPairsFound {
  /** How many pairs are in each band of distance. */
  readonly counts: Float64Array;
  /** Null where there are more than may be listed. */
  readonly pairs: NearPairs | null;
}

/** Room for so many pairs to begin with; it doubles when it is full. */
const FIRST_ROOM = 1 << 16;

/** Finds the pairs that are nearer than the last end. @param mostListed how many pairs may be listed at the most */
export function findNearPairs(
  { x, y, cellStart, nearStart, near }: NearCells,
  { ends, manhattan }: DistanceBands,
  mostListed: number,
): NearPairsFound {
  const counts = new Float64Array(ends.length);
  const limit = ends.at(-1) ?? 0;
  const start = new Int32Array(x.length + 1);
  let partner = new Int32Array(FIRST_ROOM);
  let bandOf = new Uint8Array(FIRST_ROOM);
  let listed = 0;
  let isListed = true;
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let at = cellStart[cell]!; at < cellStart[cell + 1]!; at += 1) {
      const ownX = x[at]!;
      const ownY = y[at]!;
      for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1) {
        const other = near[index]!;
        const last = cellStart[other + 1]!;
        const first = other === cell ? at + 1 : cellStart[other]!;
        if (isListed && listed + last - first > partner.length) {
          if (listed > mostListed) isListed = false;
          else {
            partner = grown(partner, listed + last - first);
            bandOf = grown(bandOf, partner.length);
          }
        }
        for (let to = first; to < last; to += 1) {
          const east = Math.abs(ownX - x[to]!);
          const north = Math.abs(ownY - y[to]!);
          const metres = manhattan ? east + north : Math.sqrt(east * east + north * north);
          if (metres >= limit) continue;
          let band = 0;
          while (metres >= ends[band]!) band += 1;
          counts[band]! += 1;
          if (isListed) {
            partner[listed] = to;
            bandOf[listed] = band;
            listed += 1;
          }
        }
      }
      start[at + 1] = listed;
    }
  if (!isListed || listed > mostListed) return { counts, pairs: null };
  return { counts, pairs: { start, partner: partner.slice(0, listed), band: bandOf.slice(0, listed) } };
}

function grown<Values extends Int32Array | Uint8Array>(values: Values, least: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(
    Math.max(least, 2 * values.length),
  );
  larger.set(values);
  return larger;
}
