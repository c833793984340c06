import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { TrackedObject } from '@amaan/contracts/detection';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { Observation } from '@amaan/contracts/observation';
import { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import type { AssignedCamera, WorkerReport } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { LampTimeline } from '@amaan/traffic-violations/signal/lamp-timeline';
import type { Frame } from '@amaan/vision/frame';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceSpan } from '../evidence-collector.ts';
import { assignedCamera } from '../testing/test-control-plane.ts';
import type { RiderJudge } from './rider-judge.ts';
import { ViolationLane } from './violation-lane.ts';

const START = 1_700_000_000_000;
const [WIDTH, HEIGHT] = [160, 120];
const LAMPS = { red: [0.9, 0.05, 0.05, 0.05], yellow: null, green: [0.9, 0.15, 0.05, 0.05] };
const FRAME_DIGEST = 'c'.repeat(64);

const view = {
  ...TrafficViewInput.parse({
    name: 'Junction',
    lanes: [
      {
        ...{ id: 'in', name: 'In', approach: 'North' },
        polygon: [
          [0.1, 0],
          [0.8, 0],
          [0.8, 1],
          [0.1, 1],
        ],
        travel: [
          [0.45, 0.1],
          [0.45, 0.95],
        ],
        countingLine: [
          [0.1, 0.6],
          [0.8, 0.6],
        ],
      },
    ],
  }),
  ...{ id: newIdentifier(), cameraId: newIdentifier(), version: 2, calibration: null },
};
const line = (y: number) => [
  [0.1, y],
  [0.8, y],
];
const red = (change: object = {}) => ({
  ...{ id: 'red', kind: 'red-light', name: 'Red light', laneIds: ['in'], entry: line(0.5) },
  ...{ exits: [line(0.8)], signal: { from: 'picture', lamps: LAMPS } },
  ...change,
});

/** A picture of nothing but two lamps, of which one burns. */
function frameOf(seconds: number, light: 'red' | 'green'): Frame {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3).fill(60);
  const paint = ([x, y, w, h]: number[], colour: number[]) => {
    for (let row = Math.floor(y! * HEIGHT); row < (y! + h!) * HEIGHT; row++)
      for (let column = Math.floor(x! * WIDTH); column < (x! + w!) * WIDTH; column++)
        pixels.set(colour, 3 * (row * WIDTH + column));
  };
  paint(LAMPS.red, light === 'red' ? [255, 30, 20] : [40, 10, 10]);
  paint(LAMPS.green, light === 'green' ? [20, 255, 160] : [10, 40, 30]);
  return {
    ...{ index: 0, streamSeconds: seconds, capturedAt: START + seconds * 1000 },
    ...{ width: WIDTH, height: HEIGHT, pixels },
  };
}

const car = (bottom: number, track = 7, kind: TrackedObject['class'] = 'car'): TrackedObject => ({
  ...{ class: kind, confidence: 0.9, track, box: [0.3, Math.max(0, bottom - 0.25), 0.3, 0.25] },
});

