import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type SpatialWeights, weightsOfNeighbours } from './spatial-weights.ts';

/**
 * Binary weights: places up to a distance apart are neighbours, the distance itself included; no place is its own.
 * Places are sorted into squares of that distance, so that only nine squares are looked through for each.
 * @param x Metres east of each place
 * @param y Metres north
 * @param metres The band
 * @throws CrimeAnalyticsError `DISTANCE_INVALID`
 */
export function distanceBandWeights(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  metres: number,
): SpatialWeights {
  if (!(metres > 0 && Number.isFinite(metres)))
    throw new CrimeAnalyticsError('DISTANCE_INVALID', 'The distance must be a number of metres above 0.');
  const squares = new Map<string, number[]>();
  for (let place = 0; place < x.length; place += 1) {
    const key = `${Math.floor(x[place]! / metres)} ${Math.floor(y[place]! / metres)}`;
    const square = squares.get(key);
    if (square) square.push(place);
    else squares.set(key, [place]);
  }
  const limit = metres * metres;
  return weightsOfNeighbours(
    Array.from({ length: x.length }, (_, place) => {
      const column = Math.floor(x[place]! / metres);
      const row = Math.floor(y[place]! / metres);
      const near: number[] = [];
      for (let down = row - 1; down <= row + 1; down += 1)
        for (let across = column - 1; across <= column + 1; across += 1)
          for (const other of squares.get(`${across} ${down}`) ?? []) {
            const [east, north] = [x[other]! - x[place]!, y[other]! - y[place]!];
            if (other !== place && east * east + north * north <= limit) near.push(other);
          }
      return near.sort((one, two) => one - two);
    }),
  );
}
