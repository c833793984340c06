import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOf, sizeOf } from './plate-quad.ts';
import { type TextMap, textLines } from './text-lines.ts';

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly value: number;
}

function mapOf(patches: readonly Patch[], width = 120, height = 60): TextMap {
  const values = new Float32Array(width * height);
  for (const patch of patches) {
    for (let y = patch.y; y < patch.y + patch.height; y++) {
      values.fill(patch.value, y * width + patch.x, y * width + patch.x + patch.width);
    }
  }
  return { width, height, values };
}

test('each patch of text is one line, the surest first, moved out to where the letters end', () => {
  const lines = textLines(
    mapOf([
      { x: 10, y: 8, width: 60, height: 8, value: 0.75 },
      { x: 20, y: 35, width: 40, height: 6, value: 0.5 },
      { x: 80, y: 30, width: 30, height: 10, value: 0.875 },
    ]),
  );
  expect(lines.map(({ confidence }) => confidence)).toEqual([0.875, 0.75, 0.5]);
  // 60 × 8 pixels are moved out by 1.6 · 480 / 136.
  const offset = (1.6 * 60 * 8) / (2 * (60 + 8));
  const box = boxOf(lines[1]!.quad);
  expect(box.x).toBeCloseTo(10 - offset, 9);
  expect(box.y).toBeCloseTo(8 - offset, 9);
  expect(box.width).toBeCloseTo(60 + 2 * offset, 9);
  expect(box.height).toBeCloseTo(8 + 2 * offset, 9);
});

test('specks and faint traces are no lines', () => {
  expect(textLines(mapOf([]))).toEqual([]);
  expect(textLines(mapOf([{ x: 5, y: 5, width: 11, height: 1, value: 0.9 }]))).toEqual([]);
  expect(textLines(mapOf([{ x: 5, y: 5, width: 50, height: 8, value: 0.29 }]))).toEqual([]);
});

test('pixels that touch at a corner belong together', () => {
  const steps = Array.from({ length: 10 }, (_, at) => ({
    x: at * 4,
    y: at * 2,
    width: 4,
    height: 2,
    value: 0.5,
  }));
  const [line, ...others] = textLines(mapOf(steps));
  expect(others).toEqual([]);
  const [a, b] = line!.quad;
  expect(Math.atan2(b.y - a.y, b.x - a.x)).toBeCloseTo(Math.atan2(1, 2), 1);
});

test('a line at the edge of the map, or all over it, is found', () => {
  const whole = textLines(mapOf([{ x: 0, y: 0, width: 120, height: 60, value: 0.5 }]));
  expect(whole).toHaveLength(1);
  expect(sizeOf(whole[0]!.quad).width).toBeGreaterThan(120);
});

test('every line holds the pixels that it was found by', () => {
  const patch = fc.record({
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 40 }),
    width: fc.integer({ min: 12, max: 50 }),
    height: fc.integer({ min: 2, max: 15 }),
    value: fc.double({ min: 0.4, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(patch, (of) => {
      const [line, ...others] = textLines(mapOf([of]));
      expect(others).toEqual([]);
      expect(line!.confidence).toBeCloseTo(of.value, 3);
      const box = boxOf(line!.quad);
      expect(box.x).toBeLessThan(of.x);
      expect(box.y).toBeLessThan(of.y);
      expect(box.x + box.width).toBeGreaterThan(of.x + of.width);
      expect(box.y + box.height).toBeGreaterThan(of.y + of.height);
    }),
  );
});
