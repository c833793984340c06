import { seededRandom } from '@amaan/contracts/seeded-random';
import { CalibrationAnchors } from '@amaan/contracts/traffic/calibration';
import { describe, expect, it } from 'vitest';
import { normalRandom } from '../testing/normal-random.ts';
import { findAnchors } from './find-anchors.ts';
import { measureDrift } from './measure-drift.ts';

const SIZE = { width: 832, height: 468 };
const PICTURE = { width: 1920, height: 1080 };
const LIMIT = { limitPx: 3 };

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly level: number;
}

const random = seededRandom(3);
const SCENE: readonly Patch[] = Array.from({ length: 60 }, () => ({
  x: random() * SIZE.width,
  y: random() * SIZE.height,
  width: 15 + 60 * random(),
  height: 15 + 60 * random(),
  level: 40 + 200 * random(),
}));

/** Houses and signs as rectangles, seen by a camera that moved by so many pixels. */
function frame(shift: readonly [number, number], { noise = 2, dark = 1, extra = [] as Patch[] } = {}) {
  const normal = normalRandom(1 + Math.round(100 * shift[0]) + 7);
  const pixels = new Uint8Array(SIZE.width * SIZE.height * 3);
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) {
      let level = 90;
      for (const patch of [...SCENE, ...extra]) {
        const [dx, dy] = [x - shift[0] - patch.x, y - shift[1] - patch.y];
        if (dx >= 0 && dy >= 0 && dx < patch.width && dy < patch.height) level = patch.level;
      }
      const value = Math.max(0, Math.min(255, dark * level + noise * normal()));
      pixels.fill(value, (y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3);
    }
  }
  return { ...SIZE, pixels };
}

const anchors = findAnchors(frame([0, 0]), [
  [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
  ],
])!;

describe('drift of a calibration', () => {
  it('has anchors off the lanes', () => {
    expect(CalibrationAnchors.parse(anchors)).toEqual(anchors);
    expect(anchors.anchors.length).toBeGreaterThan(8);
    for (const { at } of anchors.anchors) expect(at.every((value) => value > 0.3 && value < 0.7)).toBe(false);
  });

  it('is none where only the noise and the light changed', () => {
    const drift = measureDrift(anchors, frame([0, 0], { noise: 5, dark: 0.6 }), PICTURE, LIMIT);
    expect(drift).toMatchObject({ verdict: 'steady', found: anchors.anchors.length });
    expect(drift.movedPx!).toBeLessThan(1);
  });

  it.each([
    [4, 0],
    [-3, 5],
    [9, -6],
  ])('is told in pixels of the calibration: %d, %d of a frame', (dx, dy) => {
    const drift = measureDrift(anchors, frame([dx, dy]), PICTURE, LIMIT);
    const scale = PICTURE.width / SIZE.width;
    expect(drift.verdict).toBe('moved');
    expect(drift.shiftPx![0]).toBeCloseTo(dx * scale, -0.3);
    expect(drift.shiftPx![1]).toBeCloseTo(dy * scale, -0.3);
  });

  it('stands a lorry before some of the anchors', () => {
    const lorry = { x: 0, y: 0, width: SIZE.width * 0.35, height: SIZE.height, level: 20 };
    const drift = measureDrift(anchors, frame([0, 0], { extra: [lorry] }), PICTURE, LIMIT);
    expect(drift.found).toBeLessThan(anchors.anchors.length);
    expect(drift.verdict).toBe('steady');
  });

  it('is unclear in the dark, behind a cloth, and on pictures of another shape', () => {
    for (const other of [
      frame([0, 0], { dark: 0, noise: 3 }),
      { ...SIZE, pixels: new Uint8Array(SIZE.width * SIZE.height * 3).fill(128) },
      { width: 100, height: 100, pixels: new Uint8Array(30_000) },
      { width: 640, height: 640, pixels: new Uint8Array(640 * 640 * 3) },
    ])
      expect(measureDrift(anchors, other, PICTURE, LIMIT)).toMatchObject({
        verdict: 'unclear',
        movedPx: null,
      });
  });
});
