import type { Point } from '@amaan/contracts/geometry';

/**
 * A path of any length in at most `limit` points, evenly spread over its life: when it is full, every
 * second point goes and from then on half as many are taken. The first and the last point always stay.
 */
export class ThinnedPath {
  readonly #limit: number;
  #kept: Point[] = [];
  #last: Point | null = null;
  #added = 0;
  #stride = 1;

  /** @param limit 3 or more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(point: Point): void {
    this.#last = point;
    if (this.#added % this.#stride === 0) {
      // One place is kept free for the last point.
      if (this.#kept.length === this.#limit - 1) {
        this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
        this.#stride *= 2;
      }
      if (this.#added % this.#stride === 0) this.#kept.push(point);
    }
    this.#added += 1;
  }

  get points(): Point[] {
    const last = this.#last;
    return last === null || this.#kept.at(-1) === last ? [...this.#kept] : [...this.#kept, last];
  }
}
