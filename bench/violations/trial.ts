import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackedObject } from '@amaan/contracts/detection';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { EvidenceGapCount } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { ViolationWatch } from '@amaan/traffic-violations/detection/violation-watch';
import { trackerOptions } from '@amaan/traffic-violations/system';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import { MIDWAY_M, STOP_OFFSET_M, writeJunction } from './junction-network.ts';
import { LampPictures } from './lamp-pictures.ts';
import { type RoadGeometry, readGeometry } from './road-geometry.ts';
import { type Facing, makeScene, type Scene } from './scene.ts';
import { EPOCH, FEED_ERRORS, SignalFeed } from './signal-feed.ts';
import { driveSumo, type SimulationStep } from './sumo-drive.ts';
import { SyntheticCamera } from './synthetic-camera.ts';
import { TrackNoise } from './track-noise.ts';
import { type TrueViolation, Truth } from './truth.ts';

const STEP = 0.1;

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
