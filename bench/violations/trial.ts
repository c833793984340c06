import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackedObject } from '@amaan/contracts/detection';
import { instantOf } from '@amaan/contracts/instant';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { ClockProof, SignalPhases } from '@amaan/contracts/violations/signal-timeline';
import type { EvidenceGapCount } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { ViolationWatch } from '@amaan/traffic-violations/detection/violation-watch';
import type { LampPicture } from '@amaan/traffic-violations/signal/lamp-reader';
import { SignalTimeline } from '@amaan/traffic-violations/signal/signal-timeline';
import { trackerOptions } from '@amaan/traffic-violations/system';
import { drawLamps } from '@amaan/traffic-violations/testing/draw-lamps';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import { MIDWAY_M, STOP_OFFSET_M, writeJunction } from './junction-network.ts';
import { type RoadGeometry, readGeometry } from './road-geometry.ts';
import { type Facing, LAMPS, makeScene, type Scene } from './scene.ts';
import { driveSumo, type SimulationStep } from './sumo-drive.ts';
import { SyntheticCamera } from './synthetic-camera.ts';
import { TrackNoise } from './track-noise.ts';
import { type TrueViolation, Truth } from './truth.ts';

/** What the clocks and the feed of the signal do wrong. */
export const FEED_ERRORS = {
  /** Camera's and controller's clock are off by up to so much, each its own way, in milliseconds. */
  clockMs: 90,
  /** A measurement of a clock is wrong by up to so much, and says so. */
  proofMs: 15,
  /** The controller is read so often, and what it says arrives late by up to so much. */
  readMs: 100,
  latencyMs: 600,
  /** Messages that are lost. */
  lost: 0.01,
  /** Standard error of the moment that a frame says it is of. */
  frameSeconds: 0.004,
} as const;

const STEP = 0.1;
const EPOCH = Date.parse('2026-03-01T06:00:00.000Z');

export interface TrialOptions {
  readonly seed: number;
  readonly seconds: number;
  /** Frames a second: 10 or 5. */
  readonly rate: number;
  readonly facing: Facing;
  /** Left out: the made-up junction. */
  readonly resco?: {
    readonly network: string;
    readonly routes: string;
    readonly junction: string;
    readonly approach: string;
    readonly begin: number;
  };
  readonly lamps?: boolean;
  /** Replaces the clocks' chance error. */
  readonly skewMs?: number;
}

/** One thing that was reported. */
export interface Reported {
  readonly kind: ViolationKind;
  /** The simulated vehicle in the frame that the case shows; null: none. */
  readonly vehicle: string | null;
  /** Those of the track at all of its moments that matter: more than one is a mixed-up track. */
  readonly vehicles: readonly (string | null)[];
  readonly seconds: number;
}

export interface TrialResult {
  readonly options: TrialOptions;
  readonly truths: readonly TrueViolation[];
  readonly reported: readonly Reported[];
  readonly gaps: readonly EvidenceGapCount[];
  readonly frames: number;
  readonly vehicles: number;
  /** Times that a vehicle's track got another number, and seconds that vehicles were tracked. */
  readonly switches: number;
  readonly trackedSeconds: number;
}

