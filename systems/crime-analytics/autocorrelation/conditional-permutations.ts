import { seededRandom } from '@amaan/contracts/seeded-random';
import type { PermutationSettings } from './permutation-settings.ts';
import { type SpatialWeights, spatialLag, withoutSelf } from './spatial-weights.ts';

/** Where each place's weighted sum of neighbours stands among those of shuffled neighbours. */
export interface LagRanks {
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

/**
 * Conditional permutation: each place keeps its own value, its neighbours get values drawn from all other places.
 * One set of draws serves all places, as in PySAL's `esda`: a place that is itself among its draw takes the next one
 * instead. So the p-value of each place is right, while those of different places are not independent draws.
 *
 * Where all neighbours of a place weigh the same, its permuted sums are the draws' running sums, whatever place it is,
 * but for the few draws that hold the place itself. They are sorted once for each number of neighbours and looked up,
 * which takes a thousandth of the work.
 *
 * Source: L. Anselin, Geographical Analysis 27 (1995) 93–115, section 3.
 */
export function conditionalLagRanks(
  values: ArrayLike<number>,
  weights: SpatialWeights,
  { permutations, seed }: PermutationSettings,
): LagRanks {
  const others = withoutSelf(weights);
  const degrees = Uint32Array.from({ length: others.length }, (_, at) => degree(others, at));
  const most = degrees.reduce((high, next) => Math.max(high, next), 0);
  const draws = drawOthers(others.length, most + 1, permutations, seed);
  const observed = spatialLag(others, values);
  const ranks: LagRanks = {
    atLeast: new Uint32Array(others.length),
    atMost: new Uint32Array(others.length),
  };
  let largest = 0;
  for (let at = 0; at < others.length; at += 1) largest = Math.max(largest, Math.abs(values[at]!));
  const equal = Uint8Array.from(degrees, (_, place) => (hasEqualWeights(others, place) ? 1 : 0));

  const holders = whereDrawn(draws, others.length);
  for (const [count, places] of placesByDegree(degrees, equal)) {
    const sums = runningSums(draws, values, count);
    const sorted = Float64Array.from(sums).sort();
    for (const place of places) {
      const weight = others.weights[others.offsets[place]!]!;
      // Only the order of the sums counts, so the common weight is taken off the observed one (a negative one turns it).
      const seen = observed[place]! / weight;
      const slack = 1e-12 * largest * count;
      let atLeast = permutations - countUpTo(sorted, seen - slack, false);
      let atMost = countUpTo(sorted, seen + slack, true);
      for (let at = holders.offsets[place]!; at < holders.offsets[place + 1]!; at += 1) {
        const drawn = holders.positions[at]!;
        const draw = Math.floor(drawn / draws.width);
        if (drawn % draws.width >= count) continue;
        const sum = sums[draw]!;
        const instead = sum - values[place]! + values[draws.places[draw * draws.width + count]!]!;
        atLeast += Number(instead >= seen - slack) - Number(sum >= seen - slack);
        atMost += Number(instead <= seen + slack) - Number(sum <= seen + slack);
      }
      ranks.atLeast[place] = weight < 0 ? atMost : atLeast;
      ranks.atMost[place] = weight < 0 ? atLeast : atMost;
    }
  }
  for (let place = 0; place < others.length; place += 1)
    if (!equal[place]) rankUnequal(place, { values, others, draws, observed, largest, ranks });
  return ranks;
}

/** Draws without repetition; `width` places each, of which a place uses those of its own that it is not in. */
interface Draws {
  readonly width: number;
  readonly count: number;
  readonly places: Uint32Array;
}

function drawOthers(length: number, width: number, count: number, seed: number): Draws {
  const random = seededRandom(seed);
  const pool = Uint32Array.from({ length }, (_, at) => at);
  const taken = Math.min(width, length);
  const places = new Uint32Array(taken * count);
  for (let draw = 0; draw < count; draw += 1)
    for (let at = 0; at < taken; at += 1) {
      const from = at + Math.floor(random() * (length - at));
      const place = pool[from]!;
      pool[from] = pool[at]!;
      pool[at] = place;
      places[draw * taken + at] = place;
    }
  return { width: taken, count, places };
}

/** For each place the positions in `draws.places` that hold it. */
function whereDrawn(draws: Draws, length: number): { offsets: Uint32Array; positions: Uint32Array } {
  const offsets = new Uint32Array(length + 1);
  for (const place of draws.places) offsets[place + 1]! += 1;
  for (let at = 0; at < length; at += 1) offsets[at + 1]! += offsets[at]!;
  const next = offsets.slice();
  const positions = new Uint32Array(draws.places.length);
  for (let at = 0; at < draws.places.length; at += 1) {
    const place = draws.places[at]!;
    positions[next[place]!] = at;
    next[place]! += 1;
  }
  return { offsets, positions };
}

function placesByDegree(degrees: Uint32Array, equal: Uint8Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let place = 0; place < degrees.length; place += 1) {
    if (!equal[place]) continue;
    const group = groups.get(degrees[place]!);
    if (group) group.push(place);
    else groups.set(degrees[place]!, [place]);
  }
  return groups;
}

/** Sum of the first values of each draw. */
function runningSums(draws: Draws, values: ArrayLike<number>, count: number): Float64Array {
  const sums = new Float64Array(draws.count);
  for (let draw = 0; draw < draws.count; draw += 1) {
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += values[draws.places[draw * draws.width + at]!]!;
    sums[draw] = sum;
  }
  return sums;
}

/** How many of sorted numbers are below a bound, or at most as high. */
function countUpTo(sorted: Float64Array, bound: number, including: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < bound || (including && sorted[middle] === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rankUnequal(
  place: number,
  {
    values,
    others,
    draws,
    observed,
    largest,
    ranks,
  }: {
    values: ArrayLike<number>;
    others: SpatialWeights;
    draws: Draws;
    observed: Float64Array;
    largest: number;
    ranks: LagRanks;
  },
): void {
  const start = others.offsets[place]!;
  const end = others.offsets[place + 1]!;
  let heaviest = 0;
  for (let at = start; at < end; at += 1) heaviest = Math.max(heaviest, Math.abs(others.weights[at]!));
  const slack = 1e-12 * largest * heaviest * (end - start);
  for (let draw = 0; draw < draws.count; draw += 1) {
    let from = draw * draws.width;
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      if (draws.places[from] === place) from += 1;
      sum += others.weights[at]! * values[draws.places[from]!]!;
      from += 1;
    }
    if (sum >= observed[place]! - slack) ranks.atLeast[place]! += 1;
    if (sum <= observed[place]! + slack) ranks.atMost[place]! += 1;
  }
}

function degree(weights: SpatialWeights, place: number): number {
  return weights.offsets[place + 1]! - weights.offsets[place]!;
}

/** Whether all neighbours of a place, of which there are some, weigh the same and not nothing. */
function hasEqualWeights({ offsets, weights }: SpatialWeights, place: number): boolean {
  const first = weights[offsets[place]!];
  if (offsets[place] === offsets[place + 1] || first === 0) return false;
  for (let at = offsets[place]! + 1; at < offsets[place + 1]!; at += 1)
    if (weights[at] !== first) return false;
  return true;
}
