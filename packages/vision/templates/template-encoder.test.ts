import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONS, QUERY } from './block-layout.ts';
import { Rotation } from './rotation.ts';
import { forgetQuery, similarityOfValues, TemplateEncoder } from './template-encoder.ts';
import { arbitraryVector } from './testing/arbitrary-vector.ts';
import { cosineOf, randomVectors, vectorAt } from './testing/random-vectors.ts';

const rotation = new Rotation(17);
const encoder = new TemplateEncoder(rotation);

function similarity(a: Float32Array, b: Float32Array): number {
  const { values, scale } = encoder.encode(a);
  const row = values.slice();
  return similarityOfValues(row, scale, encoder.encodeQuery(b, 0.5));
}

/** The bound that the encoder's description gives: the angle by which half a step in every value can turn a template. */
function angleOfRounding(template: Float32Array): number {
  encoder.encode(template);
  const largest = Math.max(...rotation.values.map(Math.abs));
  return Math.asin((Math.sqrt(DIMENSIONS) * largest) / 254);
}

describe('eight bits a value', () => {
  test('move a similarity by no more than the bound, whatever the templates', () => {
    fc.assert(
      fc.property(arbitraryVector, arbitraryVector, (a, b) => {
        const bound = angleOfRounding(a) + angleOfRounding(b);
        expect(Math.abs(similarity(a, b) - cosineOf(a, b))).toBeLessThanOrEqual(bound + 1e-6);
      }),
    );
  });

  test('move that of usual templates by less than 0.003, by 0.0006 on average', () => {
    const vector = randomVectors(1);
    const errors = Array.from({ length: 1000 }, (_, index) => {
      const a = vector();
      const b = vectorAt((index % 200) / 100 - 1, a, vector());
      return Math.abs(similarity(a, b) - cosineOf(a, b));
    });
    expect(Math.max(...errors)).toBeLessThan(0.003);
    expect(errors.reduce((sum, error) => sum + error / errors.length, 0)).toBeLessThan(0.0006);
  });

  test('leave a template the same as itself, of whatever length', () => {
    fc.assert(
      fc.property(arbitraryVector, (vector) => {
        expect(similarity(vector, vector)).toBeCloseTo(1, 4);
        expect(
          similarity(
            vector,
            vector.map((value) => -2 * value),
          ),
        ).toBeCloseTo(-1, 4);
      }),
    );
  });
});

describe('what is no template', () => {
  test.each([
    ['too few values', new Float32Array(511).fill(1), 'TEMPLATE_DIMENSION_WRONG'],
    ['too many values', new Float32Array(513).fill(1), 'TEMPLATE_DIMENSION_WRONG'],
    ['nothing', new Float32Array(0), 'TEMPLATE_DIMENSION_WRONG'],
    ['a NaN', new Float32Array(512).fill(1).fill(Number.NaN, 511), 'TEMPLATE_NOT_FINITE'],
    ['an infinity', new Float32Array(512).fill(Number.NEGATIVE_INFINITY, 0, 1), 'TEMPLATE_NOT_FINITE'],
    ['zeros', new Float32Array(512), 'TEMPLATE_WITHOUT_DIRECTION'],
  ])('%s', (_, template, code) => {
    expect(() => encoder.encode(template)).toThrow(expect.objectContaining({ code }));
    expect(() => encoder.encodeQuery(template, 0.5)).toThrow(expect.objectContaining({ code }));
  });
});

test('nothing is left of a template that was forgotten', () => {
  const { values, signs, places } = encoder.encode(randomVectors(4)());
  const query = encoder.encodeQuery(randomVectors(5)(), 0.5);
  expect(query.bytes.subarray(0, QUERY.bytes).some((byte) => byte !== 0)).toBe(true);
  encoder.forget();
  forgetQuery(query);
  for (const held of [values, signs, places, rotation.values, query.bytes])
    expect(held.every((value) => value === 0)).toBe(true);
});
