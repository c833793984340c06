import { expect, test } from 'vitest';
import { GROUP, PLACE_BYTES, QUERY, SIGN_BYTES } from './block-layout.ts';
import { cutoffsFor } from './cutoffs.ts';
import { Rotation } from './rotation.ts';
import { TemplateEncoder } from './template-encoder.ts';
import { randomVectors, vectorAt } from './testing/random-vectors.ts';

/** Rows exactly at the least similarity that each look loses, of so many. */
function lost(
  least: number,
  pairs: number,
  vector: () => Float32Array,
  seed: number,
): { places: number; signs: number } {
  const encoder = new TemplateEncoder(new Rotation(seed));
  let [places, signs] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const template = vector();
    const encoded = encoder.encode(template);
    const row = { places: encoded.places.slice(), signs: encoded.signs.slice() };
    const { bytes, cutoffs } = encoder.encodeQuery(vectorAt(least, template, vector()), least);
    if (scoreOfPlaces(row.places, bytes) < cutoffs.places) places += 1;
    if (sumOverSigns(row.signs, bytes) < cutoffs.signs) signs += 1;
  }
  return { places, signs };
}

function scoreOfPlaces(places: Uint8Array, query: Uint8Array): number {
  const tables = new Int8Array(query.buffer, QUERY.tables);
  let score = 0;
  for (let pair = 0; pair < PLACE_BYTES; pair++) {
    score += tables[2 * pair * GROUP + (places[pair]! & 15)]!;
    score += tables[(2 * pair + 1) * GROUP + (places[pair]! >> 4)]!;
  }
  return score;
}

function sumOverSigns(signs: Uint8Array, query: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < SIGN_BYTES * 8; at++) {
    const bit = (byte: number) => (byte >> (at & 7)) & 1;
    if (bit(signs[at >> 3]!) === 0) continue;
    for (let plane = 0; plane < 4; plane++)
      sum += bit(query[QUERY.planes + plane * SIGN_BYTES + (at >> 3)]!) << plane;
    sum -= 8;
  }
  return sum;
}

// Of 4,000 pairs the looks should lose 1.9 and 0.4; more than 9 and 5 are lost by chance once in 10,000 times.
test.each([0.3, 0.56, 0.8])('rows of similarity %f get past both looks', (least) => {
  const { places, signs } = lost(least, 4000, randomVectors(21), 5);
  expect(places).toBeLessThanOrEqual(9);
  expect(signs).toBeLessThanOrEqual(5);
});

// There the variance of a score differs from pair to pair, so that its tail is longer: 5 in 1,000 at the most.
test('most do when all templates lie in forty dimensions', () => {
  const vector = randomVectors(22);
  const narrow = () => vector().map((value, at) => value * (at < 40 ? 1 : 0.05));
  const { places, signs } = lost(0.56, 4000, narrow, 6);
  expect(places).toBeLessThanOrEqual(20);
  expect(signs).toBeLessThanOrEqual(20);
});

test('the higher the least similarity, the more has to be scored', () => {
  const scores = [-0.5, 0, 0.3, 0.5, 0.7].map((least) => cutoffsFor(least, 0.02, 0));
  expect(scores.map(({ places }) => places)).toEqual(
    scores.map(({ places }) => places).toSorted((a, b) => a - b),
  );
  expect(scores.map(({ signs }) => signs)).toEqual(
    scores.map(({ signs }) => signs).toSorted((a, b) => a - b),
  );
  expect(cutoffsFor(-1, 0.02, 0).places).toBe(-128);
  expect(cutoffsFor(1, 0.02, 0).places).toBeLessThanOrEqual(127);
});
