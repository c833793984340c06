import { setImmediate as turn } from 'node:timers/promises';
import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { TrackedObject } from '@amaan/contracts/detection';
import { newIdentifier } from '@amaan/contracts/identifier';
import { WorkerReport } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { quadOf } from '@amaan/number-plates/finding/plate-quad';
import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import { numberPlates } from '@amaan/number-plates/system';
import type { Frame } from '@amaan/vision/frame';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryObjects } from '../testing/memory-objects.ts';
import { assignedCamera } from '../testing/test-control-plane.ts';
import { PlateLane } from './plate-lane.ts';
import type { PlateAnswer, PlateWork } from './plate-work.ts';

const [WIDTH, HEIGHT] = [1200, 600];
const CAMERA = assignedCamera('rtsp://camera', { readsPlates: true });
const CAR: TrackedObject = { class: 'car', track: 7, confidence: 0.9, box: [0.25, 0.25, 0.5, 0.5] };
const { votesEnough } = numberPlates.settings;

function read(text: string, confidence = 0.9): PlateRead {
  const box = { x: 550, y: 350, width: 100, height: 25 };
  const characters = [...text].map((character) => ({ text: character, confidence, others: [] }));
  return { text, confidence, characters, format: null, box, quad: quadOf(box), rows: 1, found: 0.9 };
}

function newStanding(): InferenceStanding {
  return { permitId: newIdentifier(), modelDigest: 'a'.repeat(64), configurationDigest: 'b'.repeat(64) };
}

/** A desk that reads, and whose permit allows, what the test says; like a reader it leaves out what is to be skipped. */
class ScriptedDesk {
  reads: PlateAnswer | Error = [];
  standing: InferenceStanding | null = newStanding();
  denied: PermitDenied | null = null;
  /** Waited for before each answer. */
  busy: Promise<void> = Promise.resolve();
  readonly work: PlateWork[] = [];
  /** Frames that were looked at, or refused. */
  asked = 0;

  async run(work: PlateWork): Promise<PlateAnswer> {
    this.work.push(work);
    await this.busy;
    if (this.reads instanceof Error) throw this.reads;
    return work.skip.length > 0 ? [] : this.reads;
  }

  admit(): InferenceStanding {
    this.asked += 1;
    if (this.denied) throw this.denied;
    return this.standing!;
  }
}

let desk: ScriptedDesk;
let objects: MemoryObjects;
let reports: WorkerReport[];
let log: CapturedLogger;
let lane: PlateLane;
beforeEach(() => {
  desk = new ScriptedDesk();
  objects = new MemoryObjects();
  reports = [];
  log = capturedLogger();
  lane = new PlateLane({
    ...{ camera: CAMERA, desk, objects, logger: log.logger },
    outbox: { add: (report) => reports.push(WorkerReport.parse(report)) },
    clockOffsetMs: () => 25,
  });
});

/** Shows frames, each as soon as the one before has been dealt with. */
async function show(from: number, until: number, objectsSeen: readonly TrackedObject[] = [CAR], step = 0.25) {
  for (let streamSeconds = from; streamSeconds < until; streamSeconds += step) {
    const { asked } = desk;
    while (desk.asked === asked) {
      lane.look(frame(streamSeconds), objectsSeen);
      await turn();
    }
  }
}

const PIXELS = new Uint8Array(WIDTH * HEIGHT * 3).fill(90);

function frame(streamSeconds: number): Frame {
  const capturedAt = Date.UTC(2026, 0, 1) + streamSeconds * 1000;
  return { index: 0, streamSeconds, capturedAt, width: WIDTH, height: HEIGHT, pixels: PIXELS };
}

const seen = () => reports.flatMap((report) => (report.type === 'observation' ? [report.observation] : []));
const evidence = () => reports.flatMap((report) => (report.type === 'evidence' ? [report.item] : []));
const denials = () => reports.flatMap((report) => (report.type === 'denial' ? [report.denial] : []));
const errors = () => log.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);

const ended = () => lane[Symbol.asyncDispose]();

