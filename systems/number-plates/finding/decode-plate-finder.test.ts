import type { Quad } from '@amaan/vision/image/homography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELL, decodePlateFinder, type FinderMap } from './decode-plate-finder.ts';
import { quadOf } from './plate-quad.ts';

const [WIDTH, HEIGHT] = [40, 30];
/** Pixels for one unit of a corner's offset, as the model was trained. */
const UNIT = 16;
const logit = (confidence: number) => Math.log(confidence / (1 - confidence));

interface Vote {
  readonly column: number;
  readonly row: number;
  readonly confidence: number;
  readonly quad: Quad;
}

/** What the finder puts out when cells vote for quads. */
function mapOf(votes: readonly Vote[]): FinderMap {
  const cells = WIDTH * HEIGHT;
  const values = new Float32Array(9 * cells);
  values.fill(-20, 0, cells);
  for (const { column, row, confidence, quad } of votes) {
    const cell = row * WIDTH + column;
    values[cell] = logit(confidence);
    for (const [index, { x, y }] of quad.entries()) {
      values[(1 + 2 * index) * cells + cell] = (x - (column + 0.5) * CELL) / UNIT;
      values[(2 + 2 * index) * cells + cell] = (y - (row + 0.5) * CELL) / UNIT;
    }
  }
  return { width: WIDTH, height: HEIGHT, values };
}

const plate = (x: number, y: number): Quad => quadOf({ x, y, width: 48, height: 12 });

test('a vote gives its quad back, wherever the cell is', () => {
  const corner = fc.integer({ min: -6, max: 6 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: WIDTH - 1 }),
      fc.integer({ min: 0, max: HEIGHT - 1 }),
      fc.array(corner, { minLength: 8, maxLength: 8 }),
      fc.double({ min: 0.35, max: 0.99, noNaN: true }),
      (column, row, shifts, confidence) => {
        const [a, b, c, d] = plate(column * CELL - 24, row * CELL - 6).map(({ x, y }, index) => ({
          x: x + shifts[2 * index]!,
          y: y + shifts[2 * index + 1]! / 2,
        }));
        const quad: Quad = [a!, b!, c!, d!];
        const found = decodePlateFinder(mapOf([{ column, row, confidence, quad }]), 0.3);
        expect(found).toHaveLength(1);
        expect(found[0]!.confidence).toBeCloseTo(confidence, 5);
        for (const [index, { x, y }] of found[0]!.quad.entries()) {
          expect(x).toBeCloseTo(quad[index]!.x, 3);
          expect(y).toBeCloseTo(quad[index]!.y, 3);
        }
      },
    ),
  );
});

test('votes for one plate are joined by their weight; weak ones only share its place', () => {
  const votes = [
    { column: 10, row: 10, confidence: 0.9, quad: plate(20, 36) },
    { column: 11, row: 10, confidence: 0.6, quad: plate(25, 36) },
    { column: 12, row: 10, confidence: 0.35, quad: plate(34, 36) },
  ];
  const found = decodePlateFinder(mapOf(votes), 0.3);
  expect(found).toHaveLength(1);
  expect(found[0]!.confidence).toBeCloseTo(0.9, 5);
  expect(found[0]!.quad[0].x).toBeCloseTo((20 * 0.9 + 25 * 0.6) / 1.5, 3);
});

test('plates beside each other are two, the surer first', () => {
  const votes = [
    { column: 8, row: 5, confidence: 0.5, quad: plate(10, 16) },
    { column: 24, row: 5, confidence: 0.8, quad: plate(74, 16) },
  ];
  const found = decodePlateFinder(mapOf(votes), 0.3);
  expect(found.map(({ quad }) => Math.round(quad[0].x))).toEqual([74, 10]);
});

test('what is too unsure, turned inside out or a point is no plate', () => {
  const [a, b, c, d] = plate(20, 36);
  const at = { column: 10, row: 10, confidence: 0.9 };
  expect(decodePlateFinder(mapOf([{ ...at, quad: [a, b, c, d] }]), 0.95)).toEqual([]);
  for (const quad of [
    [b, a, d, c],
    [a, c, b, d],
    [a, a, a, a],
    [a, b, { x: 30, y: 37 }, d],
  ] as const) {
    expect(decodePlateFinder(mapOf([{ ...at, quad }]), 0.3)).toEqual([]);
  }
  expect(decodePlateFinder(mapOf([]), 0.3)).toEqual([]);
});
