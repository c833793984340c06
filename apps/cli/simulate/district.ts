import type { RoadMap } from '@amaan/contracts/api/road-map';
import type { Position } from '@amaan/contracts/geometry';
import { SceneRuleInput } from '@amaan/contracts/scene-rule';
import type { SimulatedCameraInput, SimulatedCorridor } from '@amaan/contracts/simulation-messages';
import { bearingOf, mainRoadApproach, mainRoadLanes } from './main-road-lanes.ts';
import { type RoadGrid, roadGrid } from './road-grid.ts';

/** Stops of a corridor. */
const MOST_STOPS = 40;

export interface District {
  readonly cameras: readonly SimulatedCameraInput[];
  readonly roads: RoadMap;
  /** Main roads with the cameras along them, each way. */
  readonly corridors: readonly SimulatedCorridor[];
}

/** Rules of every simulated camera: one that counts, and two that call a person. */
const RULES: SimulatedCameraInput['rules'] = [
  SceneRuleInput.parse({
    kind: 'line',
    name: 'Traffic count',
    alert: false,
    priority: 'low',
    line: [
      [0.1, 0.62],
      [0.9, 0.62],
    ],
  }),
  SceneRuleInput.parse({
    kind: 'zone',
    name: 'On foot in the carriageway',
    classes: ['person'],
    priority: 'medium',
    zone: [
      [0.3, 0.45],
      [0.7, 0.45],
      [0.85, 0.9],
      [0.15, 0.9],
    ],
  }),
  SceneRuleInput.parse({
    kind: 'loitering',
    name: 'Vehicle stopped on the junction',
    classes: ['car', 'bus', 'truck'],
    priority: 'high',
    zone: [
      [0.35, 0.4],
      [0.65, 0.4],
      [0.7, 0.7],
      [0.3, 0.7],
    ],
    seconds: 90,
  }),
];

/**
 * A district of simulated cameras on simulated roads around Lahore: at junctions and halfway between them,
 * in turns. Equal arguments give equal districts, so that a second start finds the cameras of the first.
 */
export function simulatedDistrict(count: number, seed = 1): District {
  const grid = roadGrid(Math.max(3, Math.ceil(Math.sqrt(count / 2))), seed);
  const digits = String(count).length;
  const cameras = Array.from({ length: count }, (_, index) => {
    const { place, position } =
      index % 2 === 0 ? atJunction(grid, index / 2) : betweenJunctions(grid, (index - 1) / 2);
    const number = String(index + 1).padStart(digits, '0');
    const row = Math.floor(Math.floor(index / 2) / grid.side);
    const traffic = grid.isMainRow(row)
      ? mainRoadLanes(grid.rowName(row), bearingOf(grid.junction(row, 0), grid.junction(row, grid.side - 1)))
      : null;
    return { row, name: `Simulated ${number} ${place}`, position, rules: RULES, traffic };
  });
  return {
    cameras: cameras.map(({ row: _, ...camera }) => camera),
    roads: grid.map,
    corridors: [...Map.groupBy(cameras, ({ row }) => row)].flatMap(([row, own]) =>
      grid.isMainRow(row) ? corridorsOf(grid.rowName(row), own) : [],
    ),
  };
}

/** A main road as a corridor each way, as far as one may be long; from west to east by where the cameras are. */
function corridorsOf(
  road: string,
  cameras: readonly { readonly name: string; readonly position: Position }[],
): SimulatedCorridor[] {
  const east = cameras.toSorted((a, b) => a.position[0] - b.position[0]).slice(0, MOST_STOPS);
  if (east.length < 2) return [];
  return (['east', 'west'] as const).map((way) => ({
    name: `${mainRoadApproach(road, way)} (simulated)`,
    stops: (way === 'east' ? east : east.toReversed()).map(({ name }) => ({
      camera: name,
      approach: mainRoadApproach(road, way),
    })),
  }));
}

function atJunction(grid: RoadGrid, index: number): { place: string; position: Position } {
  const row = Math.floor(index / grid.side);
  const column = index % grid.side;
  return {
    place: `${grid.rowName(row)} / ${grid.columnName(column)}`,
    position: grid.junction(row, column),
  };
}

/** On the row's road, half a block from the junction; the last column looks back instead of ahead. */
function betweenJunctions(grid: RoadGrid, index: number): { place: string; position: Position } {
  const row = Math.floor(index / grid.side);
  const column = index % grid.side;
  const isLast = column === grid.side - 1;
  const from = grid.junction(row, column);
  const to = grid.junction(row, isLast ? column - 1 : column + 1);
  const share = isLast ? 0.25 : 0.5;
  return {
    place: `${grid.rowName(row)} ${isLast ? 'west' : 'east'} of ${grid.columnName(column)}`,
    position: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
  };
}
