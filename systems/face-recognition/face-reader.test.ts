import { manifestOf } from '@amaan/vision/models/manifest';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { describe, expect, test } from 'vitest';
import { FaceReader } from './face-reader.ts';
import { faceReaderOptions, faceRecognition } from './system.ts';

/** A picture with one bright patch, which a detector that stands in for the real one takes for a face. */
function picture(width: number, height: number, left: number, top: number, side: number) {
  const pixels = new Uint8Array(width * height * 3).fill(40);
  for (let y = top; y < top + side; y++)
    pixels.fill(220, (y * width + left) * 3, (y * width + left + side) * 3);
  return { width, height, pixels };
}

/** Sessions that answer from their input alone, a turn later, as threads do. */
async function standIns(confidence: number, wobble: number) {
  const seen: Float32Array[] = [];
  const session = async (id: string, answer: (input: Float32Array) => Float32Array[]) => {
    const manifest = await manifestOf(id);
    return {
      model: { manifest, path: '', digest: manifest.digest! },
      run: async (_camera: null, input: Float32Array) => {
        await Promise.resolve();
        return answer(input).map((data) => ({ dims: [data.length], data }));
      },
    } as unknown as InferenceSession;
  };
  const [detectorId, landmarksId, embeddingId, livenessId] = faceRecognition.models;
  let calls = 0;
  return {
    seen,
    models: {
      detector: await session(detectorId, (input) => {
        // The box around the bright values of the red plane.
        let [left, top, right, bottom] = [320, 240, -1, -1];
        for (let at = 0; at < 320 * 240; at++)
          if (input[at]! > 0.4) {
            left = Math.min(left, at % 320);
            right = Math.max(right, (at % 320) + 1);
            top = Math.min(top, Math.floor(at / 320));
            bottom = Math.max(bottom, Math.floor(at / 320) + 1);
          }
        const sure = right > left ? confidence : 0;
        return [
          Float32Array.from([1 - sure, sure]),
          Float32Array.from([left / 320, top / 240, right / 320, bottom / 240]),
        ];
      }),
      landmarks: await session(landmarksId, () => {
        // Every second look is at the shaken box: points that stay where they are lie elsewhere in it.
        const isShaken = calls++ % 2 === 1;
        return [
          Float32Array.from({ length: 136 }, (_, index) => {
            const part = 0.3 + ((index * 29) % 40) / 100;
            const moved = index % 2 === 0 ? 0.06 : 0.04;
            return isShaken ? 0.5 + ((part - 0.5) * 1.2 - moved) / 1.272 + wobble : part;
          }),
        ];
      }),
      embedding: await session(embeddingId, (input) => {
        seen.push(input);
        return [Float32Array.from({ length: 512 }, (_, index) => index - 200)];
      }),
      liveness: await session(livenessId, () => [Float32Array.from([2, 0, 0])]),
    },
  };
}

describe('the reader', () => {
  test('gives boxes in pixels of the picture, at whatever size the face was seen', async () => {
    const reader = new FaceReader((await standIns(0.95, 0)).models, faceReaderOptions('seenAs'));
    for (const side of [30, 90, 400]) {
      const [face] = await reader.find(picture(1000, 700, 500, 200, side), null);
      expect(Math.abs(face!.box.x - 500)).toBeLessThan(side * 0.15 + 2);
      expect(Math.abs(face!.box.y - 200)).toBeLessThan(side * 0.15 + 2);
      expect(Math.abs(face!.box.width - side)).toBeLessThan(side * 0.3 + 4);
    }
  });

  test('calls that overlap do not disturb each other', async () => {
    const reader = new FaceReader((await standIns(0.95, 0)).models, faceReaderOptions('seenAs'));
    const pictures = [
      picture(640, 480, 50, 60, 60),
      picture(640, 480, 400, 300, 60),
      picture(500, 300, 9, 9, 40),
    ];
    const alone = [];
    for (const one of pictures) alone.push(await reader.find(one, null));
    expect(await Promise.all(pictures.map((one) => reader.find(one, null)))).toEqual(alone);
  });

  test('a weak detection whose landmarks move is no face, a sure one is', async () => {
    for (const [confidence, count] of [
      [0.6, 0],
      [0.95, 1],
    ] as const) {
      const reader = new FaceReader((await standIns(confidence, 0.2)).models, faceReaderOptions('seenAs'));
      expect(await reader.examineAll(picture(640, 480, 100, 100, 80), null)).toHaveLength(count);
    }
    const steady = new FaceReader((await standIns(0.6, 0)).models, faceReaderOptions('seenAs'));
    expect(await steady.examineAll(picture(640, 480, 100, 100, 80), null)).toHaveLength(1);
  });

  test('finding and judging make no template; one that is asked for has length one', async () => {
    const { models, seen } = await standIns(0.95, 0);
    const reader = new FaceReader(models, faceReaderOptions('liveSeenAs'));
    const [face] = await reader.examineAll(picture(640, 480, 100, 100, 80), null);
    expect(seen).toEqual([]);
    const template = await reader.embed(face!, null);
    expect(seen).toHaveLength(1);
    expect(template.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  });

  test('the attack score is what the class of the living leaves', async () => {
    const reader = new FaceReader((await standIns(0.95, 0)).models, faceReaderOptions('seenAs'));
    const score = await reader.attackScore(
      picture(640, 480, 100, 100, 80),
      { box: { x: 100, y: 100, width: 80, height: 80 }, confidence: 1 },
      null,
    );
    expect(score).toBeCloseTo(2 / (Math.exp(2) + 2), 6);
  });

  test('an even picture has no faces', async () => {
    const reader = new FaceReader((await standIns(0.95, 0)).models, faceReaderOptions('seenAs'));
    expect(await reader.find(picture(320, 240, 0, 0, 0), null)).toEqual([]);
  });
});