describe('ViolationLane', () => {
  let reports: WorkerReport[];
  let spans: { id: Identifier; span: EvidenceSpan }[];
  let denied: PermitDenied | null;
  let clock: ClockProof | null;
  let judges: Map<string, RiderJudge>;
  const standing: InferenceStanding = {
    permitId: newIdentifier(),
    ...{ modelDigest: 'a'.repeat(64), configurationDigest: 'b'.repeat(64) },
  };
  const cameraWith = (rules: object[], change: Partial<AssignedCamera> = {}): AssignedCamera => {
    const input = { name: 'Plan', view: { id: view.id, version: view.version }, rules };
    const plan = {
      ...EnforcementPlanInput.parse(input),
      id: newIdentifier(),
      cameraId: view.cameraId,
      version: 4,
    };
    const traffic = { view, moved: false };
    return assignedCamera('unused', { id: view.cameraId, enforcement: plan, traffic, ...change });
  };
  const laneOf = (camera: AssignedCamera) =>
    new ViolationLane(
      {
        ...{ camera, judges, logger: capturedLogger().logger, clock: () => clock },
        desk: {
          standing,
          admit: () => {
            if (denied) throw denied;
            return standing;
          },
        },
        outbox: { add: (report) => reports.push(report) },
        evidence: { collectSpan: ({ id }, span) => spans.push({ id, span }) },
        signals: { watchOf: () => new LampTimeline() },
      },
      camera,
    );
  /** Half a minute of ten frames a second: the lights, and a car that drives over both lines from second 4 to 8. */
  const play = (lane: ViolationLane, light: (seconds: number) => 'red' | 'green', holds = true) => {
    for (let frame = 0; frame <= 120; frame += 1) {
      const seconds = frame / 10;
      const bottom = 0.3 + 0.15 * (seconds - 4);
      const objects = seconds >= 3 && bottom < 0.98 ? [car(Math.max(0.3, bottom))] : [];
      lane.look(frameOf(seconds, light(seconds)), objects, FRAME_DIGEST, holds);
    }
  };
  const suspected = () =>
    reports.flatMap((report) =>
      report.type === 'observation' && report.observation.kind === 'violation-suspected'
        ? [report.observation]
        : [],
    );
  const gaps = () => reports.flatMap((report) => (report.type === 'evidence-gaps' ? report.gaps.counts : []));

  beforeEach(() => {
    reports = [];
    spans = [];
    denied = null;
    judges = new Map();
    clock = { offsetMs: 12, errorMs: 5, measuredAt: instantOf(START - 1_000) };
  });

  test('reports a red light with its rule, permit and moments, and has pictures and clip of them kept', () => {
    const camera = cameraWith([red()]);
    using lane = laneOf(camera);
    play(lane, (seconds) => (seconds < 2 ? 'green' : 'red'));
    const [observation, ...others] = suspected();
    expect(others).toEqual([]);
    expect(Observation.parse(observation)).toMatchObject({
      ...{ system: 'traffic-violations', cameraId: camera.id, clockOffsetMs: 12, frameDigest: FRAME_DIGEST },
      ...{ permitId: standing.permitId, simulated: false, object: { track: 7, class: 'car' } },
      enforcement: { planId: camera.enforcement!.id, version: 4, ruleId: 'red' },
      view: { id: view.id, version: 2 },
      violation: {
        ...{ kind: 'red-light', laneId: 'in' },
        signal: { source: 'picture', skewMs: 0, timeline: [{ light: 'green' }, { light: 'red' }] },
      },
    });
    const { entry, exit, clip, still } = spans[0]!.span;
    expect(spans).toHaveLength(1);
    expect(spans[0]!.id).toBe(observation!.id);
    // The bottom of the box is at the lines after 5.33 and 7.33 seconds.
    expect(entry).toBeCloseTo(5.4, 0);
    expect(exit).toBeCloseTo(7.4, 0);
    expect(clip).toEqual({ from: entry! - 3, until: exit! + 3 });
    expect(still).toBeNull();
    expect(Date.parse(observation!.capturedAt)).toBeCloseTo(START + entry! * 1000, -3);
  });

  test('reports nothing at green, and nothing of a camera that moved', () => {
    using lane = laneOf(cameraWith([red()]));
    play(lane, () => 'green');
    using moved = laneOf(cameraWith([red()]));
    play(moved, (seconds) => (seconds < 2 ? 'green' : 'red'), false);
    expect(suspected()).toEqual([]);
  });

  test('counts what it cannot prove by minute, and names no vehicle', () => {
    clock = null;
    const lane = laneOf(cameraWith([red()]));
    play(lane, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(suspected()).toEqual([]);
    lane.pause();
    expect(gaps()).toEqual([
      { minute: expect.any(String), kind: 'red-light', reason: 'clock-unproven', count: 1 },
    ]);
  });

  test('without a permit watches nothing, says so once for each reason, and begins anew with the next one', () => {
    using lane = laneOf(cameraWith([red()]));
    denied = new PermitDenied('PERMIT_REVOKED', 'It was revoked.');
    play(lane, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(reports).toMatchObject([
      { type: 'denial', denial: { system: 'traffic-violations', code: 'PERMIT_REVOKED' } },
    ]);
    denied = null;
    play(lane, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(suspected()).toHaveLength(1);
  });

  test('enforces a plan upon just the lanes that it was drawn upon', () => {
    const other = { view: { ...view, version: 3 }, moved: false };
    using stale = laneOf(cameraWith([red()], { traffic: other }));
    play(stale, (seconds) => (seconds < 2 ? 'green' : 'red'));
    using bare = laneOf(cameraWith([red()], { traffic: null }));
    play(bare, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(reports).toEqual([]);
    stale.setPlan(cameraWith([red()]));
    play(stale, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(suspected()).toHaveLength(1);
    stale.setPlan(assignedCamera('unused'));
    play(stale, (seconds) => (seconds < 2 ? 'green' : 'red'));
    expect(suspected()).toHaveLength(1);
  });

  test('shows the beginning of parking by a still, as its video is long gone', () => {
    const zone = [
      [0.1, 0.1],
      [0.8, 0.1],
      [0.8, 0.9],
      [0.1, 0.9],
    ];
    const rule = { id: 'park', kind: 'no-parking', name: 'No parking', zone, seconds: 60 };
    using lane = laneOf(cameraWith([rule]));
    for (let frame = 0; frame <= 450; frame += 1) {
      const seconds = frame / 5;
      const bottom = Math.min(0.6, 0.3 + 0.15 * seconds);
      lane.look(frameOf(seconds, 'green'), [car(bottom)], FRAME_DIGEST, true);
    }
    expect(suspected()).toMatchObject([{ violation: { kind: 'no-parking', allowedSeconds: 60 } }]);
    const { entry, exit, clip, still } = spans[0]!.span;
    expect(still).toBeInstanceOf(Promise);
    expect(exit! - entry!).toBeGreaterThanOrEqual(60);
    expect(clip.from).toBe(exit! - 3);
  });

  test('has a model judge riders where one is at hand, and reports what it surely says', async () => {
    const rule = { id: 'helmet', kind: 'helmet', name: 'Helmet', laneIds: ['in'], model: 'helmets' };
    const ride = async (lane: ViolationLane) => {
      for (let frame = 0; frame <= 30; frame += 1) {
        lane.look(
          frameOf(frame / 10, 'green'),
          [car(0.3 + frame * 0.02, 3, 'motorcycle')],
          FRAME_DIGEST,
          true,
        );
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await ride(laneOf(cameraWith([rule])));
    expect(suspected()).toEqual([]);
    judges.set('helmets', {
      modelDigest: 'd'.repeat(64),
      judge: async ({ width }) => ({ verdict: 'not-worn', confidence: width > 10 ? 0.99 : 0 }),
    });
    await ride(laneOf(cameraWith([rule])));
    expect(suspected()).toMatchObject([
      { violation: { kind: 'helmet', verdicts: [{ modelDigest: 'd'.repeat(64) }, {}, {}] } },
    ]);
    const refused = new PermitDenied('PERMIT_MODEL_MISMATCH', 'The permit does not name this model.');
    judges.set('helmets', { modelDigest: 'd'.repeat(64), judge: () => Promise.reject(refused) });
    await ride(laneOf(cameraWith([rule])));
    expect(reports.at(-1)).toMatchObject({ type: 'denial', denial: { code: 'PERMIT_MODEL_MISMATCH' } });
  });
});
