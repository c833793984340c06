import { gridDisk } from 'h3-js';
import type { HexagonSet } from '../grid/hexagons.ts';
import { type SpatialWeights, weightsOfNeighbours } from './spatial-weights.ts';

/**
 * Binary weights between hexagons: those at most so many steps away are neighbours; none is its own.
 * @param steps 1 for the six that share a side
 */
export function hexagonWeights({ cells }: HexagonSet, steps = 1): SpatialWeights {
  const places = new Map(cells.map((cell, place) => [cell, place]));
  return weightsOfNeighbours(
    cells.map((cell, place) =>
      gridDisk(cell, steps)
        .map((other) => places.get(other) ?? place)
        .filter((other) => other !== place)
        .sort((one, two) => one - two),
    ),
  );
}
