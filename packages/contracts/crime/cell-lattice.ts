import { z } from 'zod';
import { Position } from '../geometry.ts';

/**
 * Square cells in a plane in metres (a UTM zone), row by row from the south-west. `control` are nine points of it on the
 * globe, 3 × 3 row by row from the south-west corner over the middles to the north-east corner, from which every corner of a
 * cell follows to less than a metre over a city (`latticePosition`): the console needs no projection.
 */
export const CellLattice = z.object({
  /** The plane's name, for example `EPSG:32643`. */
  crs: z.string().regex(/^EPSG:\d{4,6}$/),
  originX: z.number(),
  originY: z.number(),
  cellMetres: z.number().positive(),
  columns: z.int().positive(),
  rows: z.int().positive(),
  control: z.array(Position).length(9),
});
export type CellLattice = z.infer<typeof CellLattice>;

/** Quadratic Lagrange weights at 0, ½ and 1. */
const weights = (t: number) => [(1 - t) * (1 - 2 * t), 4 * t * (1 - t), t * (2 * t - 1)] as const;

/**
 * Longitude and latitude of a point of the lattice by biquadratic interpolation of its nine control points.
 * @param column 0 at the western edge, `columns` at the eastern one; may be a fraction
 * @param row 0 at the southern edge, `rows` at the northern one
 */
export function latticePosition(lattice: CellLattice, column: number, row: number): Position {
  const across = weights(column / lattice.columns);
  const up = weights(row / lattice.rows);
  let longitude = 0;
  let latitude = 0;
  lattice.control.forEach(([lon, lat], index) => {
    const weight = (across[index % 3] ?? 0) * (up[Math.floor(index / 3)] ?? 0);
    longitude += weight * lon;
    latitude += weight * lat;
  });
  return [longitude, latitude];
}

/** The closed ring of a cell (row-major index), anticlockwise from its south-west corner, as GeoJSON wants it. */
export function latticeRing(lattice: CellLattice, cell: number): Position[] {
  const column = cell % lattice.columns;
  const row = Math.floor(cell / lattice.columns);
  const at = (dx: number, dy: number) => latticePosition(lattice, column + dx, row + dy);
  return [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
}

/** Cells that a result speaks of: some of a lattice, by row-major index, or hexagons of H3 with their outlines. */
export const CellSet = z.discriminatedUnion('shape', [
  z.object({
    shape: z.literal('square'),
    lattice: CellLattice,
    cells: z.array(z.int().nonnegative()),
  }),
  z.object({
    shape: z.literal('hexagon'),
    /** Resolution of H3, 0–15. */
    resolution: z.int().min(0).max(15),
    /** Addresses of H3. */
    cells: z.array(z.string()),
    /** Their closed rings, in the same order. */
    rings: z.array(z.array(Position)),
  }),
]);
export type CellSet = z.infer<typeof CellSet>;

/** The closed ring of the cell at a place of the set's list. */
export function cellRing(set: CellSet, place: number): Position[] {
  return set.shape === 'hexagon' ? (set.rings[place] ?? []) : latticeRing(set.lattice, set.cells[place] ?? 0);
}

/**
 * A value for every cell of a lattice, row by row from the south-west: little-endian 32-bit floats in base64
 * (`decodeRaster`). Cells outside the study area are NaN.
 */
export const Raster = z.object({
  lattice: CellLattice,
  values: z.base64(),
  minimum: z.number(),
  maximum: z.number(),
});
export type Raster = z.infer<typeof Raster>;

/** The values of a raster. Its bytes are little-endian, as those of every machine that Node and browsers run on. */
export function decodeRaster(raster: Raster): Float32Array {
  const text = atob(raster.values);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return new Float32Array(bytes.buffer);
}
