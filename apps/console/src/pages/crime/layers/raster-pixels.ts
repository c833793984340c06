import {
  type CellLattice,
  decodeRaster,
  latticePosition,
  type Raster,
} from '@amaan/contracts/crime/cell-lattice';
import type { Position } from '@amaan/contracts/geometry';
import { changeColour, densityColour, type Ground } from './crime-colours.ts';

export type RasterUnit = 'per-km2' | 'per-km-road' | 'log-ratio';

/**
 * How far the colours reach: for densities the greatest one; for changes the factor, as its natural logarithm, from which
 * on everything is drawn alike, so that one empty place does not make all others pale.
 */
export function rasterReach({ minimum, maximum }: Raster, unit: RasterUnit): number {
  if (unit !== 'log-ratio') return Math.max(maximum, Number.MIN_VALUE);
  return Math.max(Math.log(1.25), Math.min(Math.log(4), Math.max(Math.abs(minimum), Math.abs(maximum))));
}

/** Red, green, blue and alpha of every cell, from the north-west as pictures are; outside of the area nothing is drawn. */
export function rasterPixels(
  raster: Raster,
  unit: RasterUnit,
  ground: Ground,
): Uint8ClampedArray<ArrayBuffer> {
  const { columns, rows } = raster.lattice;
  const values = decodeRaster(raster);
  const reach = rasterReach(raster, unit);
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      if (Number.isNaN(value)) continue;
      const share = Math.max(-1, Math.min(value / reach, 1));
      const colour =
        unit === 'log-ratio' ? changeColour(share, ground) : densityColour(Math.max(0, share), ground);
      pixels.set(colour, ((rows - 1 - row) * columns + column) * 4);
    }
  return pixels;
}

/**
 * Where the corners of its picture lie: north-west, north-east, south-east, south-west. Between them the map stretches it
 * evenly; over a city that is off by less than a tenth of a cell of a density's raster.
 */
export function rasterCorners(lattice: CellLattice): [Position, Position, Position, Position] {
  const { columns, rows } = lattice;
  return [
    latticePosition(lattice, 0, rows),
    latticePosition(lattice, columns, rows),
    latticePosition(lattice, columns, 0),
    latticePosition(lattice, 0, 0),
  ];
}
