import type { Position } from '@amaan/contracts/geometry';
import { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { GroundCamera } from '../demo-scenes/ground-camera.ts';
import { groundLanes } from '../demo-scenes/ground-lanes.ts';

/** All simulated cameras of main roads look along their road like this one. */
const CAMERA = new GroundCamera({ width: 1280, height: 720, focal: 1100, mount: 8, horizon: 90 });
const LANE_M = 3.3;

/** What the approaches of a main road are called, by the way that they drive. */
export function mainRoadApproach(road: string, way: 'east' | 'west'): string {
  return `${road} ${way}bound`;
}

/** Two lanes each way of a main road, as somebody would draw them on the picture of a camera that looks east. */
export function mainRoadLanes(road: string, bearing: number): TrafficViewInput {
  const lane = (way: 'east' | 'west', number: number) => {
    // Pakistan drives on the left: what goes away from the camera is left of the middle.
    const right = (way === 'east' ? -1 : 1) * (number - 0.5) * LANE_M;
    const away = way === 'east';
    return {
      id: `${way}-${number}`,
      name: `${way === 'east' ? 'Eastbound' : 'Westbound'} lane ${number}`,
      approach: mainRoadApproach(road, way),
      bearing: away ? bearing : (bearing + 180) % 360,
      speedLimitKmh: 60,
      from: [right, away ? 16 : 60] as const,
      to: [right, away ? 60 : 16] as const,
      widthM: LANE_M,
      countAtM: 30,
      stopAtM: 40,
    };
  };
  return TrafficViewInput.parse(
    groundLanes(
      CAMERA,
      road,
      [
        [-2 * LANE_M, 18],
        [2 * LANE_M, 18],
        [2 * LANE_M, 58],
        [-2 * LANE_M, 58],
      ],
      [lane('east', 1), lane('east', 2), lane('west', 1), lane('west', 2)],
    ),
  );
}

/** Degrees from north of the way from one place to another near it. */
export function bearingOf(from: Position, to: Position): number {
  const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180);
  const degrees = (Math.atan2(east, to[1] - from[1]) * 180) / Math.PI;
  return Math.round((degrees + 360) % 360) % 360;
}
