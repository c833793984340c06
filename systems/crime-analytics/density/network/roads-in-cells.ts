import { type CellGrid, cellAt, cellCount } from '../../grid/cell-grid.ts';
import type { NetworkDensity } from './network-density.ts';
import type { RoadNetwork } from './road-network.ts';

/**
 * A density along roads as a picture of cells: each cell has the mean over the road in it, lixels by their length.
 * @returns Incidents per kilometre of road; NaN where a cell has none, or is outside of the study area
 */
export function roadsInCells(
  grid: CellGrid,
  roads: RoadNetwork,
  { piece, from, until, perKilometre }: NetworkDensity,
): Float64Array {
  const sums = new Float64Array(cellCount(grid));
  const metres = new Float64Array(cellCount(grid));
  for (let lixel = 0; lixel < piece.length; lixel += 1) {
    const of = piece[lixel]!;
    const [a, b] = [roads.pieceFrom[of]!, roads.pieceTo[of]!];
    const length = until[lixel]! - from[lixel]!;
    const share = (from[lixel]! + until[lixel]!) / 2 / roads.pieceMetres[of]!;
    const cell = cellAt(
      grid,
      roads.pointX[a]! + share * (roads.pointX[b]! - roads.pointX[a]!),
      roads.pointY[a]! + share * (roads.pointY[b]! - roads.pointY[a]!),
    );
    if (cell < 0) continue;
    sums[cell]! += perKilometre[lixel]! * length;
    metres[cell]! += length;
  }
  return sums.map((sum, cell) => (metres[cell] === 0 ? Number.NaN : sum / metres[cell]!));
}
