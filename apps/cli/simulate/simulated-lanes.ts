import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SimulatedCamera } from '@amaan/contracts/simulation-messages';
import type { LaneSums, VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { emptyLaneSums } from '@amaan/traffic-management/measuring/lane-sums';

const MINUTE_MS = 60_000;
/** Vehicles an hour that a lane between signals can pass, and the mean of a day. */
const CAPACITY = 1_100;
const MEAN_FLOW = 520;
const FREE_KMH = 54;
const LANE_METRES = 44;
const VEHICLE_METRES = 6;
/** What drives on a street of Lahore, with its share. */
const MIX: readonly (readonly [VehicleClass, number])[] = [
  ['motorcycle', 0.5],
  ['car', 0.38],
  ['truck', 0.05],
  ['bus', 0.04],
  ['bicycle', 0.03],
];

/** Makes up minutes of lanes: more vehicles drive slower and wait longer, as the fundamental diagram of traffic has it. */
export class SimulatedLanes {
  readonly #random: () => number;
  /** The minute that is made up next, Unix time in milliseconds; null: nothing has been heard of time yet. */
  #next: number | null = null;

  /** @param random numbers in [0, 1) */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** The minutes that have ended since it was asked last, of every lane of these cameras. */
  report(
    cameras: readonly SimulatedCamera[],
    permit: PermitClaims,
    now: number,
    pattern: (now: number) => number,
  ): Observation[] {
    const present = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    this.#next ??= present;
    if (present <= this.#next) return [];
    const from = present - MINUTE_MS;
    this.#next = present;
    // A minute that began before its permit is of no permit.
    if (from < permit.iat * 1000) return [];
    return cameras.flatMap((camera) =>
      (camera.traffic?.lanes ?? []).map((lane) =>
        this.#minute(camera, lane, permit, from, pattern(from) * this.#biasOf(camera, lane)),
      ),
    );
  }

  #minute(
    camera: SimulatedCamera,
    lane: TrafficLane,
    permit: PermitClaims,
    from: number,
    busy: number,
  ): Observation {
    const capturedAt = instantOf(from + MINUTE_MS - 200);
    const { id, version } = camera.traffic!;
    return {
      id: newIdentifier(),
      kind: 'lane-measured',
      system: permit.sub,
      cameraId: camera.id,
      siteId: camera.siteId,
      capturedAt,
      clockOffsetMs: 0,
      simulated: true,
      permitId: permit.jti,
      modelDigest: permit.models[0]!.digest,
      configurationDigest: permit.configurationDigest,
      // There is no picture: the digest is of the description of what it would show.
      frameDigest: digestOfJson({ simulated: true, camera: camera.name, capturedAt, lane: lane.id }),
      view: { id, version },
      minute: { laneId: lane.id, from: instantOf(from), sums: this.#sums(MEAN_FLOW * busy) },
    };
  }

  /** Each lane is somewhat busier or quieter than the others, always in the same way. */
  #biasOf({ name }: SimulatedCamera, { id }: TrafficLane): number {
    return 0.6 + (Number.parseInt(digestOfJson({ name, id }).slice(0, 4), 16) / 0xffff) * 0.9;
  }

  /** @param flow vehicles an hour */
  #sums(flow: number): LaneSums {
    const load = Math.min(1, flow / CAPACITY);
    const vehicles = this.#poisson(Math.min(flow, CAPACITY) / 60);
    const sums = emptyLaneSums();
    sums.observedMs = MINUTE_MS;
    sums.areaMetreMs = LANE_METRES * MINUTE_MS;
    sums.queueWatchedMs = MINUTE_MS;
    sums.queueMetresWatchedMs = MINUTE_MS;
    for (let vehicle = 0; vehicle < vehicles; vehicle++) this.#drive(sums, load, vehicle > 0);
    // Who waits, waits in a queue (Little 1961): vehicles in it are arrivals times their delay.
    sums.queueVehicleMs = sums.delaySumMs;
    sums.maxQueueVehicles = Math.round((2.2 * sums.queueVehicleMs) / MINUTE_MS);
    sums.queueMetreMs = sums.queueVehicleMs * 7;
    sums.maxQueueM = sums.maxQueueVehicles * 7;
    return sums;
  }

  #drive(sums: LaneSums, load: number, follows: boolean): void {
    const kmh = Math.max(6, FREE_KMH * (1 - 0.6 * load ** 2) + 6 * (this.#random() + this.#random() - 1));
    const speed = Math.round(100 * kmh);
    const name = this.#class();
    sums.counts[name] = (sums.counts[name] ?? 0) + 1;
    sums.speeds += 1;
    sums.speedSum += speed;
    sums.speedSquares += speed ** 2;
    sums.speedNoiseSquares += 100 ** 2;
    sums.speedBiasSum += 60;
    const bin = String(Math.floor(kmh));
    sums.speedHistogram[bin] = (sums.speedHistogram[bin] ?? 0) + 1;
    const metresPerMs = kmh / 3_600;
    sums.occupiedMs += Math.round(VEHICLE_METRES / metresPerMs);
    sums.travelledCm += 100 * LANE_METRES;
    sums.presentMs += Math.round(LANE_METRES / metresPerMs);
    const delay = Math.round(1_000 * (6 + 70 * load ** 3) * (0.4 + 1.2 * this.#random()));
    sums.delays += 1;
    sums.delaySumMs += delay;
    sums.delaySquares += delay ** 2;
    if (!follows) return;
    const headway = 1_100 + Math.round(-Math.log(1 - this.#random()) * 2_500 * (1.2 - load));
    sums.headways += 1;
    sums.headwaySumMs += headway;
    sums.headwaySquares += headway ** 2;
  }

  #class(): VehicleClass {
    let left = this.#random();
    for (const [name, share] of MIX) {
      left -= share;
      if (left < 0) return name;
    }
    return 'car';
  }

  /** Knuth, "The Art of Computer Programming", volume 2, section 3.4.1. */
  #poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.#random(); product > limit; product *= this.#random()) count += 1;
    return count;
  }
}
