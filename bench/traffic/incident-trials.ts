import { seededRandom } from '@amaan/contracts/seeded-random';
import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { PinholeCamera } from '@amaan/road/testing/pinhole-camera';
import { type Mover, objectsAt, syntheticView } from '@amaan/road/testing/synthetic-road';
import { TrafficMeter } from '@amaan/traffic-management/measuring/traffic-meter';
import { flowing, stopping } from '@amaan/traffic-management/testing/synthetic-movers';

const RATE = 5;
const START = Date.UTC(2026, 2, 1, 8);
/** Pixels of 1920 × 1080 that foot points are wrong by, in each direction. */
const NOISE_PX = 2;

/** An incident that is made to happen: what, when it really began, and for how long it is watched. */
interface Staged {
  readonly kind: TrafficIncidentKind;
  readonly movers: readonly Mover[];
  readonly began: number;
  readonly seconds: number;
}

/** What became of a staged incident. */
export interface IncidentTrial {
  readonly kind: TrafficIncidentKind;
  /** Seconds from when it really began; null: it was missed. */
  readonly secondsToDetect: number | null;
  /** Reports of the kind beyond the first. */
  readonly repeated: number;
}

/** Stages every kind of incident once, with places and times by the seed. */
export function incidentTrials(seed: number): IncidentTrial[] {
  const uniform = seededRandom(seed);
  const y = 25 + 25 * uniform();
  const at = 12 + 8 * uniform();
  const back = 7 + 8 * uniform();
  const walk = 1 + 0.6 * uniform();
  const slow = 10 + 8 * uniform();
  const staged: Staged[] = [
    { kind: 'stopped-vehicle', movers: [stopping(1, at, y, 200)], began: at, seconds: at + 40 },
    {
      kind: 'wrong-way',
      movers: [{ track: 1, class: 'car', at: (now) => [0, 14 + back * (now - at)] }],
      began: at,
      seconds: at + 8,
    },
    {
      kind: 'pedestrian-on-carriageway',
      // From the edge of the lane, 1.75 m beside its middle.
      movers: [{ track: 1, class: 'person', at: (now) => [-1.75 + walk * 0.5 * (now - at), y] }],
      began: at,
      seconds: at + 10,
    },
    {
      kind: 'sudden-queue',
      movers: [0, 1, 2, 3, 4].map((index) => stopping(index + 1, at + 2 * index, 20 + 7 * index, 200)),
      // The fourth has come to rest.
      began: at + 6,
      seconds: at + 45,
    },
    {
      kind: 'congestion-onset',
      movers: flowing((now) => (now < 100 ? 55 : slow), 5, 260),
      began: 100,
      seconds: 260,
    },
  ];
  return staged.map((one) => trialOf(one, seed));
}

/** Seconds of free traffic without any incident, and what was reported in them all the same. */
export function falseReports(seed: number, seconds: number): TrafficIncidentKind[] {
  return watch(
    flowing((now) => 50 + 8 * Math.sin(now / 40), 4, seconds),
    seconds,
    seed,
  ).map(({ kind }) => kind);
}

function trialOf({ kind, movers, began, seconds }: Staged, seed: number): IncidentTrial {
  const own = watch(movers, seconds, seed).filter(
    (incident) => incident.kind === kind && incident.at >= began,
  );
  return {
    kind,
    secondsToDetect: own[0] ? own[0].at - began : null,
    repeated: Math.max(0, own.length - 1),
  };
}

function watch(movers: readonly Mover[], seconds: number, seed: number) {
  const camera = new PinholeCamera({ height: 9, pitch: 18, pan: 0, focal: 1300 });
  const lane = { id: 'lane', x: 0, nearM: 14, farM: 70, countingM: 30 };
  const meter = new TrafficMeter(syntheticView(camera, [lane]));
  const noise = normalRandom(seed + 77);
  return Array.from({ length: Math.floor(seconds * RATE) + 1 }, (_, frame) => {
    const now = frame / RATE;
    const objects = objectsAt(camera, movers, now, noise, NOISE_PX);
    return meter.update(objects, now, START + 1000 * now).incidents.map(({ kind }) => ({ kind, at: now }));
  }).flat();
}
