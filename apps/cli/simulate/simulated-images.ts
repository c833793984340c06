import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ImageMeasurement } from '@amaan/contracts/monitoring';

const INTERVAL_MS = 10_000;
const HOUR_MS = 60 * 60_000;
/** Lahore's noon, in hours of UTC. */
const NOON_UTC = 7;
const NIGHT_BRIGHTNESS = 45;
const DAY_BRIGHTNESS = 75;

/**
 * What simulated cameras would have measured of pictures that they do not have: bright by day, lit by lamps
 * by night, each camera a little different. Their cameras are registered as simulated, and so is all of this.
 */
export class SimulatedImages {
  readonly #random: () => number;
  readonly #next = new Map<Identifier, number>();
  readonly #character = new Map<Identifier, { readonly brightness: number; readonly sharpness: number }>();

  constructor(cameras: readonly Identifier[], random: () => number, now: number) {
    this.#random = random;
    for (const id of cameras) {
      this.#next.set(id, now + random() * INTERVAL_MS);
      this.#character.set(id, { brightness: random() * 24 - 12, sharpness: 300 * Math.exp(random() - 0.5) });
    }
  }

  /** The measurements that fell due. */
  measure(now: number, isLive: (cameraId: Identifier) => boolean): ImageMeasurement[] {
    const measurements: ImageMeasurement[] = [];
    for (const [cameraId, { brightness, sharpness }] of this.#character) {
      const due = this.#next.get(cameraId)!;
      if (now < due) continue;
      // In step, unless the simulator stood still.
      this.#next.set(cameraId, Math.max(due, now - INTERVAL_MS) + INTERVAL_MS);
      if (!isLive(cameraId)) continue;
      const hour = (now / HOUR_MS) % 24;
      const sun = Math.max(0, Math.cos(((hour - NOON_UTC) / 12) * Math.PI));
      const light = NIGHT_BRIGHTNESS + DAY_BRIGHTNESS * sun + brightness + this.#random() * 8 - 4;
      measurements.push({
        cameraId,
        at: instantOf(Math.round(now)),
        brightness: Math.min(255, Math.max(0, light)),
        sharpness: sharpness * (0.9 + this.#random() * 0.2),
        width: 1280,
        height: 720,
      });
    }
    return measurements;
  }
}
