import type { Detection } from '@amaan/contracts/detection';
import { newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../frame.ts';
import { MotionGate } from '../motion/motion-gate.ts';
import { ByteTracker } from '../tracking/byte-tracker.ts';
import { analyseFrames } from './object-pipeline.ts';

const car: Detection = { class: 'car', confidence: 0.9, box: [0.4, 0.4, 0.1, 0.1] };

/** Frames of an empty grey picture, 5 a second. */
async function* greyFrames(count: number): AsyncGenerator<Frame> {
  for (let index = 0; index < count; index++) {
    yield {
      index,
      streamSeconds: index / 5,
      capturedAt: 1_700_000_000_000 + index * 200,
      width: 64,
      height: 48,
      pixels: new Uint8Array(64 * 48 * 3).fill(127),
    };
  }
}

function detectorOf(answer: (call: number) => Detection[]) {
  const cameras: (string | null)[] = [];
  return {
    cameras,
    async detect(_frame: unknown, cameraId: string | null) {
      cameras.push(cameraId);
      return answer(cameras.length);
    },
  };
}

describe('analyseFrames', () => {
  it('infers on every frame without a gate, and says which camera it is', async () => {
    const cameraId = newIdentifier();
    const detector = detectorOf(() => [car]);
    const pipeline = { detector, tracker: new ByteTracker(), gate: null, cameraId };
    const analysed = await Array.fromAsync(analyseFrames(greyFrames(5), pipeline));
    expect(analysed.map(({ frame }) => frame.index)).toEqual([0, 1, 2, 3, 4]);
    expect(analysed.every(({ inferred }) => inferred)).toBe(true);
    expect(analysed.map(({ objects }) => objects[0]?.track)).toEqual([1, 1, 1, 1, 1]);
    expect(detector.cameras).toEqual([cameraId, cameraId, cameraId, cameraId, cameraId]);
  });

  it('infers seldom where nothing moves, and keeps the objects in between', async () => {
    const detector = detectorOf(() => [car]);
    const pipeline = { detector, tracker: new ByteTracker(), gate: new MotionGate(), cameraId: null };
    const analysed = await Array.fromAsync(analyseFrames(greyFrames(20), pipeline));
    expect(detector.cameras).toEqual([null, null]);
    expect(analysed.filter(({ inferred }) => inferred)).toHaveLength(2);
    expect(new Set(analysed.map(({ objects }) => objects[0]?.track))).toEqual(new Set([1]));
  });

  it('looks again at once when an object is gone from a still picture, and reports its track as ended', async () => {
    const detector = detectorOf((call) => (call === 1 ? [car] : []));
    const pipeline = { detector, tracker: new ByteTracker(), gate: new MotionGate(), cameraId: null };
    const analysed = await Array.fromAsync(analyseFrames(greyFrames(40), pipeline));
    const ended = analysed.flatMap((one) => one.ended.map(({ object }) => [one.frame.index, object.track]));
    // Looked at after 2 s and gone; 2 s later it has ended: it was last known to be there at 1.8 s.
    expect(ended).toEqual([[20, 1]]);
    expect(analysed.slice(10, 20).every(({ inferred }) => inferred)).toBe(true);
  });

  it('passes on what the detector throws, and takes no further frame', async () => {
    const denied = new AmaanError('PERMIT_EXPIRED', 'The permit has ended.');
    const detector = {
      detect: async () => {
        throw denied;
      },
    };
    let taken = 0;
    async function* counted() {
      for await (const frame of greyFrames(3)) {
        taken += 1;
        yield frame;
      }
    }
    const pipeline = { detector, tracker: new ByteTracker(), gate: null, cameraId: null };
    await expect(Array.fromAsync(analyseFrames(counted(), pipeline))).rejects.toBe(denied);
    expect(taken).toBe(1);
  });
});
