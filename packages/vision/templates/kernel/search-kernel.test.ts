import { expect, test } from 'vitest';
import { BLOCK, BLOCK_ROWS, blockAt, QUERY, SCRATCH, SIGN_BYTES, scratchAt } from '../block-layout.ts';
import { Rotation } from '../rotation.ts';
import { Segment } from '../segment.ts';
import { similarityOfValues, TemplateEncoder } from '../template-encoder.ts';
import { randomVectors, vectorAt } from '../testing/random-vectors.ts';
import { searchKernel } from './search-kernel.ts';

const ROWS = 300;
const THREAD = 3;
const vector = randomVectors(31);
const encoder = new TemplateEncoder(new Rotation(8));
const segment = Segment.create();
const kernel = searchKernel(segment.memory);
const scratch = scratchAt(THREAD);
const listed = new Uint32Array(segment.memory.buffer, scratch + SCRATCH.rows, BLOCK_ROWS);
const similarities = new Float32Array(segment.memory.buffer, scratch + SCRATCH.similarities, BLOCK_ROWS);

const wanted = vector();
const rows = Array.from({ length: ROWS }, (_, row) => {
  const { values, scale, signs, places } = encoder.encode(vectorAt(row / ROWS - 0.2, wanted, vector()));
  const kept = { values: values.slice(), scale, signs: signs.slice(), places: places.slice() };
  segment.write(row, kept, [0, 0, 0, row + 1], [0, 0, 0, row + 1]);
  return kept;
});
const query = encoder.encodeQuery(wanted, 0.5);
new Uint8Array(segment.memory.buffer, scratch, QUERY.bytes).set(query.bytes);
const all = Array.from({ length: ROWS }, (_, row) => row);
const list = (which: readonly number[]) => listed.set(which);
const clamp = (value: number) => Math.max(-128, Math.min(127, value));

test.each([-128, 0, 40, 69, 100, 127])('near: places that score at least %d', (least) => {
  const tables = new Int8Array(query.bytes.buffer, QUERY.tables, 512);
  const expected = all.filter((row) => {
    let [even, odd] = [0, 0];
    for (const [pair, byte] of rows[row]!.places.entries()) {
      even = clamp(even + tables[2 * pair * 16 + (byte & 15)]!);
      odd = clamp(odd + tables[(2 * pair + 1) * 16 + (byte >> 4)]!);
    }
    return clamp(even + odd) >= least;
  });
  const tiles = Math.ceil(ROWS / 16);
  const count = kernel.near(scratch, blockAt(0) + BLOCK.places, tiles, least);
  // The last tile holds rows that nobody has written yet.
  expect([...listed.subarray(0, count)].filter((row) => row < ROWS)).toEqual(expected);
});

test('likely: the query’s 4-bit values summed over the set signs', () => {
  const sums = rows.map(({ signs }) => {
    let sum = 0;
    for (let at = 0; at < 512; at++) {
      if (((signs[at >> 3]! >> (at & 7)) & 1) === 0) continue;
      for (let plane = 0; plane < 4; plane++)
        sum += ((query.bytes[QUERY.planes + plane * SIGN_BYTES + (at >> 3)]! >> (at & 7)) & 1) << plane;
      sum -= 8;
    }
    return sum;
  });
  for (const least of [-5000, -20, 0, 100, 250, 5000]) {
    const odd = all.filter((row) => row % 2 === 1);
    list(odd);
    const count = kernel.likely(scratch, blockAt(0) + BLOCK.signs, odd.length, least);
    expect([...listed.subarray(0, count)]).toEqual(odd.filter((row) => sums[row]! >= least));
  }
});

test.each([Number.NEGATIVE_INFINITY, -0.1, 0.3, 0.5, 2])('compare: similarities of at least %f', (bound) => {
  const expected = all
    .map((row) => ({ row, similarity: similarityOfValues(rows[row]!.values, rows[row]!.scale, query) }))
    .filter(({ similarity }) => similarity >= bound);
  list(all);
  const [values, scales] = [blockAt(0) + BLOCK.values, blockAt(0) + BLOCK.scales];
  const count = kernel.compare(scratch, values, scales, ROWS, query.scale, bound);
  expect([...listed.subarray(0, count)]).toEqual(expected.map(({ row }) => row));
  expect([...similarities.subarray(0, count)]).toEqual(expected.map(({ similarity }) => similarity));
});

test('nothing is listed of nothing', () => {
  expect(kernel.near(scratch, blockAt(0), 0, -128)).toBe(0);
  expect(kernel.likely(scratch, blockAt(0), 0, -5000)).toBe(0);
  expect(kernel.compare(scratch, blockAt(0), blockAt(0), 0, 1, -2)).toBe(0);
});
