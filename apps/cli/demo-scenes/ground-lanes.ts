import type { Point } from '@amaan/contracts/geometry';
import { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import type { GroundCamera } from './ground-camera.ts';

/** A place on the ground as `GroundCamera` has it: metres to the right of the camera's foot and ahead of it. */
export type GroundPlace = readonly [right: number, ahead: number];

/** A straight lane on the ground of a rendered scene. */
export interface GroundLane {
  readonly id: string;
  readonly name: string;
  readonly approach: string;
  readonly bearing: number;
  readonly speedLimitKmh: number;
  /** Along its middle, the way that its traffic drives. */
  readonly from: GroundPlace;
  readonly to: GroundPlace;
  readonly widthM: number;
  /** Metres from its beginning at which vehicles count. */
  readonly countAtM: number;
  /** Where they wait; left out: nowhere. */
  readonly stopAtM?: number;
}

/** A rectangle on the ground; its first side runs across the road. */
export type GroundRectangle = readonly [GroundPlace, GroundPlace, GroundPlace, GroundPlace];

/**
 * What somebody would draw on the picture of a rendered scene, exactly where it is: the camera that draws the scene knows
 * where every place on the ground appears.
 *
 * @param rectangle what it is calibrated by
 * @param crossings where people may walk over the lanes
 */
export function groundLanes(
  camera: GroundCamera,
  name: string,
  rectangle: GroundRectangle,
  lanes: readonly GroundLane[],
  crossings: readonly (readonly GroundPlace[])[] = [],
): TrafficViewInput {
  const see = ([right, ahead]: GroundPlace): Point => {
    const { x, y } = camera.project(right, ahead);
    return [within(x / camera.width), within(y / camera.height)];
  };
  const [a, b, c] = rectangle;
  return TrafficViewInput.parse({
    name,
    crossings: crossings.map((crossing) => crossing.map(see)),
    calibration: {
      method: 'rectangle',
      picture: { width: camera.width, height: camera.height },
      corners: rectangle.map(see),
      acrossM: metres(a, b),
      alongM: metres(b, c),
      fastestKmh: 60,
    },
    lanes: lanes.map(({ from, to, widthM, countAtM, stopAtM, ...lane }) => {
      const length = metres(from, to);
      const along: GroundPlace = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      /** So many metres along the lane, and beside its middle. */
      const at = (way: number, beside: number) =>
        see([from[0] + way * along[0] - beside * along[1], from[1] + way * along[1] + beside * along[0]]);
      const across = (way: number): [Point, Point] => [at(way, -widthM / 2), at(way, widthM / 2)];
      const [begin, end] = [across(0), across(length)];
      return {
        ...lane,
        polygon: [...begin, ...end.toReversed()],
        travel: [at(0, 0), at(length, 0)],
        countingLine: across(countAtM),
        stopLine: stopAtM === undefined ? null : across(stopAtM),
      };
    }),
  });
}

function metres([ax, ay]: GroundPlace, [bx, by]: GroundPlace): number {
  return Math.hypot(bx - ax, by - ay);
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
