import { describe, expect, test } from 'vitest';
import { failedPart, QUALITY_PARTS, type QualityMeasurements, qualityOf } from './face-quality.ts';
import { measureLight } from './measure-light.ts';
import { measureVisibility } from './measure-visibility.ts';
import { qualityAdvice } from './quality-advice.ts';

const GOOD: QualityMeasurements = {
  height: 120,
  pose: { yaw: 3, pitch: -4, roll: 2 },
  sharpness: 0.01,
  instability: 0.04,
  exposure: 130,
  contrast: 120,
  sideLight: 0.05,
  eyes: 0.2,
  mouth: 0.2,
  eyeLight: 0.7,
  symmetry: 0.6,
};
const FLOOR = { part: 0.35, total: 0.5 };

test('a good face has all of every part, and no advice', () => {
  expect(qualityOf(GOOD).total).toBe(1);
  expect(qualityAdvice(qualityOf(GOOD), FLOOR)).toBeNull();
});

test.each([
  ['size', { height: 26 }],
  ['pose', { pose: { yaw: 55, pitch: 0, roll: 0 } }],
  ['pose', { pose: null }],
  ['pose', { pose: { yaw: 0, pitch: 0, roll: 170 } }],
  ['sharpness', { sharpness: 0.0002 }],
  ['light', { exposure: 12 }],
  ['light', { exposure: 250 }],
  ['light', { contrast: 10 }],
  ['light', { sideLight: 0.7 }],
  ['visibility', { instability: 0.3 }],
  ['visibility', { mouth: 0 }],
  ['visibility', { eyes: 0.01 }],
  ['visibility', { eyeLight: 0.1 }],
  ['visibility', { symmetry: -0.5 }],
] as const)('%s is named when it is too bad: %o', (part, change) => {
  const quality = qualityOf({ ...GOOD, ...change });
  expect(failedPart(quality, FLOOR)).toBe(part);
  const advice = qualityAdvice(quality, FLOOR)!;
  expect(advice.en).toMatch(/\.$/);
  expect(advice.ur).toMatch(/۔$/);
});

test('every part lies between 0 and 1 whatever is measured', () => {
  for (const value of [-1e9, 0, 1e9]) {
    const { parts, total } = qualityOf({
      ...GOOD,
      height: value,
      sharpness: value,
      exposure: value,
      sideLight: value,
      instability: value,
      symmetry: value,
    });
    for (const part of QUALITY_PARTS) {
      expect(parts[part]).toBeGreaterThanOrEqual(0);
      expect(parts[part]).toBeLessThanOrEqual(1);
    }
    expect(total).toBeGreaterThanOrEqual(0);
    expect(total).toBeLessThanOrEqual(1);
  }
});

test('where only the total is too low the worst part is named', () => {
  const quality = {
    parts: { size: 0.4, pose: 0.5, sharpness: 0.5, light: 0.5, visibility: 0.5 },
    total: 0.48,
  };
  expect(failedPart(quality, FLOOR)).toBe('size');
});

describe('on an aligned picture', () => {
  const picture = (luma: (x: number, y: number) => number) => ({
    width: 112,
    height: 112,
    pixels: Uint8Array.from({ length: 112 * 112 * 3 }, (_, index) => {
      const at = Math.floor(index / 3);
      return luma(at % 112, Math.floor(at / 112));
    }),
  });

  test('light is measured: even, flat, and from one side', () => {
    expect(measureLight(picture(() => 100))).toEqual({ exposure: 100, contrast: 0, sideLight: 0 });
    const side = measureLight(picture((x) => (x < 56 ? 30 : 90)));
    expect(side.sideLight).toBeCloseTo(0.5);
    expect(side.contrast).toBe(60);
    expect(measureLight(picture(() => 0)).sideLight).toBe(0);
  });

  test('an even picture shows no eyes and no mouth; dark eyes are told from cheeks', () => {
    const even = measureVisibility(
      picture(() => 128),
      100,
    );
    expect(even).toMatchObject({ eyes: 0, mouth: 0, eyeLight: 1, symmetry: 0 });
    const dark = measureVisibility(
      picture((_, y) => (y < 60 ? 20 : 160)),
      140,
    );
    expect(dark.eyeLight).toBeCloseTo(0.125);
  });

  test('the halves of a mirrored texture agree, those of a half-covered one do not', () => {
    const texture = (x: number, y: number) => ((x * x * 7 + y * y * 13 + x * y) % (40 + y)) + 60;
    const mirrored = measureVisibility(
      picture((x, y) => texture(Math.min(x, 111 - x), y)),
      100,
    );
    const covered = measureVisibility(
      picture((x, y) => (x < 56 ? texture(x, y) : 90)),
      100,
    );
    expect(mirrored.symmetry).toBeCloseTo(1);
    expect(covered.symmetry).toBeLessThan(0.5);
  });
});
