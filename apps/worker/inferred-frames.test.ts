import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { Detection } from '@amaan/contracts/detection';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Frame } from '@amaan/vision/frame';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InferredFrames } from './inferred-frames.ts';

/** A frame whose pixels are its number. */
function frameAt(index: number): Frame {
  const pixels = new Uint8Array(new Int32Array([index]).buffer);
  return { index, streamSeconds: index / 5, capturedAt: index * 200, width: 1, height: 1, pixels };
}

function standing(): InferenceStanding {
  return { permitId: newIdentifier(), modelDigest: 'a'.repeat(64), configurationDigest: 'b'.repeat(64) };
}

function person(confidence: number): Detection {
  return { class: 'person', confidence, box: [0.4, 0.4, 0.2, 0.2] };
}

test('finds the very frame in which an ended track was seen best, and its permit', () => {
  // Runs of one object: its confidence in each frame, null where it is not seen.
  const confidence = fc.integer({ min: 46, max: 99 }).map((percent) => percent / 100);
  const frames = fc.array(fc.option(confidence, { freq: 12 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(frames, (confidences) => {
      const tracker = new ByteTracker();
      const inferred = new InferredFrames();
      const permits = confidences.map(standing);
      const check = () => {
        for (const { object, bestSeconds } of tracker.ended()) {
          const index = Math.round(bestSeconds * 5);
          expect(confidences[index]).toBe(object.confidence);
          expect(inferred.takeBest(object.track, bestSeconds)).toEqual({
            frameDigest: digestOfBytes(frameAt(index).pixels),
            standing: permits[index],
          });
        }
      };
      for (const [index, confidence] of confidences.entries()) {
        const frame = frameAt(index);
        const detections = confidence === null ? [] : [person(confidence)];
        const objects = tracker.update(detections, frame.streamSeconds);
        inferred.add(frame, objects, permits[index]!);
        check();
      }
      tracker.finish();
      check();
      // What has ended is forgotten.
      expect(inferred.size).toBeLessThanOrEqual(64);
    }),
    { numRuns: 300 },
  );
});

test('holds no more for a track that lives for ever and is seen ever better', () => {
  const inferred = new InferredFrames();
  const under = standing();
  for (let index = 0; index < 5_000; index++) {
    const objects = [1, 2, 3].map((track) => ({ ...person(index / 5_000), track }));
    inferred.add(frameAt(index), objects, under);
  }
  expect(inferred.size).toBeLessThanOrEqual(64 + 3 * 17);
  expect(inferred.takeBest(2, 4_999 / 5)?.frameDigest).toBe(digestOfBytes(frameAt(4_999).pixels));
});

test('knows nothing of a track that it never saw, or of a moment long ago', () => {
  const inferred = new InferredFrames();
  inferred.add(frameAt(0), [], standing());
  expect(inferred.takeBest(7, 3)).toBeNull();
  expect(inferred.takeBest(7, 0)).not.toBeNull();
  for (let index = 1; index <= 64; index++) inferred.add(frameAt(index), [], standing());
  expect(inferred.takeBest(7, 0)).toBeNull();
});
