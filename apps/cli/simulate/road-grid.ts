import type { RoadMap } from '@amaan/contracts/api/road-map';
import type { Position } from '@amaan/contracts/geometry';
import { seededRandom } from '@amaan/contracts/seeded-random';

/** Middle of the simulated district: Lahore. */
const CENTRE: Position = [74.34, 31.55];
const METRES_PER_DEGREE = 111_320;
/** Metres between junctions, and how far a junction lies off its place in the grid at most. */
const SPACING = 420;
const JITTER = 80;
/** The grid's turn against north, in radians. */
const TURN = 0.3;
/** One street in this many is a main road. */
const MAIN_EVERY = 4;

const ROAD_NAMES = [
  'Orchard',
  'Fort',
  'Mill',
  'Lake',
  'Station',
  'Textile',
  'College',
  'Garden',
  'River',
  'Bazaar',
  'Mango',
  'Kite',
  'Museum',
  'Lantern',
  'Rose',
  'Observatory',
  'Cotton',
  'Jasmine',
  'Poets',
  'Cedar',
];

/** A grid of roads, bent as old streets are. Row and column count from the south-west. */
export interface RoadGrid {
  readonly side: number;
  junction(row: number, column: number): Position;
  rowName(row: number): string;
  columnName(column: number): string;
  isMainRow(row: number): boolean;
  readonly map: RoadMap;
}

/** Lays out `side × side` junctions. Equal arguments give equal grids; no such place exists. */
export function roadGrid(side: number, seed: number): RoadGrid {
  const random = seededRandom(seed);
  const junctions = Array.from({ length: side * side }, (_, index) => {
    const east = ((index % side) - (side - 1) / 2) * SPACING + (random() - 0.5) * 2 * JITTER;
    const north = (Math.floor(index / side) - (side - 1) / 2) * SPACING + (random() - 0.5) * 2 * JITTER;
    return positionOf(east, north);
  });
  const junction = (row: number, column: number) => junctions[row * side + column]!;
  const indexes = Array.from({ length: side }, (_, index) => index);
  const rowName = (row: number) => {
    const name = ROAD_NAMES[row % ROAD_NAMES.length]!;
    const round = Math.floor(row / ROAD_NAMES.length);
    return round === 0 ? `${name} Road` : `${name} Road ${round + 1}`;
  };
  const columnName = (column: number) => `Street ${column + 1}`;
  const features = [
    ...indexes.map((row) =>
      road(
        rowName(row),
        row,
        indexes.map((column) => junction(row, column)),
      ),
    ),
    ...indexes.map((column) =>
      road(
        columnName(column),
        column,
        indexes.map((row) => junction(row, column)),
      ),
    ),
    canal(side),
  ];
  return {
    side,
    junction,
    rowName,
    columnName,
    isMainRow: isMain,
    map: { type: 'FeatureCollection', features },
  };
}

function isMain(index: number): boolean {
  return index % MAIN_EVERY === 1;
}

function road(name: string, index: number, coordinates: Position[]): RoadMap['features'][number] {
  const kind = isMain(index) ? 'main' : 'side';
  return feature(name, kind, coordinates);
}

/** The canal that crosses the district, as one does in Lahore. */
function canal(side: number): RoadMap['features'][number] {
  const half = (side * SPACING) / 2;
  const coordinates = Array.from({ length: 25 }, (_, index) => {
    const along = index / 12 - 1;
    return positionOf(along * half * 1.15, (0.35 * along + 0.12 * Math.sin(along * 4)) * half);
  });
  return feature('Simulated Canal', 'canal', coordinates);
}

function feature(
  name: string,
  kind: 'main' | 'side' | 'canal',
  coordinates: Position[],
): RoadMap['features'][number] {
  return {
    type: 'Feature',
    properties: { name, kind, simulated: true },
    geometry: { type: 'LineString', coordinates },
  };
}

/** A place given in metres from the centre, on the local tangent plane (right to 1 m within 30 km). */
function positionOf(east: number, north: number): Position {
  const turnedEast = east * Math.cos(TURN) - north * Math.sin(TURN);
  const turnedNorth = east * Math.sin(TURN) + north * Math.cos(TURN);
  const [longitude, latitude] = CENTRE;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [
    round(longitude + turnedEast / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180))),
    round(latitude + turnedNorth / METRES_PER_DEGREE),
  ];
}
