import type { Point } from '@amaan/contracts/geometry';
import type { PictureSize } from '@amaan/contracts/traffic/calibration';

/** Where a camera hangs and how it looks, for tests and benchmarks. */
export interface CameraPose {
  /** Metres above the road. */
  readonly height: number;
  /** Degrees that it looks down. */
  readonly pitch: number;
  /** Degrees that it looks to the right of the road's direction. */
  readonly pan: number;
  /** Focal length in pixels. */
  readonly focal: number;
}

export const TEST_PICTURE: PictureSize = { width: 1920, height: 1080 };

/**
 * An ideal camera above a straight road: the truth that calibrations are compared with. The road runs along y, and the
 * camera is above (0, 0).
 */
export class PinholeCamera {
  readonly #pose: CameraPose;
  readonly #picture: PictureSize;

  constructor(pose: CameraPose, picture: PictureSize = TEST_PICTURE) {
    this.#pose = pose;
    this.#picture = picture;
  }

  /**
   * Where a place is seen, `up` metres above the road; fractions of the picture, which may lie outside of 0–1.
   * @returns null for what is behind the camera
   */
  see([x, y]: readonly [number, number], up = 0): Point | null {
    const { height, pitch, pan, focal } = this.#pose;
    const [cp, sp] = [Math.cos((pitch * Math.PI) / 180), Math.sin((pitch * Math.PI) / 180)];
    const [ca, sa] = [Math.cos((pan * Math.PI) / 180), Math.sin((pan * Math.PI) / 180)];
    const [right, ahead, below] = [ca * x - sa * y, sa * x + ca * y, height - up];
    const depth = ahead * cp + below * sp;
    if (depth < 0.5) return null;
    const down = below * cp - ahead * sp;
    const { width, height: rows } = this.#picture;
    return [0.5 + (focal * right) / depth / width, 0.5 + (focal * down) / depth / rows];
  }
}

/** Whether a point lies within the picture. */
export function isInPicture(at: Point | null): at is Point {
  return at?.every((value) => value >= 0 && value <= 1) ?? false;
}
