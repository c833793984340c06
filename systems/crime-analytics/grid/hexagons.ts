import type { Position } from '@amaan/contracts/geometry';
import {
  cellToBoundary,
  cellToLatLng,
  getHexagonAreaAvg,
  getHexagonEdgeLengthAvg,
  greatCircleDistance,
  gridDisk,
  latLngToCell,
  polygonToCells,
  UNITS,
} from 'h3-js';
import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { MOST_CELLS } from './cell-grid.ts';

/**
 * Hexagons of H3 (I. Brodsky, "H3: Uber's hexagonal hierarchical spatial index", 2018): every neighbour is as near as every
 * other, and a hexagon is the same one in every analysis of every city. They lie on the globe and so need no plane.
 */
export interface HexagonSet {
  /** 0 to 15; 8 are some 0.7 km², 9 some 0.1 km². */
  readonly resolution: number;
  /** Addresses, in the order of every array that has one value a hexagon. */
  readonly cells: readonly string[];
}

/** The resolution whose hexagons are, on average over the globe, nearest in area to squares of a side. */
export function resolutionLike(cellMetres: number): number {
  const wanted = Math.log(cellMetres * cellMetres);
  let best = 0;
  for (let resolution = 1; resolution <= 15; resolution += 1) {
    const apart = (of: number) => Math.abs(Math.log(getHexagonAreaAvg(of, UNITS.m2)) - wanted);
    if (apart(resolution) < apart(best)) best = resolution;
  }
  return best;
}

/**
 * The hexagons that hold places, and those around them: quiet ones must be seen to tell busy ones.
 * @param rings How many rings around each are added
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `PLACE_INVALID`, `GRID_TOO_LARGE`
 */
export function hexagonsAround(
  longitude: ArrayLike<number>,
  latitude: ArrayLike<number>,
  resolution: number,
  rings = 2,
): HexagonSet {
  if (longitude.length === 0)
    throw new CrimeAnalyticsError('NO_INCIDENTS', 'There are no incidents in this area and period.');
  const holding = new Set<string>();
  for (let at = 0; at < longitude.length; at += 1)
    holding.add(hexagonAt(longitude[at]!, latitude[at]!, resolution));
  const cells = new Set<string>();
  for (const cell of holding) for (const near of gridDisk(cell, rings)) cells.add(near);
  return sorted(cells, resolution);
}

/**
 * The hexagons whose middles are no further than a distance from that of one that holds a place.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `PLACE_INVALID`, `GRID_TOO_LARGE`
 */
export function hexagonsNear(
  longitude: ArrayLike<number>,
  latitude: ArrayLike<number>,
  resolution: number,
  metres: number,
): HexagonSet {
  // A ring of hexagons is nowhere nearer than √3/2 of its number of steps, and steps may be a third shorter than on average.
  const rings = Math.ceil(metres / (hexagonSpacing(resolution) * (Math.sqrt(3) / 2) * (2 / 3)));
  const around = hexagonsAround(longitude, latitude, resolution, 0).cells;
  const cells = new Set(around);
  for (const cell of around) {
    const middle = cellToLatLng(cell);
    for (const near of gridDisk(cell, rings))
      if (!cells.has(near) && greatCircleDistance(middle, cellToLatLng(near), UNITS.m) <= metres)
        cells.add(near);
  }
  return sorted(cells, resolution);
}

/**
 * The hexagons whose middles lie in one of some areas.
 * @param areas Each by its rings, `[longitude, latitude]`, holes and islands among them: what lies within an odd number of
 * rings is inside
 * @throws CrimeAnalyticsError `AREA_EMPTY` when no middle of a hexagon lies in any, `GRID_TOO_LARGE`
 */
export function hexagonsInside(
  areas: readonly (readonly (readonly Position[])[])[],
  resolution: number,
): HexagonSet {
  const cells = new Set<string>();
  for (const rings of areas) for (const cell of insideRings(rings, resolution)) cells.add(cell);
  if (cells.size === 0)
    throw new CrimeAnalyticsError('AREA_EMPTY', 'The area is smaller than a hexagon; choose smaller ones.');
  return sorted(cells, resolution);
}

/**
 * Which area the middle of each hexagon lies in: index into the areas, −1 for none. Where areas overlap the first counts.
 * @param areas As for `hexagonsInside`
 */
export function areasOfHexagons(
  { resolution, cells }: HexagonSet,
  areas: readonly (readonly (readonly Position[])[])[],
): Int16Array {
  const areaOf = new Map<string, number>();
  for (const [area, rings] of areas.entries())
    for (const cell of insideRings(rings, resolution)) if (!areaOf.has(cell)) areaOf.set(cell, area);
  return Int16Array.from(cells, (cell) => areaOf.get(cell) ?? -1);
}

function insideRings(rings: readonly (readonly Position[])[], resolution: number): Set<string> {
  const inside = new Set<string>();
  for (const ring of rings) {
    const line = ring.map(([longitude, latitude]) => [longitude, latitude]);
    for (const cell of polygonToCells(line, resolution, true)) if (!inside.delete(cell)) inside.add(cell);
  }
  return inside;
}

/** Metres between the middles of neighbouring hexagons, on average over the globe. */
export function hexagonSpacing(resolution: number): number {
  return Math.sqrt(3) * getHexagonEdgeLengthAvg(resolution, UNITS.m);
}

/**
 * Counts incidents by hexagon.
 * @param weights What each counts for; 1 each without it
 * @throws CrimeAnalyticsError `PLACE_INVALID`
 */
export function countInHexagons(
  { resolution, cells }: HexagonSet,
  longitude: ArrayLike<number>,
  latitude: ArrayLike<number>,
  weights?: ArrayLike<number>,
): { readonly counts: Float64Array; readonly outside: number } {
  const places = new Map(cells.map((cell, place) => [cell, place]));
  const counts = new Float64Array(cells.length);
  let outside = 0;
  for (let at = 0; at < longitude.length; at += 1) {
    const place = places.get(hexagonAt(longitude[at]!, latitude[at]!, resolution));
    const weight = weights ? weights[at]! : 1;
    if (place === undefined) outside += weight;
    else counts[place]! += weight;
  }
  return { counts, outside };
}

/** The closed outline of a hexagon as GeoJSON wants it: `[longitude, latitude]`, anticlockwise, the first again at the end. */
export function hexagonRing(cell: string): Position[] {
  return cellToBoundary(cell, true).map(([longitude, latitude]) => [longitude!, latitude!]);
}

/** The middle of a hexagon, `[longitude, latitude]`. */
export function hexagonCentre(cell: string): Position {
  const [latitude, longitude] = cellToLatLng(cell);
  return [longitude, latitude];
}

function hexagonAt(longitude: number, latitude: number, resolution: number): string {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new CrimeAnalyticsError('PLACE_INVALID', `${longitude}, ${latitude} is no longitude and latitude.`);
  return latLngToCell(latitude, longitude, resolution);
}

/** In one order, so that equal questions have equal answers. */
function sorted(cells: ReadonlySet<string>, resolution: number): HexagonSet {
  if (cells.size > MOST_CELLS)
    throw new CrimeAnalyticsError(
      'GRID_TOO_LARGE',
      'These are too many hexagons; choose larger ones or a smaller area.',
    );
  return { resolution, cells: [...cells].sort() };
}
