import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import type { WorkerReport } from '@amaan/contracts/worker-messages';
import type { Frame } from '@amaan/vision/frame';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { openSource } from '@amaan/vision/sources/ffmpeg-source';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { ClipRing } from '@amaan/vision/stream/clip-ring';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EvidenceCollector } from './evidence-collector.ts';
import { TaskQueue } from './task-queue.ts';
import { MemoryObjects } from './testing/memory-objects.ts';

const COLLECTED = ['model-frame', 'picture', 'clip'];

/** Stream seconds at which the clip begins. */
const ORIGIN = 100;

let clips: TestClips;
let frames: Frame[];
const ring = new ClipRing({ seconds: 100, bytes: 1e8 });
beforeAll(async () => {
  clips = await TestClips.create();
  const url = await clips.drawH264('street.mp4', 12);
  await using source = await openSource({
    ...{ url, analysisRate: 5, fit: { width: 416, height: 416 }, realTime: false, loop: false },
    ...{ delivery: 'every', originSeconds: ORIGIN, fragments: (chunk) => ring.write(chunk) },
  });
  frames = await Array.fromAsync(source);
});
afterAll(() => clips[Symbol.asyncDispose]());

let items: EvidenceItem[];
let objects: MemoryObjects;
let lines: string[];
let logger: ReturnType<typeof capturedLogger>['logger'];
beforeEach(() => {
  items = [];
  objects = new MemoryObjects();
  ({ logger, lines } = capturedLogger());
});

const outbox = {
  add: (report: WorkerReport) => {
    if (report.type === 'evidence') items.push(report.item);
  },
};

function observationOf(frame: Frame): Observation {
  return {
    id: newIdentifier(),
    system: 'smart-vision',
    cameraId: newIdentifier(),
    siteId: newIdentifier(),
    capturedAt: new Date(frame.capturedAt).toISOString(),
    clockOffsetMs: 0,
    simulated: false,
    permitId: newIdentifier(),
    modelDigest: 'a'.repeat(64),
    configurationDigest: 'b'.repeat(64),
    frameDigest: digestOfBytes(frame.pixels),
    kind: 'zone-entered',
    rule: { id: newIdentifier(), version: 1 },
    object: { class: 'person', confidence: 0.9, box: [0.4, 0.4, 0.1, 0.2], track: 1 },
  };
}

/** Collects the evidence of a moment and waits until all that can be made is made. */
async function collect(frame: Frame, observations: readonly Observation[], from = ring): Promise<void> {
  await using queue = new TaskQueue(1, (error) => {
    throw error;
  });
  await using collector = new EvidenceCollector({ ring: from, objects, outbox, queue, logger });
  collector.collect(frame, frame.streamSeconds, observations);
}

test('keeps model frame, picture and clip, and reports them for every observation of the moment', async () => {
  const frame = frames[25]!;
  const observations = [observationOf(frame), observationOf(frame)];
  await collect(frame, observations);
  expect(lines).toEqual([]);
  for (const { id, capturedAt } of observations) {
    const own = items.filter(({ observationId }) => observationId === id);
    expect(own.map(({ kind }) => kind)).toEqual(COLLECTED);
    for (const item of own) {
      expect(item.capturedAt).toBe(capturedAt);
      expect(objects.objects.get(item.digest)?.byteLength).toBe(item.bytes);
    }
  }
  expect(objects.objects.size).toBe(3);
});

test('the model frame is exactly what the model saw: its pixels have the observation’s digest', async () => {
  const frame = frames[10]!;
  const observation = observationOf(frame);
  await collect(frame, [observation]);
  const item = items.find(({ kind }) => kind === 'model-frame')!;
  expect(item.mediaType).toBe('image/png');
  const pixels = await sharp(await objects.get(item.digest))
    .raw()
    .toBuffer();
  expect(digestOfBytes(pixels)).toBe(observation.frameDigest);
});

test('the picture is of the camera’s size, and the clip shows the seconds around the moment', async () => {
  await collect(frames[25]!, [observationOf(frames[25]!)]);
  const of = async (wanted: string) => objects.get(items.find(({ kind }) => kind === wanted)!.digest);
  expect(await sharp(await of('picture')).metadata()).toMatchObject({
    format: 'jpeg',
    width: 320,
    height: 240,
  });
  const path = await clips.write('evidence.mp4', await of('clip'));
  await using source = await openSource({
    ...{ url: path, analysisRate: 5, fit: null, realTime: false, loop: false, delivery: 'every' },
  });
  const seconds = (await Array.fromAsync(source)).length / 5;
  // Five before and four after, widened to the key frame before.
  expect(seconds).toBeGreaterThanOrEqual(8.8);
  expect(seconds).toBeLessThanOrEqual(10.4);
});

