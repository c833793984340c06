import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ImageMeasurement } from '@amaan/contracts/monitoring';
import type { Frame } from '@amaan/vision/frame';
import { measureImage } from '@amaan/vision/image/measure-image';

/** Weather and dirt change slowly: this often is enough, and costs a ten-thousandth of a core. */
const INTERVAL_MS = 10_000;

/** Measures one camera's pictures now and then, for monitoring to notice that they change. */
export class ImageGauge {
  readonly #cameraId: Identifier;
  #measuredAt = Number.NEGATIVE_INFINITY;
  #waiting: ImageMeasurement | null = null;

  constructor(cameraId: Identifier) {
    this.#cameraId = cameraId;
  }

  /**
   * Looks at a frame that is about to be analysed, when it is time.
   * @param source size of the camera's picture before it was scaled
   */
  look(frame: Frame, source: { readonly width: number; readonly height: number }): void {
    if (frame.capturedAt - this.#measuredAt < INTERVAL_MS) return;
    this.#measuredAt = frame.capturedAt;
    this.#waiting = {
      cameraId: this.#cameraId,
      at: instantOf(Math.round(frame.capturedAt)),
      ...measureImage(frame),
      width: source.width,
      height: source.height,
    };
  }

  /** The measurement that was not taken yet, or null. */
  take(): ImageMeasurement | null {
    const measurement = this.#waiting;
    this.#waiting = null;
    return measurement;
  }
}
