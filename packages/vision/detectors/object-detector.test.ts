import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Detection } from '@amaan/contracts/detection';
import { Detection as DetectionSchema } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestOf } from '../models/manifest.ts';
import { installTestDetector } from '../sessions/testing/test-model.ts';
import { openTestSession } from '../sessions/testing/test-permits.ts';
import { frameOfClip } from '../sources/frame-of-clip.ts';
import { boxOverlap } from '../tracking/box-overlap.ts';
import { COCO_CLASSES } from './coco-classes.ts';
import { createObjectDetector } from './object-detector.ts';
import { lacksSharedData, sharedData } from './testing/shared-data.ts';

const THRESHOLDS = { confidence: 0.4, overlap: 0.5 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-detector-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the COCO list has 80 places, each class of ours once', () => {
  expect(COCO_CLASSES).toHaveLength(80);
  expect(COCO_CLASSES[28]).toBe('suitcase');
  const reported = COCO_CLASSES.filter((name) => name !== null);
  expect(new Set(reported).size).toBe(reported.length);
});

describe('boxes', () => {
  test('are fractions of the frame, not of the model’s input', async () => {
    await using detector = createObjectDetector(
      await openTestSession(await installTestDetector(folder)),
      THRESHOLDS,
    );
    // Half as high as the input: the detector's person, from 8 to 24 of 32, sticks out below.
    const frame = { width: 32, height: 16, pixels: new Uint8Array(32 * 16 * 3) };
    const [person] = await detector.detect(frame, null);
    expect(person?.box[0]).toBeCloseTo(0.25);
    expect(person?.box[1]).toBeCloseTo(0.5);
    expect(person?.box[2]).toBeCloseTo(0.5);
    expect(person?.box[3]).toBeCloseTo(0.5);
    expect(DetectionSchema.safeParse(person).success).toBe(true);
  });

  test('of frames that come at once belong to their own frame', async () => {
    await using detector = createObjectDetector(
      await openTestSession(await installTestDetector(folder)),
      THRESHOLDS,
    );
    const frames = [32, 16, 32, 16].map((height) => ({
      width: 32,
      height,
      pixels: new Uint8Array(32 * height * 3),
    }));
    const found = await Promise.all(frames.map((frame) => detector.detect(frame, null)));
    expect(found.map(([person]) => person?.box[1].toFixed(2))).toEqual(['0.25', '0.50', '0.25', '0.50']);
  });
});

test('classes are called as whoever asks calls them, and what has no name is not reported', async () => {
  const frame = { width: 32, height: 32, pixels: new Uint8Array(32 * 32 * 3) };
  const namesOf = async (classes: readonly ('somebody' | null)[]) => {
    const session = await openTestSession(await installTestDetector(folder));
    await using detector = createObjectDetector(session, THRESHOLDS, classes);
    return (await detector.detect(frame, null)).map((found) => found.class);
  };
  expect(await namesOf(COCO_CLASSES.map((name) => (name === 'person' ? 'somebody' : null)))).toEqual([
    'somebody',
  ]);
  expect(await namesOf(COCO_CLASSES.map(() => null))).toEqual([]);
});

const CLIP = 'media/suburban-road.mp4';
const YOLOX = 'models/yolox_nano.onnx';

describe.skipIf(lacksSharedData(CLIP, YOLOX))('YOLOX-Nano on a suburban road', () => {
  /** What it finds in one frame of 640 × 352. */
  async function detect(frame: number): Promise<Detection[]> {
    const manifest = await manifestOf('yolox-nano-416');
    const model = { manifest, path: sharedData(YOLOX), digest: manifest.digest! };
    await using detector = createObjectDetector(await openTestSession(model), THRESHOLDS);
    const picture = await frameOfClip(sharedData(CLIP), frame, { width: 640, height: 352 }, manifest.input);
    return await detector.detect(picture, null);
  }

  /** A box in pixels of the clip as fractions. */
  function fractions(x: number, y: number, width: number, height: number): Box {
    return [x / 640, y / 352, width / 640, height / 352];
  }

  // Seen by eye; frame and box as in bench/data/object-labels.json.
  test.each([
    ['the red car that comes nearer', 60, fractions(230, 131, 60, 45)],
    ['the parked black car', 60, fractions(352, 132, 62, 31)],
    ['the white car that comes nearer', 200, fractions(216, 118, 45, 34)],
    ['the grey car in front', 720, fractions(324, 170, 192, 144)],
  ])('finds %s', async (_, frame, box) => {
    const cars = (await detect(frame)).filter((detection) => detection.class === 'car');
    expect(Math.max(...cars.map((car) => boxOverlap(car.box, box)))).toBeGreaterThan(0.5);
  });
});
