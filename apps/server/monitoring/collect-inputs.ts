import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ImageMeasurement, InputHour } from '@amaan/contracts/monitoring';
import { brightnessBin, countIn, logBin } from '@amaan/governance-monitoring/bins';
import { insertMonitoringDelta } from '@amaan/store/monitoring-deltas';
import { listCameraPlaces } from '@amaan/store/monitoring-places';
import type { Database } from '@amaan/store/open-database';

const HOUR_MS = 60 * 60_000;
/** A worker whose clock is further off than this does not say when a picture was dark. */
const LARGEST_AGE_MS = 24 * HOUR_MS;

/**
 * Gathers how pictures are from heartbeats, and writes it down when monitoring next runs. It is a sample: what is
 * in memory when the server is killed, a minute at most, is missed by no statistic.
 */
export class InputCollector {
  readonly #db: Database;
  readonly #measuredAt = new Map<Identifier, number>();
  #waiting: ImageMeasurement[] = [];

  constructor(db: Database) {
    this.#db = db;
  }

  add(measurements: readonly ImageMeasurement[]): void {
    this.#waiting.push(...measurements);
    for (const { cameraId, at } of measurements) this.#measuredAt.set(cameraId, Date.parse(at));
  }

  /** When a picture of a camera was last measured, Unix time in milliseconds; null: not since this began. */
  measuredAt(cameraId: Identifier): number | null {
    return this.#measuredAt.get(cameraId) ?? null;
  }

  /** Writes what was gathered. @param now Unix time in milliseconds */
  async write(now: number): Promise<void> {
    const measurements = this.#waiting.filter(({ at }) => Math.abs(now - Date.parse(at)) < LARGEST_AGE_MS);
    this.#waiting = [];
    if (measurements.length === 0) return;
    const places = await listCameraPlaces(this.#db, [...new Set(measurements.map((one) => one.cameraId))]);
    const inputs = countInputs(measurements, places);
    if (inputs.length === 0) return;
    const none = { scopes: [], keys: [], classes: [], rows: new Uint8Array() };
    await insertMonitoringDelta(this.#db, { ...none, inputs });
  }
}

/** What measurements add to each hour and camera group. Those of cameras that are gone are left out. */
export function countInputs(
  measurements: readonly ImageMeasurement[],
  places: ReadonlyMap<Identifier, Pick<InputHour, 'siteId' | 'groupId' | 'simulated'>>,
): InputHour[] {
  const filling = new Map<
    string,
    {
      samples: number;
      brightness: Record<string, number>;
      sharpness: Record<string, number>;
      resolution: Record<string, number>;
    } & Pick<InputHour, 'hour' | 'siteId' | 'groupId' | 'simulated'>
  >();
  for (const { cameraId, at, brightness, sharpness, width, height } of measurements) {
    const place = places.get(cameraId);
    if (place === undefined) continue;
    const hour = instantOf(Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS);
    const key = `${hour} ${place.groupId} ${place.simulated}`;
    let counts = filling.get(key);
    if (counts === undefined) {
      counts = { hour, ...place, samples: 0, brightness: {}, sharpness: {}, resolution: {} };
      filling.set(key, counts);
    }
    counts.samples += 1;
    countIn(counts.brightness, brightnessBin(brightness));
    countIn(counts.sharpness, logBin(sharpness));
    countIn(counts.resolution, `${width}x${height}`);
  }
  return [...filling.values()];
}