test('keeps the pictures of two moments that lie apart, and the seconds around both', async () => {
  const [entry, exit] = [frames[20]!, frames[35]!];
  const observation = observationOf(entry);
  {
    await using queue = new TaskQueue(1, (error) => {
      throw error;
    });
    await using collector = new EvidenceCollector({ ring, objects, outbox, queue, logger });
    const [from, to] = [entry.streamSeconds, exit.streamSeconds];
    collector.collectSpan(observation, {
      entry: from,
      exit: to,
      clip: { from: from - 2.1, until: to + 1.3 },
    });
  }
  expect(lines).toEqual([]);
  expect(items.map(({ kind }) => kind).sort()).toEqual(['clip', 'exit-picture', 'picture']);
  expect(new Set(items.map(({ digest }) => digest)).size).toBe(3);
  const path = await clips.write(
    'span.mp4',
    await objects.get(items.find(({ kind }) => kind === 'clip')!.digest),
  );
  await using source = await openSource({
    ...{ url: path, analysisRate: 5, fit: null, realTime: false, loop: false, delivery: 'every' },
  });
  const seconds = (await Array.fromAsync(source)).length / 5;
  // 3 s between the moments, 2.1 before and 1.3 after, widened to the key frame before.
  expect(seconds).toBeGreaterThanOrEqual(6.2);
  expect(seconds).toBeLessThanOrEqual(7.8);
});

test('takes a still where the video of the beginning is gone, and no picture of what another camera saw', async () => {
  const still = new Uint8Array([0xff, 0xd8, 1]);
  const at = frames[30]!.streamSeconds;
  {
    await using queue = new TaskQueue(1, () => {});
    await using collector = new EvidenceCollector({ ring, objects, outbox, queue, logger });
    const clip = { from: at - 1, until: at + 1 };
    const ofStill = { entry: 3, exit: at, clip, still: Promise.resolve(still) };
    collector.collectSpan(observationOf(frames[30]!), ofStill);
    collector.collectSpan(observationOf(frames[30]!), { entry: null, exit: at, clip });
  }
  expect(lines).toEqual([]);
  expect(items.map(({ kind }) => kind).sort()).toEqual([
    'clip',
    'clip',
    'exit-picture',
    'exit-picture',
    'picture',
  ]);
  const { digest } = items.find(({ kind }) => kind === 'picture')!;
  expect(await objects.get(digest)).toEqual(still);
});

test('a piece that cannot be made or kept leaves the others', async () => {
  const isPicture = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;
  objects.refuses = isPicture;
  await collect(frames[25]!, [observationOf(frames[25]!)]);
  expect(items.map(({ kind }) => kind).sort()).toEqual(['clip', 'model-frame']);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      kind: 'picture',
      err: expect.objectContaining({ message: 'The disk is full.' }),
    }),
  ]);
});

test('a camera whose video cannot be kept still gives the model frame', async () => {
  await collect(frames[0]!, [observationOf(frames[0]!)], new ClipRing({ seconds: 10, bytes: 1e6 }));
  expect(items.map(({ kind }) => kind)).toEqual(['model-frame']);
  expect(lines).toHaveLength(2);
});

test('when the camera is stopped, what waits for video is made of what there is', async () => {
  const frame = frames.at(-1)!;
  // Nothing after the last frame will ever come; the end of this block would wait for it.
  await collect(frame, [observationOf(frame)]);
  expect(items.map(({ kind }) => kind)).toEqual(COLLECTED);
});

test('says so when there is no room for more', async () => {
  const door = Promise.withResolvers<void>();
  {
    await using queue = new TaskQueue(1, () => {}, 1);
    queue.add(() => door.promise);
    await using collector = new EvidenceCollector({ ring, objects, outbox, queue, logger });
    collector.collect(frames[0]!, frames[0]!.streamSeconds, [observationOf(frames[0]!)]);
    collector.collect(frames[1]!, frames[1]!.streamSeconds, [observationOf(frames[1]!)]);
    door.resolve();
  }
  expect(items[0]?.kind).toBe('model-frame');
  expect(lines.some((line) => line.includes('too many wait already'))).toBe(true);
});
