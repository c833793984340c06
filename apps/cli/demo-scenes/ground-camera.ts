/** A point of the picture in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * A level pinhole camera over flat ground. `right` and `ahead` are metres from the camera's foot, `up`
 * metres above the ground; pixels have their origin top left.
 */
export class GroundCamera {
  readonly width: number;
  readonly height: number;
  readonly horizon: number;
  readonly #focal: number;
  readonly #mount: number;

  /** `focal` and `horizon` in pixels, `mount` (height of the lens) in metres. */
  constructor(options: {
    readonly width: number;
    readonly height: number;
    readonly focal: number;
    readonly mount: number;
    readonly horizon: number;
  }) {
    this.width = options.width;
    this.height = options.height;
    this.horizon = options.horizon;
    this.#focal = options.focal;
    this.#mount = options.mount;
  }

  /** Where a point in space appears: x = cx + f·X/Z, y = horizon + f·(mount − up)/Z. */
  project(right: number, ahead: number, up = 0): Pixel {
    return {
      x: this.width / 2 + (this.#focal * right) / ahead,
      y: this.horizon + (this.#focal * (this.#mount - up)) / ahead,
    };
  }

  /** Pixels that one metre across takes at a distance. */
  pixelsPerMetre(ahead: number): number {
    return this.#focal / ahead;
  }

  /** SVG `points` of a polygon given as `[right, ahead, up]` corners. */
  polygon(corners: readonly (readonly [number, number, number?])[]): string {
    return corners
      .map(([right, ahead, up]) => {
        const { x, y } = this.project(right, ahead, up);
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join(' ');
  }
}
