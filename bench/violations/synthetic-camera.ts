import type { Detection } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import { TEST_PICTURE } from '@amaan/road/testing/pinhole-camera';
import type { Scene } from './scene.ts';
import type { SimulatedVehicle } from './sumo-drive.ts';

/** Width and height in metres, and the length without what a type says. */
const BODY_M: Readonly<Record<VehicleClass, readonly [length: number, width: number, height: number]>> = {
  car: [4.3, 1.8, 1.5],
  motorcycle: [2.1, 0.8, 1.6],
  truck: [8, 2.5, 3.4],
  bus: [11, 2.5, 3.2],
  bicycle: [1.8, 0.6, 1.7],
};

/** What the camera and its detector do wrong. */
export const CAMERA_ERRORS = {
  /** Standard error of each edge of a box, in pixels and as a share of its height. */
  edgePx: 1.5,
  edgeShare: 0.01,
  /** Share of detections that are missing by chance. */
  missed: 0.02,
  /** Vehicles that something hides for a while, per second, and for how long at most. */
  hiddenPerSecond: 0.02,
  hiddenSeconds: 1.5,
  /** Detections whose class is another's, by chance. */
  misclassed: 0.02,
} as const;

/** A vehicle of which less is seen is not found. */
const LEAST_VISIBLE = 0.35;
const SMALLEST_PX = 14;
const FARTHEST_M = 120;
const GRID = 10;

/** A detection and the simulated vehicle that it is of. */
export interface SeenVehicle extends Detection {
  readonly vehicle: string;
}

interface Body {
  readonly vehicle: SimulatedVehicle;
  readonly box: Box;
  readonly metres: number;
}

/** The detections that one camera's detector makes of a moment of the simulation. */
export class SyntheticCamera {
  readonly #scene: Scene;
  readonly #random: () => number;
  readonly #normal: () => number;
  readonly #hiddenUntil = new Map<string, number>();

  constructor(scene: Scene, random: () => number, normal: () => number) {
    this.#scene = scene;
    this.#random = random;
    this.#normal = normal;
  }

  /** @param step seconds since the frame before */
  look(vehicles: readonly SimulatedVehicle[], seconds: number, step: number): SeenVehicle[] {
    const bodies = vehicles
      .flatMap((vehicle) => this.#project(vehicle) ?? [])
      .sort((a, b) => a.metres - b.metres);
    return bodies.flatMap((body, index) => {
      if (this.#isHidden(body.vehicle.id, seconds, step)) return [];
      const visible = visiblePart(body.box, bodies.slice(0, index));
      if (visible === null || this.#random() < CAMERA_ERRORS.missed) return [];
      const { box, share } = visible;
      const noisy = this.#noisy(box);
      if (noisy === null) return [];
      const confidence = Math.max(0.2, Math.min(0.97, 0.55 + 0.35 * share + 0.06 * this.#normal()));
      return [{ class: this.#classOf(body.vehicle), confidence, box: noisy, vehicle: body.vehicle.id }];
    });
  }

  #project(vehicle: SimulatedVehicle): Body | null {
    const [length, width, height] = BODY_M[vehicle.class];
    const angle = (vehicle.angle * Math.PI) / 180;
    const [hx, hy] = [Math.sin(angle), Math.cos(angle)];
    const [fx, fy] = vehicle.front;
    const metres = this.#scene.distance([fx - (length / 2) * hx, fy - (length / 2) * hy]);
    if (metres > FARTHEST_M) return null;
    const corners = [0, -length].flatMap((along) =>
      [-width / 2, width / 2].flatMap((side) =>
        [0, height].map((up) =>
          this.#scene.see([fx + along * hx - side * hy, fy + along * hy + side * hx], up),
        ),
      ),
    );
    if (corners.some((corner) => corner === null)) return null;
    const xs = corners.map((corner) => corner![0]);
    const ys = corners.map((corner) => corner![1]);
    const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(1, Math.max(...xs))];
    const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(1, Math.max(...ys))];
    if (right <= left || bottom <= top || (bottom - top) * TEST_PICTURE.height < SMALLEST_PX) return null;
    return { vehicle, box: [left, top, right - left, bottom - top], metres };
  }

  #isHidden(id: string, seconds: number, step: number): boolean {
    if (this.#random() < CAMERA_ERRORS.hiddenPerSecond * step)
      this.#hiddenUntil.set(id, seconds + CAMERA_ERRORS.hiddenSeconds * this.#random());
    return (this.#hiddenUntil.get(id) ?? Number.NEGATIVE_INFINITY) > seconds;
  }

  #noisy([x, y, width, height]: Box): Box | null {
    const error = (pixels: number) => {
      const sigma = Math.hypot(CAMERA_ERRORS.edgePx / pixels, CAMERA_ERRORS.edgeShare * height);
      return sigma * this.#normal();
    };
    const across = TEST_PICTURE.width;
    const down = TEST_PICTURE.height;
    const left = Math.max(0, x + error(across));
    const right = Math.min(1, x + width + error(across));
    const top = Math.max(0, y + error(down));
    const bottom = Math.min(1, y + height + error(down));
    return right - left < 0.002 || bottom - top < 0.002 ? null : [left, top, right - left, bottom - top];
  }

  #classOf(vehicle: SimulatedVehicle): VehicleClass {
    if (this.#random() >= CAMERA_ERRORS.misclassed) return vehicle.class;
    return vehicle.class === 'truck' ? 'bus' : vehicle.class === 'car' ? 'truck' : 'car';
  }
}

/** The part of a box that nearer ones leave, by a grid of points; null where too little is left. */
function visiblePart(
  [x, y, width, height]: Box,
  nearer: readonly Body[],
): { readonly box: Box; readonly share: number } | null {
  const near = nearer.map(({ box }) => box).filter((box) => overlaps(box, [x, y, width, height]));
  if (near.length === 0) return { box: [x, y, width, height], share: 1 };
  let [left, right, top, bottom, seen] = [GRID, -1, GRID, -1, 0];
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const [px, py] = [x + ((column + 0.5) * width) / GRID, y + ((row + 0.5) * height) / GRID];
      if (near.some(([bx, by, bw, bh]) => px >= bx && px <= bx + bw && py >= by && py <= by + bh)) continue;
      seen += 1;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  const share = seen / GRID ** 2;
  if (share < LEAST_VISIBLE) return null;
  const box: Box = [
    x + (left * width) / GRID,
    y + (top * height) / GRID,
    ((right - left + 1) * width) / GRID,
    ((bottom - top + 1) * height) / GRID,
  ];
  return { box, share };
}

function overlaps([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean {
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}
