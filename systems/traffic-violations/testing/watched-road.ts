import type { LineSegment, Point } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import type { ClockProof, ShownLight } from '@amaan/contracts/violations/signal-timeline';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { PinholeCamera } from '@amaan/road/testing/pinhole-camera';
import { type Mover, objectsAt, syntheticView } from '@amaan/road/testing/synthetic-road';
import type { Finding } from '../detection/rule-watch.ts';
import { ViolationWatch } from '../detection/violation-watch.ts';
import { SignalTimeline } from '../signal/signal-timeline.ts';

export const START = Date.parse('2026-03-01T08:00:00.000Z');
export const PROVEN: ClockProof = { offsetMs: 0, errorMs: 5, measuredAt: instantOf(START) };
/** Metres from the camera: who drives towards it comes to the stop line, and then to the exit. */
export const STOP_M = 30;
export const EXIT_M = 18;

const CAMERA = new PinholeCamera({ height: 9, pitch: 16, pan: 0, focal: 1500 });
const SIDE: readonly [number, number] = [-1.75, 1.75];

function across(metres: number): LineSegment {
  return SIDE.map((x) => CAMERA.see([x, metres])!) as [Point, Point];
}

/** One lane towards the camera, as a person drew it. */
export const VIEW = {
  ...syntheticView(
    CAMERA,
    [{ id: 'lane', x: 0, nearM: STOP_M, farM: 85, countingM: 45, stopM: STOP_M, speedLimitKmh: 50 }],
    { marks: { fastestKmh: 90 } },
  ),
  version: 3,
};

const JUNCTION = newIdentifier();
export const LINES = {
  laneIds: ['lane'],
  entry: across(STOP_M),
  exits: [across(EXIT_M)],
  signal: { from: 'controller', junctionId: JUNCTION, group: 'g' },
} as const;

/** A zone on the road from one distance to another. */
export function zone(from: number, to: number): Point[] {
  const [a, b] = [across(from), across(to)];
  return [a[0], a[1], b[1], b[0]];
}

/** A vehicle in the middle of the lane: how far from the camera its front is at a second; null: not there. */
export function driver(
  track: number,
  name: ObjectClass,
  metresAt: (seconds: number) => number | null,
): Mover {
  return {
    track,
    class: name,
    at: (seconds) => {
      const metres = metresAt(seconds);
      return metres === null || metres < 13 || metres > 95 ? null : [0, metres];
    },
  };
}

export interface Drive {
  readonly movers: readonly Mover[];
  readonly rule: object;
  readonly seconds?: number;
  /** What the signal shows at a second, and since when. */
  readonly light?: (seconds: number) => { readonly light: ShownLight; readonly since: number } | null;
  readonly worker?: ClockProof | null;
  readonly holds?: boolean;
  /** Called after each frame. */
  readonly onFrame?: (watch: ViolationWatch, seconds: number) => void;
  /** Changes the track numbers of a frame. */
  readonly mixed?: (track: number, seconds: number) => number;
}

/** Ten frames a second of a made-up road, with the errors of a detector; what was found, and what was dropped. */
export function drive({
  movers,
  rule,
  seconds = 20,
  light = () => ({ light: 'red', since: -30 }),
  worker = PROVEN,
  holds = true,
  onFrame,
  mixed = (track) => track,
}: Drive) {
  const timeline = new SignalTimeline(JUNCTION);
  const { rules } = EnforcementPlanInput.pick({ rules: true }).parse({
    rules: [{ id: 'rule', name: 'Rule', ...rule }],
  });
  const watch = new ViolationWatch({
    plan: { rules },
    view: VIEW,
    signal: ({ group }) => timeline.group(group),
  });
  const normal = normalRandom(7);
  const findings: Finding[] = [];
  for (let frame = 0; frame <= seconds * 10; frame++) {
    const now = frame / 10;
    const shown = light(now);
    if (shown)
      timeline.add({
        ...{ junctionId: JUNCTION, at: instantOf(START + 1000 * now), source: 'simulated', clock: PROVEN },
        lights: [
          { group: 'g', light: shown.light, since: instantOf(START + 1000 * shown.since), errorMs: 50 },
        ],
      });
    const objects = objectsAt(CAMERA, movers, now, normal, 1).map((object) => ({
      ...object,
      track: mixed(object.track, now),
    }));
    const report = watch.update({
      ...{ objects, streamSeconds: now, capturedAt: START + 1000 * now, worker, holds, picture: null },
    });
    findings.push(...report.findings);
    onFrame?.(watch, now);
  }
  return { findings, gaps: watch.takeGaps().map(({ reason }) => reason) };
}
