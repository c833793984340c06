import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { SimulatedCamera } from '@amaan/contracts/simulation-messages';
import { type Heartbeat, SUBJECTS, type WorkerReport } from '@amaan/contracts/worker-messages';
import { CameraConditions } from './camera-conditions.ts';
import { type LoadFigures, LoadRecord } from './load-record.ts';
import { SimulatedImages } from './simulated-images.ts';
import { SimulatedLanes } from './simulated-lanes.ts';
import type { SimulationPermit } from './simulation-permit.ts';
import { Traffic } from './traffic.ts';

const TICK_MS = 50;
const HEARTBEAT_MS = 3_000;
const LARGEST_BATCH = 500;
/** Batches that may wait for their commit; more would only queue in memory. */
const MAX_IN_FLIGHT = 8;
/** What is due and could not be published is kept for this long, then counted as withheld. */
const LONGEST_ARREARS_SECONDS = 2;

export interface CitySimulatorOptions {
  readonly bus: Bus;
  readonly cameras: readonly SimulatedCamera[];
  readonly permit: SimulationPermit;
  /** Of traffic management; left out: no minutes of lanes are made up. */
  readonly trafficPermit?: SimulationPermit;
  /** Observations a second, all cameras together. */
  readonly rate: number;
  readonly alertsPerMinute: number;
  /** How busy the city is at a Unix time in milliseconds, as a multiple of `rate`. */
  readonly pattern: (now: number) => number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/**
 * Plays the workers of many cameras at once: publishes observations and heartbeats over the bus, as they
 * do, and takes an observation for delivered only when the control plane has committed it.
 */
export class CitySimulator {
  readonly #options: CitySimulatorOptions;
  readonly #workerId = newIdentifier();
  readonly #random: () => number;
  readonly #traffic: Traffic;
  readonly #conditions: CameraConditions;
  readonly #images: SimulatedImages;
  readonly #lanes: SimulatedLanes;
  readonly #inFlight = new Set<Promise<void>>();
  #record = new LoadRecord(performance.now());
  #untilAlarm: number;

  constructor(options: CitySimulatorOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#traffic = new Traffic(this.#random);
    this.#untilAlarm = this.#alarmInterval() / 3;
    this.#lanes = new SimulatedLanes(seededRandom(options.seed + 2));
    const ids = options.cameras.map(({ id }) => id);
    this.#conditions = new CameraConditions(ids, this.#random, Date.now());
    this.#images = new SimulatedImages(ids, seededRandom(options.seed + 1), Date.now());
  }

  figures(): LoadFigures {
    return this.#record.figures(performance.now());
  }

