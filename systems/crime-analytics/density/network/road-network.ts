import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';

/** Straight pieces of road between points, in a plane in metres. Every road leads both ways. */
export interface RoadNetwork {
  readonly pointX: Float64Array;
  readonly pointY: Float64Array;
  /** The points that a piece joins. */
  readonly pieceFrom: Uint32Array;
  readonly pieceTo: Uint32Array;
  readonly pieceMetres: Float64Array;
  /** Pieces at point p: `piecesAt[firstAt[p]] … piecesAt[firstAt[p + 1] − 1]`. */
  readonly firstAt: Uint32Array;
  readonly piecesAt: Uint32Array;
}

/** Points within this many metres of each other are one junction. */
const JUNCTION_METRES = 1;

/**
 * Joins lines of roads where they share a point. Lines that cross without one (a bridge, or a gap of the map) are not
 * joined there.
 * @param lines Each a road's points one after the other: x, y, x, y, …, in metres of a plane
 * @throws CrimeAnalyticsError `NO_ROADS`
 */
export function roadNetwork(lines: readonly ArrayLike<number>[]): RoadNetwork {
  const known = new Map<string, number>();
  const [x, y, from, to]: number[][] = [[], [], [], []];
  const pointOf = (east: number, north: number) => {
    const key = `${Math.round(east / JUNCTION_METRES)} ${Math.round(north / JUNCTION_METRES)}`;
    let point = known.get(key);
    if (point === undefined) {
      point = x!.length;
      known.set(key, point);
      x!.push(east);
      y!.push(north);
    }
    return point;
  };
  const pieces = new Set<string>();
  for (const line of lines)
    for (let at = 2; at + 1 < line.length; at += 2) {
      const [one, two] = [pointOf(line[at - 2]!, line[at - 1]!), pointOf(line[at]!, line[at + 1]!)];
      // A piece that two lines share would count twice; one that ends where it begins is none.
      const key = one < two ? `${one} ${two}` : `${two} ${one}`;
      if (one === two || pieces.has(key)) continue;
      pieces.add(key);
      from!.push(one);
      to!.push(two);
    }
  if (from!.length === 0)
    throw new CrimeAnalyticsError(
      'NO_ROADS',
      'There are no roads in this area; choose a density over the plane.',
    );
  const firstAt = new Uint32Array(x!.length + 1);
  for (const point of [...from!, ...to!]) firstAt[point + 1]! += 1;
  for (let point = 0; point < x!.length; point += 1) firstAt[point + 1]! += firstAt[point]!;
  const next = firstAt.slice();
  const piecesAt = new Uint32Array(2 * from!.length);
  for (const [piece, one] of from!.entries())
    for (const point of [one, to![piece]!]) {
      piecesAt[next[point]!] = piece;
      next[point]! += 1;
    }
  return {
    pointX: Float64Array.from(x!),
    pointY: Float64Array.from(y!),
    pieceFrom: Uint32Array.from(from!),
    pieceTo: Uint32Array.from(to!),
    pieceMetres: Float64Array.from(from!, (one, piece) =>
      Math.hypot(x![to![piece]!]! - x![one]!, y![to![piece]!]! - y![one]!),
    ),
    firstAt,
    piecesAt,
  };
}