describe('a vehicle that passes', () => {
  test('is reported once, with the plate cut out and the picture around it', async () => {
    desk.reads = [read('LEA1234')];
    await show(0, 3);
    await ended();
    expect(seen()).toHaveLength(1);
    expect(seen()[0]).toMatchObject({
      ...{ system: 'number-plates', kind: 'plate-read', cameraId: CAMERA.id, siteId: CAMERA.siteId },
      ...{ ...desk.standing, clockOffsetMs: 25, simulated: false, track: 7 },
      reading: { text: 'LEA1234', format: 'punjab' },
      vehicle: { class: 'car', colour: 'grey', box: CAR.box },
    });
    expect(evidence().map(({ kind }) => kind)).toEqual(['plate-crop', 'picture']);
    const pictures = [];
    for (const { observationId, capturedAt, digest, bytes } of evidence()) {
      expect({ observationId, capturedAt }).toEqual({
        observationId: seen()[0]!.id,
        capturedAt: seen()[0]!.capturedAt,
      });
      const stored = await objects.get(digest);
      expect(stored.byteLength).toBe(bytes);
      pictures.push(await decodePicture(stored, 'evidence'));
    }
    const [crop, context] = pictures;
    expect(crop?.height).toBe(96);
    expect(crop!.width / crop!.height).toBeGreaterThan(2.5);
    expect([context?.width, context?.height]).toEqual([960, 480]);
  });

  test('is not read again once it has been read often enough, as long as it stands there', async () => {
    desk.reads = [read('LEA1234')];
    await show(0, 30);
    await ended();
    expect(desk.work.map(({ skip }) => skip.length).indexOf(1)).toBe(votesEnough);
    expect(desk.work.slice(votesEnough).every(({ skip }) => skip[0] === CAR.box)).toBe(true);
    expect(seen()).toHaveLength(1);
  });

  test('is reported once too where nothing moves and frames come seconds apart', async () => {
    desk.reads = [read('LEA1234')];
    await show(0, 2);
    await show(4, 40, [CAR], 4);
    await ended();
    expect(seen()).toHaveLength(1);
  });

  test('without a detected vehicle is a plate, and no vehicle is made up', async () => {
    desk.reads = [read('LEA1234')];
    await show(0, 1, []);
    await ended();
    expect(seen()).toMatchObject([{ track: null, vehicle: { class: null, colour: null, box: null } }]);
  });

  test('is reported at the end of the stream, when it was read but once', async () => {
    desk.reads = [read('LEA1234')];
    await show(0, 0.1);
    await ended();
    expect(seen()).toMatchObject([{ votes: [{ text: 'LEA1234' }] }]);
  });
});

test('while a frame is being read the ones that come are left out', async () => {
  const answer = Promise.withResolvers<void>();
  desk.busy = answer.promise;
  for (let index = 0; index < 5; index++) lane.look(frame(index), [CAR]);
  answer.resolve();
  await ended();
  expect(desk.work).toHaveLength(1);
});

describe('a permit that denies', () => {
  test('is reported once for each reason, and again after it has held', async () => {
    desk.denied = new PermitDenied('PERMIT_REVOKED', 'It was revoked.');
    await show(0, 2);
    desk.denied = new PermitDenied('PERMIT_REFUSED', 'It is suspended.');
    await show(2, 4);
    desk.denied = null;
    await show(4, 5);
    desk.denied = new PermitDenied('PERMIT_REFUSED', 'It is suspended.');
    await show(5, 6);
    await ended();
    expect(denials().map(({ code }) => code)).toEqual(['PERMIT_REVOKED', 'PERMIT_REFUSED', 'PERMIT_REFUSED']);
    expect(denials()[0]).toMatchObject({
      ...{ system: 'number-plates', cameraId: CAMERA.id, reason: 'It was revoked.' },
      permitId: desk.standing?.permitId,
    });
    expect(errors()).toEqual([]);
    expect(desk.work).toHaveLength(4);
  });

  test('stops no report of what was read before it, under the permit of then', async () => {
    const { standing } = desk;
    desk.reads = [read('LEA1234')];
    await show(0, 0.5);
    desk.denied = new PermitDenied('PERMIT_EXPIRED', 'It ended.');
    desk.standing = null;
    await show(0.5, 4);
    await expect.poll(() => seen().length).toBe(1);
    expect(seen()[0]).toMatchObject({ reading: { text: 'LEA1234' }, permitId: standing?.permitId });
    expect(denials()).toMatchObject([{ code: 'PERMIT_EXPIRED', permitId: null, modelDigest: null }]);
    await ended();
    expect(seen()).toHaveLength(1);
  });
});

describe('a failure', () => {
  test('of the reader is logged once, and the next frame is tried', async () => {
    desk.reads = new Error('The thread died.');
    await show(0, 2);
    desk.reads = [read('LEA1234')];
    await show(2, 5);
    await ended();
    expect(errors()).toMatchObject([{ err: { message: 'The thread died.' } }]);
    expect([seen().length, denials().length]).toEqual([1, 0]);
  });

  test('of the disk leaves the reading without its pictures', async () => {
    objects.refuses = () => true;
    desk.reads = [read('LEA1234')];
    await show(0, 1);
    await ended();
    expect([seen().length, evidence().length]).toEqual([1, 0]);
    expect(errors().map(({ kind }) => kind)).toEqual(['plate-crop', 'picture']);
  });
});
