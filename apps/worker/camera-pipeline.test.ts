import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { Detection } from '@amaan/contracts/detection';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { WorkerReport } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { StartGate } from '@amaan/vision/sources/start-gate';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CameraPipeline, type FaceSearching } from './camera-pipeline.ts';
import { TaskQueue } from './task-queue.ts';
import { examinedFace, ScriptedAuthorisations, ScriptedFaceDesk } from './testing/face-scene.ts';
import { MemoryObjects } from './testing/memory-objects.ts';
import { assignedCamera } from './testing/test-control-plane.ts';

const SOON = { timeout: 20_000, interval: 20 };

/** A desk whose detector sees, and whose permit allows, what the test says. */
class ScriptedDesk {
  sees: Detection[] | Error = [];
  standing: InferenceStanding | null = newStanding();
  denied: PermitDenied | null = null;
  frames = 0;

  async detect(): Promise<Detection[]> {
    this.frames += 1;
    if (this.denied) throw this.denied;
    if (this.sees instanceof Error) throw this.sees;
    return this.sees;
  }

  admit(): InferenceStanding {
    if (this.denied) throw this.denied;
    return this.standing!;
  }
}

function newStanding(): InferenceStanding {
  return { permitId: newIdentifier(), modelDigest: 'a'.repeat(64), configurationDigest: 'b'.repeat(64) };
}

function car(confidence: number): Detection {
  return { class: 'car', confidence, box: [0.4, 0.4, 0.2, 0.2] };
}

let clips: TestClips;
let moving: string;
let still: string;
beforeAll(async () => {
  clips = await TestClips.create();
  moving = await clips.drawH264('moving.mp4', 4);
  still = await clips.ffmpeg('still.mp4', ['-f', 'lavfi', '-i', 'color=gray:s=320x240:r=10:d=4']);
});
afterAll(() => clips[Symbol.asyncDispose]());

let desk: ScriptedDesk;
let reports: WorkerReport[];
let log: CapturedLogger;
let owned: AsyncDisposableStack;
beforeEach(() => {
  desk = new ScriptedDesk();
  reports = [];
  log = capturedLogger();
  owned = new AsyncDisposableStack();
});
afterEach(() => owned.disposeAsync());

function watch(
  url: string,
  camera = assignedCamera(url),
  faces: FaceSearching | null = null,
): CameraPipeline {
  const evidenceQueue = owned.use(new TaskQueue(1, () => {}));
  const pipeline = new CameraPipeline({
    camera,
    desk,
    plateDesk: null,
    trafficDesk: desk,
    tellSignals: () => undefined,
    violations: {
      ...{ desk, clock: () => null, judges: new Map() },
      signals: {
        watchOf: () => {
          throw new Error('No signal is watched.');
        },
      },
    },
    faces,
    input: { width: 416, height: 416 },
    outbox: { add: (report) => reports.push(report) },
    objects: new MemoryObjects(),
    startGate: new StartGate(),
    evidenceQueue,
    clockOffsetMs: () => 0,
    logger: log.logger,
  });
  return owned.use(pipeline);
}

const denials = () => reports.flatMap((report) => (report.type === 'denial' ? [report.denial] : []));
const seen = () => reports.flatMap((report) => (report.type === 'observation' ? [report.observation] : []));
const moreFrames = async (count: number) => {
  const until = desk.frames + count;
  await expect.poll(() => desk.frames, SOON).toBeGreaterThanOrEqual(until);
};

test('what was seen before a renewal is reported under the permit of then', async () => {
  const [first, second] = [newStanding(), newStanding()];
  desk.standing = first;
  desk.sees = [car(0.9)];
  watch(moving);
  await moreFrames(4);
  desk.standing = second;
  desk.sees = [car(0.6)];
  await moreFrames(4);
  desk.sees = [];
  await expect.poll(() => seen().length, SOON).toBe(1);
  expect(seen()[0]).toMatchObject({ kind: 'object-seen', ...first, object: { confidence: 0.9 } });
  expect(seen()[0]?.permitId).not.toBe(second.permitId);
});

