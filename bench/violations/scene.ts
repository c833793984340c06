import type { LineSegment, Point, Polygon } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { type CheckedTrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import { checkRoadView } from '@amaan/road/measuring/check-road-view';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { PinholeCamera, TEST_PICTURE } from '@amaan/road/testing/pinhole-camera';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { PARKING } from './junction-network.ts';
import { across, fromEnd, type LaneShape, type Place, type RoadGeometry } from './road-geometry.ts';

/** What is enforced in the trials. */
export const RULES = {
  graceMs: 500,
  restSeconds: 2,
  toleranceKmh: 5,
  leastWrongWayMetres: 10,
  parkingSeconds: 30,
  laneSeconds: 2,
  /** Metres before the stop line at which speeds are taken. */
  countingM: 20,
} as const;

export const LAMPS = {
  red: [0.4, 0.1, 0.2, 0.2],
  yellow: [0.4, 0.4, 0.2, 0.2],
  green: [0.4, 0.7, 0.2, 0.2],
} as const satisfies Record<string, readonly [number, number, number, number]>;

/** Beyond the junction seeing fronts; before it seeing rears; over the road before it. */
export type Facing = 'front' | 'rear' | 'midway';

/** A camera before one approach, what was drawn on its picture, and where that is on the road. */
export interface Scene {
  readonly approach: string;
  readonly facing: Facing;
  readonly lanes: readonly LaneShape[];
  readonly stopOffset: number;
  readonly limitKmh: number;
  readonly junctionId: string;
  readonly see: (place: Place, up?: number) => Point | null;
  /** Metres from the camera, along the ground. */
  readonly distance: (place: Place) => number;
  readonly view: CheckedTrafficView;
  readonly plan: Pick<EnforcementPlanInput, 'rules'>;
}

export interface SceneOptions {
  readonly approach: string;
  readonly facing: Facing;
  readonly stopOffset: number;
  /** All rules of the made-up junction, or only those that any junction has. */
  readonly full: boolean;
  readonly lamps: boolean;
  readonly seed: number;
}

/** The ends of the ways that must not be turned into, of the made-up junction. */
export const PROHIBITED = { from: 'W2C', to: 'C2S' } as const;

/** Error of a mark that a person sets, in pixels. */
const MARK_PX = 1;
/** Metres of the approach that are drawn. */
const DRAWN_M = 75;

/**
 * Draws an approach as a person would on the picture of a camera beyond the junction that sees fronts, or of one before it
 * that sees rears. Marks are set with errors; the camera is not told where it hangs.
 */
export function makeScene(geometry: RoadGeometry, options: SceneOptions): Scene {
  const { approach, facing, stopOffset, full, lamps, seed } = options;
  const lanes = [...geometry.lanes.values()].filter(({ edge }) => edge === approach);
  const middle = meanPlace(lanes.map(({ shape }) => fromEnd(shape, stopOffset).at));
  const { heading } = fromEnd(lanes[0]!.shape, stopOffset);
  const camera = cameraAt(middle, heading, facing);
  const { see, distance } = camera;
  const normal = normalRandom(seed + 77);
  const drawn = (place: Place, shaken = 0): Point => {
    const at = see(place);
    if (!at) throw new Error('A scene that its camera does not see.');
    return [
      clamp(at[0] + (shaken * normal()) / TEST_PICTURE.width),
      clamp(at[1] + (shaken * normal()) / TEST_PICTURE.height),
    ];
  };
  const line = ([a, b]: readonly [Place, Place]): LineSegment => [drawn(a, MARK_PX), drawn(b, MARK_PX)];
  const reach = Math.min(facing === 'rear' ? 30 : DRAWN_M, ...lanes.map(({ length }) => length - 5));
  const counting = Math.min(RULES.countingM, reach - 12);
  const names = new Map(lanes.map((lane) => [lane.id, `lane-${lane.id.split('_').at(-1)}`]));
  const viewLanes = lanes.map((lane) => {
    const half = lane.width / 2;
    const place = (metres: number) => fromEnd(lane.shape, stopOffset + metres);
    const at = (metres: number) => across(place(metres).at, place(metres).heading, half, half);
    const [nearLeft, nearRight] = at(0);
    const [farLeft, farRight] = at(reach);
    return {
      ...{ id: names.get(lane.id)!, name: lane.id.replaceAll(':', ' '), approach },
      polygon: [nearLeft, nearRight, farRight, farLeft].map((corner) => drawn(corner, MARK_PX)) as Polygon,
      travel: [drawn(place(reach).at), drawn(place(0).at)],
      countingLine: line(at(counting)),
      stopLine: line(at(0)),
      speedLimitKmh: 3.6 * lane.speed,
    };
  });
  const view = checkRoadView(
    TrafficViewInput.parse({
      ...{ name: `Approach ${approach}`, lanes: viewLanes },
      calibration: calibrationOf(lanes, stopOffset, reach, drawn),
    }),
    trafficViolations.thresholds.speedErrorKmh,
  );
  const width = lanes.reduce((sum, lane) => sum + lane.width, 0);
  const entry = line(across(middle, heading, width / 2 + 0.3, width / 2 + 0.3));
  const exitsTo = (leadsTo: (edge: string) => boolean) =>
    facing === 'midway' ? [] : exitLines(geometry, approach, leadsTo).map(line);
  const exits = exitsTo(() => true);
  const junctionId = newIdentifier();
  const signal = lamps ? { from: 'picture', lamps: LAMPS } : { from: 'controller', junctionId, group: 'g' };
  const laneIds = [...names.values()];
  const limitKmh = Math.round(3.6 * lanes[0]!.speed);
  const common = { laneIds, name: 'Rule' };
  const red = { ...common, entry, exits, signal, graceMs: RULES.graceMs };
  const prohibited = exitsTo((to) => to === PROHIBITED.to);
  const kerb = full && facing === 'midway' ? kerbZone(lanes[0]!, drawn) : null;
  const plan = EnforcementPlanInput.pick({ rules: true }).parse({
    rules: [
      ...(facing === 'midway' ? [] : [{ ...red, id: 'red', kind: 'red-light' }]),
      ...(facing === 'front' && full
        ? [
            { ...red, id: 'stop', kind: 'stop-line', restSeconds: RULES.restSeconds },
            { id: 'turn', kind: 'prohibited-turn', ...common, entry, exits: prohibited },
          ]
        : []),
      ...(facing === 'midway' || !full
        ? [{ id: 'speed', kind: 'speed', ...common, limitKmh, toleranceKmh: RULES.toleranceKmh }]
        : []),
      ...(facing === 'midway' && full
        ? [
            { id: 'wrong-way', kind: 'wrong-way', ...common, leastMetres: RULES.leastWrongWayMetres },
            {
              ...{ id: 'inner', kind: 'lane', name: 'No lorries in the inner lane', laneIds: ['lane-1'] },
              ...{ forbidden: ['truck', 'bus'], leastSeconds: RULES.laneSeconds },
            },
            { id: 'kerb', kind: 'no-parking', name: 'Kerb', zone: kerb, seconds: RULES.parkingSeconds },
          ]
        : []),
    ],
  });
  return { approach, facing, lanes, stopOffset, limitKmh, junctionId, see, distance, view, plan };
}

/** Metres of the mast beyond the drawn end of the lanes, whether it looks along the traffic, and metres to its left. */
const MASTS = {
  front: { ahead: 36, sign: -1, left: 0, pitch: 15, focal: 1250 },
  rear: { ahead: -38, sign: 1, left: 0, pitch: 15, focal: 1250 },
  midway: { ahead: 22, sign: -1, left: 4, pitch: 14, focal: 1700 },
} as const;

/** Beyond the junction looking back, or before it looking ahead, on a mast of nine metres. */
function cameraAt(stop: Place, [hx, hy]: Place, facing: Facing) {
  const { ahead, sign, left, pitch, focal } = MASTS[facing];
  const [dx, dy] = [sign * hx, sign * hy];
  const place: Place = [stop[0] + ahead * hx - left * hy, stop[1] + ahead * hy + left * hx];
  const camera = new PinholeCamera({ height: 9, pitch, pan: 0, focal });
  const local = ([x, y]: Place): Place => [
    (x - place[0]) * dy - (y - place[1]) * dx,
    (x - place[0]) * dx + (y - place[1]) * dy,
  ];
  return {
    see: (at: Place, up = 0) => camera.see(local(at), up),
    distance: (at: Place) => Math.hypot(...local(at)),
  };
}

/** A rectangle over all lanes whose sides somebody measured; its marks are set by hand. */
function calibrationOf(
  lanes: readonly LaneShape[],
  stopOffset: number,
  reach: number,
  drawn: (place: Place, shaken?: number) => Point,
) {
  const width = lanes.reduce((sum, lane) => sum + lane.width, 0);
  const [near, far] = [0.5, Math.min(48, reach - 2)];
  const centre = (metres: number) =>
    meanPlace(lanes.map(({ shape }) => fromEnd(shape, stopOffset + metres).at));
  const { heading } = fromEnd(lanes[0]!.shape, stopOffset + near);
  const first = centre(near);
  // Straight on from the near side, as a tape measure is laid; a bent road makes it wrong as it would there.
  const second: Place = [first[0] - (far - near) * heading[0], first[1] - (far - near) * heading[1]];
  const [a, b] = across(first, heading, width / 2, width / 2);
  const [d, c] = across(second, heading, width / 2, width / 2);
  return CalibrationInput.parse({
    ...{ method: 'rectangle', picture: TEST_PICTURE, markErrorPx: MARK_PX, footErrorPx: 2, fastestKmh: 90 },
    corners: [a, b, c, d].map((corner) => drawn(corner, MARK_PX)),
    ...{ acrossM: width, alongM: far - near },
  });
}

/** Across each way inside the junction, where it has turned for the most part. */
function exitLines(
  { lanes, ways }: RoadGeometry,
  approach: string,
  leadsTo: (edge: string) => boolean,
): (readonly [Place, Place])[] {
  const ours = ways.filter(({ from, to }) => from === approach && leadsTo(to));
  return [...new Map(ours.map(({ to, direction }) => [to, direction]))].map(([edge, direction]) => {
    const out = [...lanes.values()].filter((lane) => lane.edge === edge);
    const starts = out.map(({ shape }) => fromEnd([...shape].reverse(), 0));
    const width = out.reduce((sum, lane) => sum + lane.width, 0);
    const { heading } = starts[0]!;
    // Before the road that it leads into begins: straight on further before, where the camera still sees it.
    const before = direction === 's' ? 8 : 3;
    const [x, y] = meanPlace(starts.map(({ at }) => at));
    const at: Place = [x + before * heading[0], y + before * heading[1]];
    return across(at, heading, width / 2 + 0.5, width / 2 + 0.5);
  });
}

/** Beside the outer lane, where vehicles stand at the kerb. */
function kerbZone({ shape, width }: LaneShape, drawn: (place: Place) => Point): Polygon {
  const corner = (metres: number, left: number) => {
    const { at, heading } = fromEnd(shape, metres);
    return drawn(across(at, heading, left, 0)[0]);
  };
  const [inner, outer] = [width / 2 + 0.1, width / 2 + 4];
  return [
    corner(PARKING.to - 4, inner),
    corner(PARKING.from + 8, inner),
    corner(PARKING.from + 8, outer),
    corner(PARKING.to - 4, outer),
  ];
}

function meanPlace(places: readonly Place[]): Place {
  const sum = (axis: 0 | 1) => places.reduce((total, place) => total + place[axis], 0) / places.length;
  return [sum(0), sum(1)];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
