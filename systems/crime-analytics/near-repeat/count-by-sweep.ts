import type { NearCells } from './near-cells.ts';
import type { DistanceBands } from './near-pairs.ts';

/**
 * Counts pairs by band of distance and of days without a list of them, for when that would not fit into memory: the
 * incidents of each cell are put in the order of time, and each looks only at those of the near cells that are within the
 * longest band of days.
 * @param day of each incident, numbered as in `cells`
 * @param dayEnds of the bands of days, whole numbers
 * @returns counts by band of distance × band of days
 */
export function countBySweep(
  cells: NearCells,
  { ends, manhattan }: DistanceBands,
  day: Int32Array,
  dayEnds: readonly number[],
): Float64Array {
  const dayBands = dayEnds.length;
  // A city in one band has more pairs than 32 bits count.
  const counts = new Float64Array(ends.length * dayBands);
  const bandOfDays = bandByDays(dayEnds);
  const reach = bandOfDays.length - 1;
  const limit = ends.at(-1) ?? 0;
  const { cellStart, nearStart, near } = cells;
  const { x, y, sortedDay } = sortByDay(cells, day);
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    for (let index = nearStart[cell]!; index < nearStart[cell + 1]!; index += 1) {
      const other = near[index]!;
      const last = cellStart[other + 1]!;
      let head = cellStart[other]!;
      for (let at = cellStart[cell]!; at < cellStart[cell + 1]!; at += 1) {
        const own = sortedDay[at]!;
        const ownX = x[at]!;
        const ownY = y[at]!;
        while (head < last && sortedDay[head]! < own - reach) head += 1;
        for (let to = other === cell ? at + 1 : head; to < last; to += 1) {
          const apart = sortedDay[to]! - own;
          if (apart > reach) break;
          const east = Math.abs(ownX - x[to]!);
          const north = Math.abs(ownY - y[to]!);
          const metres = manhattan ? east + north : Math.sqrt(east * east + north * north);
          if (metres >= limit) continue;
          let band = 0;
          while (metres >= ends[band]!) band += 1;
          counts[band * dayBands + bandOfDays[Math.abs(apart)]!]! += 1;
        }
      }
    }
  return counts;
}

/** The incidents of each cell in the order of time. */
function sortByDay({ x, y, cellStart }: NearCells, day: Int32Array) {
  const cellOf = new Int32Array(day.length);
  for (let cell = 0; cell + 1 < cellStart.length; cell += 1)
    cellOf.fill(cell, cellStart[cell]!, cellStart[cell + 1]!);
  const inOrder = Int32Array.from(day.keys()).sort((a, b) => day[a]! - day[b]!);
  const next = cellStart.slice();
  const sorted = {
    x: new Float64Array(day.length),
    y: new Float64Array(day.length),
    sortedDay: new Int32Array(day.length),
  };
  for (const incident of inOrder) {
    const slot = next[cellOf[incident]!]!++;
    sorted.x[slot] = x[incident]!;
    sorted.y[slot] = y[incident]!;
    sorted.sortedDay[slot] = day[incident]!;
  }
  return sorted;
}

/** Band of 0, 1, 2 … days. */
function bandByDays(ends: readonly number[]): Uint8Array {
  const bands = new Uint8Array(ends.at(-1) ?? 0);
  for (let days = 0, band = 0; days < bands.length; days += 1) {
    while (days >= ends[band]!) band += 1;
    bands[days] = band;
  }
  return bands;
}
