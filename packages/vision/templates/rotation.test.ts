import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS } from './block-layout.ts';
import { Rotation } from './rotation.ts';
import { arbitraryVector } from './testing/arbitrary-vector.ts';

function turned(rotation: Rotation, vector: Float32Array): Float32Array {
  rotation.values.set(vector);
  rotation.turn();
  return rotation.values.map((value) => value / DIMENSIONS);
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

test('lengths and angles stay as they are', () => {
  const rotation = new Rotation(3);
  fc.assert(
    fc.property(arbitraryVector, arbitraryVector, (a, b) => {
      const [turnedA, turnedB] = [turned(rotation, a), turned(rotation, b)];
      const scale = Math.sqrt(dot(a, a) * dot(b, b));
      expect(Math.abs(dot(turnedA, turnedB) - dot(a, b))).toBeLessThan(2e-6 * scale);
      expect(Math.abs(dot(turnedA, turnedA) / dot(a, a) - 1)).toBeLessThan(2e-6);
    }),
  );
});

test('a vector of one value is spread over all of them', () => {
  const spread = turned(new Rotation(3), new Float32Array(DIMENSIONS).fill(1, 7, 8));
  expect(Math.max(...spread.map(Math.abs))).toBeLessThan(0.25);
});

test('equal seeds turn equally, others do not', () => {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(at));
  expect(turned(new Rotation(5), vector)).toEqual(turned(new Rotation(5), vector));
  expect(turned(new Rotation(6), vector)).not.toEqual(turned(new Rotation(5), vector));
});
