import { describe, expect, test } from 'vitest';
import type { OutputTensor } from '../sessions/output-tensor.ts';
import { decodeCenternet } from './decode-centernet.ts';
import { decodeNanodet } from './decode-nanodet.ts';
import { decodeYolox } from './decode-yolox.ts';
import type { DecoderContext } from './decoder.ts';

// An input of 64 × 32 pixels and the classes person, nothing, car: small enough to count by hand.
const CONTEXT: DecoderContext = { width: 64, height: 32, classes: ['person', null, 'car'], confidence: 0.5 };

function tensor(...dims: number[]): OutputTensor & { data: Float32Array } {
  return { dims, data: new Float32Array(dims.reduce((product, size) => product * size, 1)) };
}

describe('YOLOX', () => {
  // Cells: 8 × 4 of stride 8, 4 × 2 of stride 16, 2 × 1 of stride 32.
  const POINTS = 32 + 8 + 2;

  function output(point: number, values: number[]): OutputTensor {
    const result = tensor(1, POINTS, 8);
    result.data.set(values, point * 8);
    return result;
  }

  test('reads the centre in cells and the size as a logarithm', () => {
    // Row 1, column 2 of stride 16.
    const point = 32 + 4 + 2;
    const [found, ...others] = decodeYolox(
      [output(point, [0.5, 0.25, Math.log(2), 0, 0.9, 0, 0, 0.8])],
      CONTEXT,
    );
    expect(others).toEqual([]);
    expect(found?.classIndex).toBe(2);
    expect(found?.confidence).toBeCloseTo(0.72);
    expect(found?.left).toBeCloseTo(40 - 16);
    expect(found?.right).toBeCloseTo(40 + 16);
    expect(found?.top).toBeCloseTo(20 - 8);
    expect(found?.bottom).toBeCloseTo(20 + 8);
  });

  test('counts rows from the top in each grid', () => {
    const [found] = decodeYolox([output(9, [0, 0, 0, 0, 1, 1, 0, 0])], CONTEXT);
    expect([found?.left, found?.top]).toEqual([8 - 4, 8 - 4]);
  });

  test('drops what is too weak together, and classes that nobody reports', () => {
    expect(decodeYolox([output(0, [0, 0, 0, 0, 0.7, 0.7, 0, 0])], CONTEXT)).toEqual([]);
    expect(decodeYolox([output(0, [0, 0, 0, 0, 1, 0.6, 0.9, 0])], CONTEXT)).toEqual([]);
  });

  test('refuses an output of another shape', () => {
    expect(() => decodeYolox([tensor(1, POINTS, 7)], CONTEXT)).toThrow(
      /1 × 42 × 8 was expected, not 1 × 42 × 7/,
    );
    expect(() => decodeYolox([], CONTEXT)).toThrow(/was expected/);
  });
});

describe('NanoDet', () => {
  const BINS = 4;

  function outputs(): (OutputTensor & { data: Float32Array })[] {
    const cells = [32, 8, 2];
    return [
      ...cells.map((count) => tensor(1, count, 3)),
      ...cells.map((count) => tensor(1, count, 4 * BINS)),
    ];
  }

  test('reads distances from the cell’s centre as expectations, in strides', () => {
    const level = outputs();
    // Row 1, column 3 of stride 16: centre (56, 24).
    level[1]!.data.set([0.1, 0.2, 0.7], 7 * 3);
    const certain = (bin: number) => Array.from({ length: BINS }, (_, index) => (index === bin ? 50 : 0));
    const between = [0, 50, 50, 0];
    level[4]!.data.set([...certain(1), ...certain(0), ...between, ...certain(2)], 7 * 4 * BINS);
    const [found, ...others] = decodeNanodet(level, CONTEXT);
    expect(others).toEqual([]);
    expect(found?.classIndex).toBe(2);
    expect(found?.confidence).toBeCloseTo(0.7);
    expect(found?.left).toBeCloseTo(56 - 16);
    expect(found?.top).toBeCloseTo(24);
    expect(found?.right).toBeCloseTo(56 + 1.5 * 16);
    expect(found?.bottom).toBeCloseTo(24 + 2 * 16);
  });

  test('is not thrown off by large logits', () => {
    const level = outputs();
    level[2]!.data.set([0.9, 0, 0], 0);
    level[5]!.data.fill(1e4, 0, 4 * BINS);
    expect(decodeNanodet(level, CONTEXT)[0]?.left).toBeCloseTo(16 - 1.5 * 32);
  });

  test('drops weak ones and classes that nobody reports', () => {
    const level = outputs();
    level[0]!.data.set([0.4, 0, 0, 0.6, 0.9, 0], 0);
    expect(decodeNanodet(level, CONTEXT)).toEqual([]);
  });

  test('refuses outputs of another shape', () => {
    expect(() => decodeNanodet(outputs().slice(0, 5), CONTEXT)).toThrow(/stride 32/);
  });
});

describe('CenterNet', () => {
  function outputs(): [OutputTensor & { data: Float32Array }, OutputTensor & { data: Float32Array }] {
    return [tensor(1, 8, 16, 3), tensor(1, 8, 16, 4)];
  }

  function set(heat: Float32Array, row: number, column: number, classIndex: number, value: number): void {
    heat[(row * 16 + column) * 3 + classIndex] = value;
  }

  test('finds peaks of the heat and reads the distances to the edges', () => {
    const [heat, edges] = outputs();
    set(heat.data, 2, 5, 0, 0.75);
    set(heat.data, 2, 6, 0, 0.625);
    edges.data.set([1, 2, 3, 4], (2 * 16 + 5) * 4);
    expect(decodeCenternet([heat, edges], CONTEXT)).toEqual([
      { classIndex: 0, confidence: 0.75, left: 19, top: 6, right: 23, bottom: 12 },
    ]);
  });

  test('keeps peaks apart by class and at the border, and drops weak and unreported ones', () => {
    const [heat, edges] = outputs();
    set(heat.data, 0, 0, 0, 0.75);
    set(heat.data, 0, 1, 2, 0.875);
    set(heat.data, 7, 15, 1, 0.875);
    set(heat.data, 7, 0, 2, 0.25);
    expect(decodeCenternet([heat, edges], CONTEXT).map(({ classIndex }) => classIndex)).toEqual([0, 2]);
  });

  test('refuses outputs of another shape', () => {
    expect(() => decodeCenternet([outputs()[0]], CONTEXT)).toThrow(/8 × 16 points/);
  });
});
