import { expect, test } from 'vitest';
import { onePerFace } from './one-per-face.ts';

const face = (x: number, y: number, size: number, confidence: number) => ({
  box: { x, y, width: size, height: size },
  confidence,
});

test('of boxes that overlap the surest stays, and neighbours stay beside each other', () => {
  const kept = onePerFace([face(3, 2, 50, 0.8), face(0, 0, 50, 0.9), face(45, 0, 50, 0.7)]);
  expect(kept.map(({ confidence }) => confidence)).toEqual([0.9, 0.7]);
});

test('a part of a face is not another face', () => {
  expect(onePerFace([face(0, 0, 100, 0.9), face(30, 30, 30, 0.8)])).toHaveLength(1);
});

test('nothing stays of nothing', () => {
  expect(onePerFace([])).toEqual([]);
});
