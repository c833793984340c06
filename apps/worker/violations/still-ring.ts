import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';

/** Of so many stills over the longest time that a rule lets vehicles stand, none is further from a moment than a twentieth. */
const STILLS = 20;
/** A still is of a moment that lies at most so many steps before it. */
const NEAR_STEPS = 1.5;

interface Still {
  readonly streamSeconds: number;
  readonly jpeg: Promise<Uint8Array>;
}

/**
 * Stills of a camera on which standing for minutes is forbidden: what a parked vehicle's beginning is shown by, when the
 * video of it is long gone. They are in memory, and nothing of them is kept where nothing is suspected.
 */
export class StillRing {
  readonly #stepSeconds: number;
  readonly #keptSeconds: number;
  #stills: Still[] = [];

  /** @param seconds the longest time that a rule of the camera lets vehicles stand */
  constructor(seconds: number) {
    this.#stepSeconds = Math.max(2, seconds / STILLS);
    this.#keptSeconds = seconds + 60;
  }

  /** Keeps the picture of a moment, where the last one is old enough. The pixels may be changed afterwards. */
  look(picture: Picture, streamSeconds: number): void {
    const last = this.#stills.at(-1)?.streamSeconds ?? Number.NEGATIVE_INFINITY;
    // The stream began anew.
    if (streamSeconds < last) this.#stills = [];
    else if (streamSeconds - last < this.#stepSeconds) return;
    const { width, height, pixels } = picture;
    const jpeg = encodeJpeg({ width, height, pixels: pixels.slice() });
    // A still that was not made is missed where it is asked for.
    jpeg.catch(() => undefined);
    this.#stills.push({ streamSeconds, jpeg });
    this.#stills = this.#stills.filter((still) => streamSeconds - still.streamSeconds <= this.#keptSeconds);
  }

  /** The first still at or after a moment, as JPEG; null where none is near enough. */
  at(streamSeconds: number): Promise<Uint8Array> | null {
    const still = this.#stills.find((one) => one.streamSeconds >= streamSeconds);
    const isNear = still && still.streamSeconds - streamSeconds <= NEAR_STEPS * this.#stepSeconds;
    return isNear ? still.jpeg : null;
  }
}