test('a denial is reported once for each reason, and what was seen before it under its own permit', async () => {
  const { standing } = desk;
  desk.sees = [car(0.9)];
  const pipeline = watch(moving);
  await moreFrames(4);
  desk.denied = new PermitDenied('PERMIT_REVOKED', 'It was revoked.');
  desk.standing = null;
  await moreFrames(5);
  expect(denials()).toEqual([
    expect.objectContaining({
      code: 'PERMIT_REVOKED',
      permitId: standing?.permitId,
      reason: 'It was revoked.',
    }),
  ]);
  expect(seen()).toEqual([expect.objectContaining({ kind: 'object-seen', permitId: standing?.permitId })]);
  expect(pipeline.status).toMatchObject({ state: 'live', inferenceDenied: 'It was revoked.' });

  desk.denied = new PermitDenied('PERMIT_REFUSED', 'It is suspended.');
  await moreFrames(3);
  expect(denials().map(({ code }) => code)).toEqual(['PERMIT_REVOKED', 'PERMIT_REFUSED']);

  desk.denied = null;
  desk.standing = newStanding();
  await expect.poll(() => pipeline.status.inferenceDenied, SOON).toBeNull();
});

test('where nothing moves, a permit that ended is noticed all the same, with the next frame', async () => {
  desk.sees = [car(0.9)];
  const pipeline = watch(still);
  // Once the gate has shut, only every second second has its look.
  await moreFrames(3);
  const told: number[] = [];
  pipeline.watch({
    tell: (message) => message.type === 'objects' && told.push(message.objects.length),
    show() {},
  });
  await expect.poll(() => told.length, SOON).toBeGreaterThan(0);
  const { frames } = desk;
  desk.denied = new PermitDenied('PERMIT_EXPIRED', 'It ended.');
  const after = told.length;
  await expect.poll(() => told.length, SOON).toBeGreaterThan(after + 1);
  expect(pipeline.status.inferenceDenied).toBe('It ended.');
  expect(told.slice(after + 1).every((objects) => objects === 0)).toBe(true);
  expect(desk.frames).toBeLessThanOrEqual(frames + 1);
});

test('a model that fails is said once, stops nothing, and the camera recovers with it', async () => {
  desk.sees = new Error('No memory for a thread.');
  const pipeline = watch(moving);
  await moreFrames(6);
  expect(log.lines.filter((line) => line.includes('No memory for a thread.'))).toHaveLength(1);
  expect(pipeline.status).toMatchObject({ state: 'live', inferenceDenied: null });
  expect(reports).toEqual([]);
  desk.sees = [car(0.9)];
  await moreFrames(3);
  desk.sees = [];
  await expect.poll(() => seen().length, SOON).toBe(1);
});

test('goes on for a changed name and rules, and begins anew for another picture', async () => {
  const camera = assignedCamera(moving);
  const pipeline = watch(moving, camera);
  expect(pipeline.accepts({ ...camera, name: 'Renamed' })).toBe(true);
  expect(pipeline.accepts({ ...camera, url: still })).toBe(false);
  expect(pipeline.accepts({ ...camera, analysisRate: 2 })).toBe(false);
  expect(pipeline.accepts({ ...camera, siteId: newIdentifier() })).toBe(false);
});

test('faces are searched while an authorisation covers the camera, and only then', async () => {
  const authorisations = new ScriptedAuthorisations();
  const faceDesk = new ScriptedFaceDesk();
  faceDesk.faces = () => [examinedFace()];
  const faces = { desk: faceDesk, authorisations, searcher: { search: async () => null } };
  const camera = assignedCamera(moving);

  const before = watch(moving, camera, faces);
  await moreFrames(4);
  expect([faceDesk.work, before.accepts(camera)]).toEqual([[], true]);

  authorisations.open = [{ id: newIdentifier(), watchlistId: newIdentifier() }];
  expect(before.accepts(camera)).toBe(false);
  const during = watch(moving, camera, faces);
  await expect.poll(() => faceDesk.work.length, SOON).toBeGreaterThan(2);
  expect(during.accepts(camera)).toBe(true);

  authorisations.open = [];
  during.followFaces();
  expect(during.accepts(camera)).toBe(false);
  await moreFrames(4);
  const looks = faceDesk.work.length;
  await moreFrames(6);
  expect(faceDesk.work).toHaveLength(looks);
  for (const { aligned } of faceDesk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
});