  /** Runs until `signal` aborts, then waits for what is not acknowledged yet. */
  async run(signal: AbortSignal): Promise<void> {
    this.#record = new LoadRecord(performance.now());
    let last = performance.now();
    let lastHeartbeat = Number.NEGATIVE_INFINITY;
    let due = 0;
    while (!signal.aborted) {
      const now = performance.now();
      const seconds = (now - last) / 1000;
      last = now;
      if (now - lastHeartbeat >= HEARTBEAT_MS) {
        lastHeartbeat = now;
        this.#beat();
      }
      due += seconds * this.#options.rate * this.#options.pattern(Date.now());
      due = this.#capArrears(due);
      const count = Math.floor(due);
      due -= count;
      await this.#publish([...this.#observe(count, seconds), ...this.#measureLanes()], signal);
      const rest = TICK_MS - (performance.now() - now);
      if (rest > 0) await delay(rest, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(this.#inFlight);
  }

  #capArrears(due: number): number {
    const most = Math.max(1, this.#options.rate * LONGEST_ARREARS_SECONDS);
    if (due <= most) return due;
    this.#record.withheld(Math.floor(due - most));
    return most;
  }

  /** What the cameras report in a span of time; nothing while no permit is in force. */
  #observe(count: number, seconds: number): Observation[] {
    const { permit } = this.#options;
    const now = Date.now();
    const claims = permit.claims(now);
    if (claims === null) return [];
    const observations: Observation[] = [];
    for (let index = 0; index < count; index++) {
      const camera = this.#camera();
      if (camera !== null) observations.push(this.#traffic.passing(camera, claims, now));
    }
    this.#untilAlarm -= seconds;
    if (this.#untilAlarm <= 0) {
      this.#untilAlarm = this.#alarmInterval();
      const camera = this.#camera();
      const alarm = camera && this.#traffic.alarming(camera, claims, now);
      if (alarm) observations.push(alarm);
    }
    return observations;
  }

  /** Minutes of lanes that have just ended, of cameras that send pictures and that the permit covers. */
  #measureLanes(): Observation[] {
    const { trafficPermit, cameras, pattern } = this.#options;
    const now = Date.now();
    const claims = trafficPermit?.claims(now) ?? null;
    if (claims === null) return [];
    const seen = cameras.filter(({ id }) => this.#conditions.isLive(id) && trafficPermit?.covers(id));
    return this.#lanes.report(seen, claims, now, pattern);
  }

  /** Seconds to the next alert: evenly distributed around the mean, so that a viewer never waits long. */
  #alarmInterval(): number {
    const { alertsPerMinute } = this.#options;
    if (alertsPerMinute === 0) return Number.POSITIVE_INFINITY;
    return (60 / alertsPerMinute) * (0.67 + 0.66 * this.#random());
  }

  /** Any camera; null when it happens to be down, or is not to be looked at. */
  #camera(): SimulatedCamera | null {
    const { cameras, permit } = this.#options;
    const camera = cameras[Math.floor(this.#random() * cameras.length)]!;
    return this.#conditions.isLive(camera.id) && permit.covers(camera.id) ? camera : null;
  }

  async #publish(observations: readonly Observation[], signal: AbortSignal): Promise<void> {
    for (let from = 0; from < observations.length; from += LARGEST_BATCH) {
      const waitingSince = performance.now();
      while (this.#inFlight.size >= MAX_IN_FLIGHT && !signal.aborted) await Promise.race(this.#inFlight);
      this.#record.waited(performance.now() - waitingSince);
      this.#send(observations.slice(from, from + LARGEST_BATCH));
    }
  }

  #send(batch: readonly Observation[]): void {
    const { bus, log } = this.#options;
    const startedAt = performance.now();
    this.#record.published(batch.length);
    const messages = batch.map((observation) => ({
      id: observation.id,
      payload: { type: 'observation', observation } satisfies WorkerReport,
    }));
    const sent = bus.publish(SUBJECTS.reports, messages).then(
      () => this.#record.accepted(batch.length, performance.now() - startedAt),
      (error: unknown) =>
        log(
          `${batch.length} observations were not accepted: ${error instanceof Error ? error.message : error}`,
        ),
    );
    this.#inFlight.add(sent);
    void sent.finally(() => this.#inFlight.delete(sent));
  }

  #beat(): void {
    const { bus, permit } = this.#options;
    const now = Date.now();
    this.#conditions.advance(now);
    const claims = permit.claims(now);
    const deniedOn = (cameraId: Identifier) => {
      if (claims === null) return 'No permit is in force for the AI system that is simulated.';
      return permit.covers(cameraId) ? null : 'The permit in force does not cover this camera.';
    };
    const models = Object.fromEntries(claims?.models.map(({ id, digest }) => [id, digest]) ?? []);
    bus.announce(SUBJECTS.heartbeat, {
      workerId: this.#workerId,
      at: instantOf(now),
      // There is nothing to watch: simulated cameras have no picture.
      liveUrl: '',
      liveToken: '',
      cameras: this.#conditions.statuses(deniedOn),
      models,
      images: this.#images.measure(now, (id) => this.#conditions.isLive(id)),
    } satisfies Heartbeat);
  }
}