/** Drives one simulation and lets the detection watch it through one camera. */
export async function runTrial(options: TrialOptions): Promise<TrialResult> {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-violations-'));
  try {
    const made = options.resco ?? (await writeJunction(folder, options.seed, options.seconds));
    const { junction, approach, begin } = options.resco ?? {
      junction: 'C',
      approach: options.facing === 'rear' ? 'S2C' : 'W2C',
      begin: 0,
    };
    const geometry = await readGeometry(made.network, junction);
    const full = options.resco === undefined;
    const scene = makeScene(geometry, {
      ...{ approach, facing: options.facing, full, lamps: options.lamps ?? false, seed: options.seed },
      stopOffset: options.resco ? 0 : options.facing === 'midway' ? MIDWAY_M : STOP_OFFSET_M,
    });
    const drive = driveSumo({
      ...{ network: made.network, routes: made.routes, junction, signal: junction, begin },
      ...{
        seed: options.seed,
        seconds: options.seconds,
        step: STEP,
        metres: options.facing === 'midway' ? 280 : 160,
      },
    });
    return await watch(drive, scene, geometry, full, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function watch(
  drive: AsyncIterable<SimulationStep>,
  scene: Scene,
  geometry: RoadGeometry,
  full: boolean,
  options: TrialOptions,
): Promise<TrialResult> {
  const random = seededRandom(options.seed * 7919 + 13);
  const normal = normalRandom(options.seed * 104_729 + 17);
  const truth = new Truth(scene, geometry, full);
  const camera = new SyntheticCamera(scene, random, normal);
  const tracker = new ByteTracker(trackerOptions);
  const noise = new TrackNoise(random);
  const feed = new SignalFeed(scene, geometry, random, options.skewMs);
  const detection = new ViolationWatch({
    plan: scene.plan,
    view: { ...scene.view, version: 1 } as Pick<TrafficView, 'version' | 'lanes' | 'calibration'>,
    signal: ({ group }) => feed.timeline.group(group),
  });
  const lamps = options.lamps ? new LampPictures(seededRandom(options.seed)) : null;
  /** By track: the vehicles that it was on, by frame. */
  const owners = new Map<number, { readonly at: number; readonly vehicle: string }[]>();
  const reported: Reported[] = [];
  const every = Math.round(1 / (options.rate * STEP));
  const seen = new Map<string, number>();
  let switches = 0;
  let trackedSeconds = 0;
  let frames = 0;
  let index = 0;
  for await (const step of drive) {
    truth.step(step);
    feed.step(step);
    index += 1;
    if (index % every !== 0) continue;
    frames += 1;
    const told = step.seconds + FEED_ERRORS.frameSeconds * normal();
    const detections = camera.look(step.vehicles, step.seconds, every * STEP);
    const byBox = new Map(detections.map((one) => [one.box.join(), one.vehicle]));
    const tracked = noise.mix(tracker.update(detections, told), every * STEP);
    const capturedAt = EPOCH + 1000 * told + feed.workerMs;
    for (const object of tracked) {
      const vehicle = byBox.get(object.box.join());
      if (vehicle === undefined) continue;
      if ((seen.get(vehicle) ?? object.track) !== object.track) switches += 1;
      seen.set(vehicle, object.track);
      trackedSeconds += every * STEP;
      const known = owners.get(object.track) ?? [];
      known.push({ at: capturedAt, vehicle });
      owners.set(object.track, known);
    }
    const { findings } = detection.update({
      ...{ objects: tracked.map(bare), streamSeconds: told, capturedAt, worker: feed.worker, holds: true },
      picture: lamps?.of(feed.letterOf(step.signal)) ?? null,
    });
    for (const { sight, tracks, violation } of findings) {
      const owned = tracks.flatMap((track) => owners.get(track) ?? []);
      const ownerAt = (at: number) =>
        owned.reduce<(typeof owned)[number] | null>(
          (best, one) => (best === null || Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best),
          null,
        )?.vehicle ?? null;
      const moments = [sight.capturedAt, ...momentsOf(violation)];
      reported.push({
        ...{ kind: violation.kind, vehicle: ownerAt(sight.capturedAt), vehicles: moments.map(ownerAt) },
        seconds: (sight.capturedAt - feed.workerMs - EPOCH) / 1000,
      });
    }
  }
  const gaps = detection.takeGaps();
  return {
    options,
    truths: truth.violations,
    reported,
    gaps,
    frames,
    vehicles: seen.size,
    switches,
    trackedSeconds,
  };
}

/** The moments of a violation at which the track must have been on the same vehicle. */
function momentsOf(violation: { readonly kind: ViolationKind }): number[] {
  const times = ['entry', 'exit', 'crossing'].flatMap((name) => {
    const part = (violation as Record<string, unknown>)[name] as { at?: string } | null | undefined;
    return part?.at ? [Date.parse(part.at)] : [];
  });
  const spans = ['from', 'to'].flatMap((name) => {
    const at = (violation as Record<string, unknown>)[name];
    return typeof at === 'string' && violation.kind !== 'no-parking' ? [Date.parse(at)] : [];
  });
  return [...times, ...spans];
}

function bare({ class: name, confidence, box, track }: TrackedObject): TrackedObject {
  return { class: name, confidence, box, track };
}

/** The controller as it is read: late, at times not at all, by clocks that are off. */
class SignalFeed {
  readonly timeline: SignalTimeline;
  readonly worker: ClockProof;
  /** By how much the worker's clock is really ahead. */
  readonly workerMs: number;
  readonly #controllerMs: number;
  readonly #controller: ClockProof;
  readonly #links: readonly number[];
  readonly #random: () => number;
  #shown: { light: 'red' | 'yellow' | 'green'; since: number } | null = null;
  #late: { readonly due: number; readonly message: SignalPhases }[] = [];
  #nextRead = 0;
  #nextBeat = 0;

  constructor(scene: Scene, { ways }: RoadGeometry, random: () => number, skewMs: number | undefined) {
    this.timeline = new SignalTimeline(scene.junctionId);
    this.#random = random;
    this.#links = ways.filter(({ from }) => from === scene.approach).map(({ link }) => link);
    const either = (most: number) => most * (2 * random() - 1);
    this.workerMs = skewMs ?? either(FEED_ERRORS.clockMs);
    this.#controllerMs = skewMs === undefined ? either(FEED_ERRORS.clockMs) : 0;
    const proof = (offset: number): ClockProof => ({
      ...{ offsetMs: offset + either(FEED_ERRORS.proofMs), errorMs: FEED_ERRORS.proofMs },
      measuredAt: instantOf(EPOCH),
    });
    this.worker = proof(this.workerMs);
    this.#controller = proof(this.#controllerMs);
  }

  /** All ways of the approach as one group: red where all are. */
  letterOf(signal: string): 'red' | 'yellow' | 'green' {
    const letters = this.#links.map((link) => signal[link]!);
    if (letters.every((letter) => letter === 'r')) return 'red';
    return letters.some((letter) => letter === 'G' || letter === 'g') ? 'green' : 'yellow';
  }

  step({ seconds, signal }: SimulationStep): void {
    const now = 1000 * seconds;
    if (now >= this.#nextRead) {
      this.#nextRead = now + FEED_ERRORS.readMs;
      const light = this.letterOf(signal);
      const isNew = this.#shown?.light !== light;
      // It is noticed at a reading, and was so at some moment since the one before.
      if (isNew) this.#shown = { light, since: now };
      if (isNew || now >= this.#nextBeat) this.#send(now);
    }
    const due = this.#late.filter((one) => one.due <= now);
    this.#late = this.#late.filter((one) => one.due > now);
    for (const { message } of due) this.timeline.add(message);
  }

  #send(now: number): void {
    this.#nextBeat = now + 1000;
    if (this.#random() < FEED_ERRORS.lost) return;
    const own = (at: number) => instantOf(Math.round(EPOCH + at + this.#controllerMs));
    const { light, since } = this.#shown!;
    const message: SignalPhases = {
      ...{ junctionId: this.timeline.junctionId, at: own(now), source: 'simulated', clock: this.#controller },
      lights: [{ group: 'g', light, since: own(since), errorMs: FEED_ERRORS.readMs }],
    };
    const last = this.#late.at(-1)?.due ?? 0;
    this.#late.push({ due: Math.max(last, now + FEED_ERRORS.latencyMs * this.#random()), message });
  }
}

/** Pictures of a head for each light, a few of each so that the noise differs. */
class LampPictures {
  readonly #pictures: Record<'red' | 'yellow' | 'green', LampPicture[]>;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    const draw = (light: 'red' | 'yellow' | 'green') =>
      Array.from({ length: 6 }, () =>
        drawLamps(
          LAMPS as never,
          { lit: [light], brightness: 220, ambient: 20 + 60 * random(), noise: 14 },
          random,
        ),
      );
    this.#pictures = { red: draw('red'), yellow: draw('yellow'), green: draw('green') };
  }

  /** Now and then a lamp flickers. */
  of(light: 'red' | 'yellow' | 'green'): LampPicture {
    const pictures = this.#pictures[light];
    return pictures[Math.floor(this.#random() * pictures.length)]!;
  }
}
