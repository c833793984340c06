import { expect, test } from 'vitest';
import { similarityOf } from './embed-face.ts';

test('the similarity of templates is the cosine between them', () => {
  const a = Float32Array.from([0.6, 0.8, 0]);
  expect(similarityOf(a, a)).toBeCloseTo(1);
  expect(
    similarityOf(
      a,
      a.map((value) => -value),
    ),
  ).toBeCloseTo(-1);
  expect(similarityOf(a, Float32Array.from([0, 0, 1]))).toBe(0);
});
