import type { CallGroups } from './call-columns.ts';

/** The values of a group at the ranks that were asked for. */
export interface RankedGroup {
  /** How many values it has. */
  readonly count: number;
  /** @param rank from 1, one of those that were asked for. @throws RangeError for any other */
  at(rank: number): number;
}

/** Of the sign, the exponent and the first seven digits of a float32: 128 bins from each power of two to the next. */
const BIN_SHIFT = 16;
const BINS = 2 ** 15;

/** Values with the bin of each, so that several ways of grouping are looked at with them. */
export interface BinnedValues {
  readonly values: Float64Array;
  readonly bins: Uint16Array;
  /** The least bin that there is, and how many there are from it to the greatest. */
  readonly first: number;
  readonly width: number;
}

/** @param values from 0 on; NaN belongs to no group */
export function binValues(values: Float64Array): BinnedValues {
  const bins = binsOf(values);
  const [first, width] = rangeOf(bins);
  return { values, bins, first, width };
}

/**
 * The values at some ranks of each group, exactly and without sorting everything: values are counted in bins of less than 1 %, and
 * only the bins in which a rank lies are sorted (selection by distribution: D. E. Knuth, The Art of Computer Programming 3, 2nd ed.
 * (1998), 5.2.5). Two passes over values that stand one after the other; sorting two million calls took several times as long.
 *
 * @param ranksOf ranks from 1 that are asked of a group of so many
 */
export function selectRanks(
  { values, bins, first, width }: BinnedValues,
  { of, count }: CallGroups,
  ranksOf: (count: number) => readonly number[],
): RankedGroup[] {
  const counts = new Uint32Array(count * width);
  for (let index = 0; index < values.length; index++) {
    const group = of[index]!;
    const bin = bins[index]!;
    if (bin !== NO_BIN && group >= 0) counts[group * width + bin - first]! += 1;
  }
  const lists: number[][] = [];
  // Of each bin of each group the list of its values, from 1; 0: none was asked for.
  const listOf = new Uint32Array(count * width);
  const groups = Array.from({ length: count }, (_, group) => {
    const own = counts.subarray(group * width, (group + 1) * width);
    let total = 0;
    for (let bin = 0; bin < width; bin++) total += own[bin]!;
    const found = placesOf(own, total === 0 ? [] : ranksOf(total));
    for (const { bin } of found)
      if (listOf[group * width + bin] === 0) listOf[group * width + bin] = lists.push([]);
    return { total, found };
  });
  for (let index = 0; index < values.length; index++) {
    const group = of[index]!;
    const bin = bins[index]!;
    if (bin === NO_BIN || group < 0) continue;
    const list = listOf[group * width + bin - first]!;
    if (list > 0) lists[list - 1]!.push(values[index]!);
  }
  const sorted = lists.map((list) => Float64Array.from(list).sort());
  return groups.map(({ total, found }, group) => {
    const known = new Map(
      found.map(({ rank, bin, before }) => [
        rank,
        sorted[listOf[group * width + bin]! - 1]![rank - before - 1]!,
      ]),
    );
    return {
      count: total,
      at: (rank) => {
        const value = known.get(rank);
        if (value === undefined) throw new RangeError(`The rank ${rank} was not asked for.`);
        return value;
      },
    };
  });
}

const NO_BIN = BINS;

/** The bin of each value: greater values are never in a lower one. */
function binsOf(values: Float64Array): Uint16Array {
  const bins = new Uint16Array(values.length);
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    float[0] = value;
    bins[index] = value >= 0 ? bits[0]! >>> BIN_SHIFT : NO_BIN;
  }
  return bins;
}

function rangeOf(bins: Uint16Array): [first: number, width: number] {
  let [first, last] = [NO_BIN, -1];
  for (let index = 0; index < bins.length; index++) {
    const bin = bins[index]!;
    if (bin === NO_BIN) continue;
    if (bin < first) first = bin;
    if (bin > last) last = bin;
  }
  return [first, Math.max(0, last - first + 1)];
}

/** In which bin each rank lies, and how many values are in lower ones. */
function placesOf(
  counts: Uint32Array,
  ranks: readonly number[],
): { rank: number; bin: number; before: number }[] {
  const places: { rank: number; bin: number; before: number }[] = [];
  const rising = [...new Set(ranks)].sort((a, b) => a - b);
  let [bin, before] = [0, 0];
  for (const rank of rising) {
    while (before + counts[bin]! < rank) {
      before += counts[bin]!;
      bin += 1;
    }
    places.push({ rank, bin, before });
  }
  return places;
}
