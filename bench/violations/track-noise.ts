import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';

/** How often tracks are mixed up on top of what the tracker itself mixes up. */
export const TRACK_ERRORS = {
  /** Two tracks whose boxes meet exchange their numbers, per second. */
  swappedPerSecond: 0.002,
  /** A track begins anew in the middle of its way, per second. */
  renumberedPerSecond: 0.002,
  /** The number of a track that is lost goes on with its nearest neighbour. */
  adopted: 0.004,
} as const;

/** A tracker that goes wrong at times. */
export class TrackNoise {
  readonly #random: () => number;
  #names = new Map<number, number>();
  #next = 1;
  #before = new Map<number, TrackedObject>();

  constructor(random: () => number) {
    this.#random = random;
  }

  /** @param step seconds since the frame before */
  mix<Tracked extends TrackedObject>(objects: readonly Tracked[], step: number): Tracked[] {
    const here = new Set(objects.map(({ track }) => track));
    for (const { track } of objects) if (!this.#names.has(track)) this.#names.set(track, this.#next++);
    for (const [track, last] of this.#before)
      if (!here.has(track) && this.#random() < TRACK_ERRORS.adopted) this.#adopt(track, last, objects);
    for (const [index, one] of objects.entries()) {
      if (this.#random() < TRACK_ERRORS.renumberedPerSecond * step) this.#names.set(one.track, this.#next++);
      for (const other of objects.slice(index + 1)) {
        if (!meet(one.box, other.box) || this.#random() >= TRACK_ERRORS.swappedPerSecond * step) continue;
        const name = this.#names.get(one.track)!;
        this.#names.set(one.track, this.#names.get(other.track)!);
        this.#names.set(other.track, name);
      }
    }
    this.#before = new Map(objects.map((one) => [one.track, one]));
    return objects.map((one) => ({ ...one, track: this.#names.get(one.track)! }));
  }

  #adopt(track: number, { box }: TrackedObject, objects: readonly TrackedObject[]): void {
    const [x, y] = centre(box);
    const near = objects
      .map((one) => ({ one, way: Math.hypot(centre(one.box)[0] - x, centre(one.box)[1] - y) }))
      .filter(({ way }) => way < 1.5 * Math.max(box[2], box[3]))
      .sort((a, b) => a.way - b.way)[0];
    if (!near) return;
    this.#names.set(near.one.track, this.#names.get(track)!);
    this.#names.set(track, this.#next++);
  }
}

function centre([x, y, width, height]: Box): readonly [number, number] {
  return [x + width / 2, y + height / 2];
}

function meet([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean {
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}
