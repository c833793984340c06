import { type Boundary, BoundaryGeometry, MOST_BOUNDARY_POSITIONS } from '@amaan/contracts/crime/boundary';
import type { Position } from '@amaan/contracts/geometry';
import { ImportError } from './import-error.ts';
import { utmPlaneOf } from './projection.ts';

/** An area as it was read. */
export type ReadBoundary = Omit<Boundary, 'id' | 'siteId'>;

/**
 * The areas of a GeoJSON collection. Rings are closed, so a last position that repeats the first is taken off. Everything
 * must be right: a map with half of the stations misleads.
 *
 * @throws ImportError `BOUNDARIES_INVALID` with what is wrong, and with which feature
 */
export function readBoundaries(geojson: unknown): ReadBoundary[] {
  const value = typeof geojson === 'string' ? parsed(geojson) : geojson;
  const features =
    isObject(value) && value.type === 'FeatureCollection' && Array.isArray(value.features)
      ? (value.features as unknown[])
      : null;
  if (features === null) throw invalid('It is no GeoJSON collection of features.');
  if (features.length === 0) throw invalid('It has no areas.');
  if (features.length > 1000) throw invalid('It has more than 1,000 areas.');
  let positions = 0;
  const names = new Set<string>();
  return features.map((feature, n) => {
    const fail = (what: string) => invalid(`Feature ${n + 1}: ${what}`);
    if (!isObject(feature) || feature.type !== 'Feature') throw fail('it is no feature.');
    const properties = isObject(feature.properties) ? feature.properties : {};
    const text = (...keys: string[]) => {
      const found = keys.map((key) => properties[key]).find((cell) => cell != null && cell !== '');
      return found === undefined ? '' : String(found).trim();
    };
    const [name, nameUrdu, code] = [text('name'), text('nameUrdu', 'name_ur'), text('code')];
    if (name === '' || name.length > 120) throw fail('it needs a property "name" of at most 120 characters.');
    if (nameUrdu.length > 120 || code.length > 40) throw fail('its name in Urdu or its code is too long.');
    if (names.has(name)) throw fail(`another one is named "${name}", too.`);
    names.add(name);
    const people = text('population');
    const population = people === '' ? null : Number(people);
    if (population !== null && !(Number.isSafeInteger(population) && population > 0 && population < 2 ** 31))
      throw fail('its population is no whole number above 0.');
    const geometry = BoundaryGeometry.safeParse(withoutHeights(feature.geometry));
    if (!geometry.success) throw fail('it needs a Polygon or MultiPolygon in degrees of WGS 84.');
    const polygons = polygonsOf(geometry.data).map((rings) => rings.map((ring) => opened(ring)));
    for (const ring of polygons.flat()) {
      positions += ring.length;
      if (positions > MOST_BOUNDARY_POSITIONS)
        throw invalid(`It has more than ${MOST_BOUNDARY_POSITIONS} corners.`);
      if (ring.length < 3) throw fail('a ring has fewer than three corners.');
      if (crossesItself(ring)) throw fail('a ring crosses itself.');
    }
    const areaKm2 = polygons.reduce((sum, rings) => sum + areaOf(rings), 0) / 1e6;
    // Straight lines in degrees are bent in metres, so it is asked in degrees: this is about ten square metres.
    if (polygons.some(([edge]) => surfaceOf(edge!) < 1e-9)) throw fail('it has no surface.');
    return {
      ...{ name, nameUrdu, code, population, areaKm2 },
      geometry:
        geometry.data.type === 'Polygon'
          ? { type: 'Polygon', coordinates: polygons[0]! }
          : { type: 'MultiPolygon', coordinates: polygons },
    };
  });
}

/** The polygons of an area, each with its edge and its holes. */
export function polygonsOf(geometry: BoundaryGeometry): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Square metres, measured in the UTM zone of its first corner; holes taken off. */
function areaOf(rings: readonly Position[][]): number {
  const plane = utmPlaneOf(...rings[0]![0]!);
  return rings.reduce((sum, ring, n) => {
    const points = ring.map(([longitude, latitude]) => plane.forward(longitude, latitude));
    return sum + (n === 0 ? 1 : -1) * surfaceOf(points);
  }, 0);
}

/** By the shoelace formula, in squares of the unit that the points are in. */
function surfaceOf(points: readonly (readonly [number, number])[]): number {
  const double = points.reduce((all, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length]!;
    return all + x * nextY - nextX * y;
  }, 0);
  return Math.abs(double / 2);
}

/**
 * Whether two edges that are no neighbours cross. Edges are compared by overlapping spans of longitude only, so rings of
 * some thousand corners take milliseconds.
 */
function crossesItself(ring: readonly Position[]): boolean {
  const edges = ring
    .map((a, n) => ({ n, a, b: ring[(n + 1) % ring.length]! }))
    .map((edge) => ({ ...edge, west: Math.min(edge.a[0], edge.b[0]), east: Math.max(edge.a[0], edge.b[0]) }))
    .sort((first, second) => first.west - second.west);
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at]!;
    for (let next = at + 1; next < edges.length && edges[next]!.west <= edge.east; next += 1) {
      const other = edges[next]!;
      const apart = Math.abs(edge.n - other.n);
      if (apart <= 1 || apart === ring.length - 1) continue;
      if (cross(edge.a, edge.b, other.a, other.b)) return true;
    }
  }
  return false;
}

/** Touching corners are no crossing. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function opened(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : [...ring];
}

/** Positions may have a height, which is not read. */
function withoutHeights(geometry: unknown): unknown {
  if (!isObject(geometry)) return geometry;
  const strip = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? value.slice(0, 2)
      : Array.isArray(value)
        ? value.map(strip)
        : value;
  return { type: geometry.type, coordinates: strip(geometry.coordinates) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalid('It is no JSON, or not all of it.');
  }
}

function invalid(what: string): ImportError {
  return new ImportError('BOUNDARIES_INVALID', `The areas were not stored. ${what}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
