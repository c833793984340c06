/**
 * Which places are neighbours, and how much each counts: rows of a sparse matrix. Place i has the neighbours
 * `neighbours[offsets[i]] … neighbours[offsets[i + 1] − 1]`, whose weights lie at the same positions.
 */
export interface SpatialWeights {
  readonly length: number;
  /** One more than there are places. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

/** Binary weights from lists of neighbours. @throws RangeError when a neighbour is no place */
export function weightsOfNeighbours(lists: readonly (readonly number[])[]): SpatialWeights {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) offsets[at + 1] = offsets[at]! + list.length;
  const neighbours = new Uint32Array(offsets[lists.length]!);
  for (const [at, list] of lists.entries()) {
    if (list.some((other) => !(Number.isInteger(other) && other >= 0 && other < lists.length)))
      throw new RangeError(`Place ${at} has a neighbour that is not among the ${lists.length} places.`);
    neighbours.set(list, offsets[at]!);
  }
  return { length: lists.length, offsets, neighbours, weights: new Float64Array(neighbours.length).fill(1) };
}

/** The weights divided by their sum in each row; rows without neighbours stay empty. */
export function rowStandardised(of: SpatialWeights): SpatialWeights {
  const weights = new Float64Array(of.weights.length);
  for (let place = 0; place < of.length; place += 1) {
    const sum = rowSum(of, place);
    for (let at = of.offsets[place]!; at < of.offsets[place + 1]!; at += 1)
      weights[at] = sum === 0 ? 0 : of.weights[at]! / sum;
  }
  return { ...of, weights };
}

/** The same neighbours and each place itself with a weight of 1 (as Gi* wants), whatever weight it had. */
export function withSelf(of: SpatialWeights): SpatialWeights {
  return rebuilt(of, true);
}

/** The same neighbours without the places themselves. */
export function withoutSelf(of: SpatialWeights): SpatialWeights {
  return rebuilt(of, false);
}

/** Sum of the weights of a place's neighbours. */
export function rowSum(of: SpatialWeights, place: number): number {
  let sum = 0;
  for (let at = of.offsets[place]!; at < of.offsets[place + 1]!; at += 1) sum += of.weights[at]!;
  return sum;
}

/** Σⱼ wᵢⱼ vⱼ for every place i. */
export function spatialLag(of: SpatialWeights, values: ArrayLike<number>): Float64Array {
  const lag = new Float64Array(of.length);
  const { offsets, neighbours, weights } = of;
  for (let place = 0; place < of.length; place += 1) {
    let sum = 0;
    const end = offsets[place + 1]!;
    for (let at = offsets[place]!; at < end; at += 1) sum += weights[at]! * values[neighbours[at]!]!;
    lag[place] = sum;
  }
  return lag;
}

function rebuilt(of: SpatialWeights, self: boolean): SpatialWeights {
  const offsets = new Uint32Array(of.length + 1);
  const neighbours = new Uint32Array(of.neighbours.length + (self ? of.length : 0));
  const weights = new Float64Array(neighbours.length);
  let end = 0;
  for (let place = 0; place < of.length; place += 1) {
    for (let at = of.offsets[place]!; at < of.offsets[place + 1]!; at += 1) {
      if (of.neighbours[at] === place) continue;
      neighbours[end] = of.neighbours[at]!;
      weights[end] = of.weights[at]!;
      end += 1;
    }
    if (self) {
      neighbours[end] = place;
      weights[end] = 1;
      end += 1;
    }
    offsets[place + 1] = end;
  }
  return { length: of.length, offsets, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
}
