import { readFileSync } from 'node:fs';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReplicaRandom } from '../replica-random.ts';
import { KnoxCounter } from './knox-counter.ts';
import type { KnoxQuestion } from './knox-question.ts';
import { knoxTest } from './knox-test.ts';
import { knoxChunks, prepareWork } from './knox-work.ts';
import { summariseKnox } from './summarise-knox.ts';

const ARSON = 'crime/chicago-arson.csv';

function arson(): KnoxQuestion {
  const lines = readFileSync(sharedData(ARSON), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return {
    x: Float64Array.from(lines, ([x]) => Number(x)),
    y: Float64Array.from(lines, ([, y]) => Number(y)),
    day: Int32Array.from(lines, ([, , date]) => Date.parse(date!) / 86_400_000),
    bands: { metres: [0, 0.01, 200, 400, 600, Infinity], days: [0, 1, 2, 3, Infinity] },
    metric: 'manhattan',
  };
}

/** Every pair, one by one. */
function countPairs({ x, y, day, bands, metric }: KnoxQuestion): number[] {
  const columns = bands.days.length - 1;
  const counts = new Array<number>((bands.metres.length - 1) * columns).fill(0);
  const bandOf = (breaks: readonly number[], value: number) =>
    breaks.findIndex((from, band) => value >= from && value < breaks[band + 1]!);
  for (let a = 0; a < x.length; a += 1)
    for (let b = a + 1; b < x.length; b += 1) {
      const [east, north] = [Math.abs(x[a]! - x[b]!), Math.abs(y[a]! - y[b]!)];
      const row = bandOf(
        bands.metres,
        metric === 'manhattan' ? east + north : Math.sqrt(east * east + north * north),
      );
      const column = bandOf(bands.days, Math.abs(day[a]! - day[b]!));
      if (row >= 0 && column >= 0) counts[row * columns + column]! += 1;
    }
  return counts;
}

/** More than the kernel counts at a time. */
const TABLES = 18;

const questions: fc.Arbitrary<KnoxQuestion> = fc
  .record({
    places: fc.array(fc.tuple(fc.integer({ max: 60, min: -60 }), fc.integer({ max: 60, min: -60 })), {
      minLength: 2,
      maxLength: 60,
    }),
    days: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 60, maxLength: 60 }),
    late: fc.constantFrom(0, 900, 60_000),
    metric: fc.constantFrom('manhattan' as const, 'euclidean' as const),
    metres: fc.constantFrom([0, 0.5, 10, 25], [0, 7, Infinity], [0, Infinity], [0, 0.001, 40]),
    dayBreaks: fc.constantFrom(
      [0, 1, 8, 15],
      [0, 3, Infinity],
      [0, Infinity],
      [0, 1, 2, 3, 30, Infinity],
      [0, 20, 300, 880, 900, 950],
    ),
  })
  .map(({ places, days, late, metric, metres, dayBreaks }) => ({
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    // A day far off makes a period in which fewer replicas fit side by side.
    day: Int32Array.from(places, (_, at) => days[at]! + (at === 0 ? late : 0)),
    bands: { metres, days: dayBreaks },
    metric,
  }));

describe('the Knox test', () => {
  test.skipIf(lacksSharedData(ARSON))(
    'counts the arsons of Chicago as the R package NearRepeat does: its vignette NRC, with bands up to 600 m',
    () => {
      const { cells, pairs } = knoxTest(arson(), { replicas: 99, seed: 1 });
      const observed = cells.map((row) => row.map((cell) => cell.observed));
      expect(observed[4]).toEqual([393, 710, 770, 133658]);
      expect(observed.flat().reduce((sum, count) => sum + count, 0)).toBe(pairs);
      expect(observed.flat()).toEqual(countPairs(arson()));
      // "For near repeat patterns, the biggest Knox ratio is found on the same day": within 200 m.
      const ratios = cells.flat().map(({ ratio }) => ratio ?? 0);
      expect(Math.max(...ratios)).toBe(cells[1]![0]!.ratio);
      expect(cells[1]![0]!.p).toBe(0.01);
      expect(cells[1]![0]!.tableP).toBe(0.01);
      // … and the same place again the day after, not two days after.
      expect(cells[0]!.map(({ p }) => p <= 0.05)).toEqual([false, true, false, false]);
    },
  );

  test('counts as one would pair by pair, listed or swept, and keeps the sums of rows and columns in each replica', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const listed = new KnoxCounter(question).tables(5, 0, TABLES);
        const swept = new KnoxCounter(question, 0).tables(5, 0, TABLES);
        const size = listed.length / TABLES;
        expect([...listed.subarray(0, size)]).toEqual(countPairs(question));
        expect(swept).toEqual(listed);
        const columns = question.bands.days.length - 1;
        if (question.bands.days.at(-1) !== Infinity) return;
        const rowSums = (table: number) =>
          Array.from({ length: size / columns }, (_, row) =>
            listed
              .subarray(table * size + row * columns, table * size + (row + 1) * columns)
              .reduce((sum, pairs) => sum + pairs, 0),
          );
        for (let table = 1; table < TABLES; table += 1) expect(rowSums(table)).toEqual(rowSums(0));
      }),
      { numRuns: 200 },
    );
  });

  test('counts crowds at one place, of whom each has more partners than the kernel adds up at a time', () => {
    const random = new ReplicaRandom(4, 0);
    const length = 1500;
    const question: KnoxQuestion = {
      x: Float64Array.from({ length }, () => 100 * random.below(2)),
      y: new Float64Array(length),
      day: Int32Array.from({ length }, () => random.below(500)),
      // Limits that are farther from each other than 8 bits, and more than the kernel takes at a time.
      bands: { metres: [0, 1, 150], days: [0, 1, 7, 127, 128, 129, 255, 256, 400, 500] },
      metric: 'euclidean',
    };
    const listed = new KnoxCounter(question).tables(5, 0, 2);
    expect([...listed.subarray(0, listed.length / 2)]).toEqual(countPairs(question));
    expect(new KnoxCounter(question, 0).tables(5, 0, 2)).toEqual(listed);
  });

  test('gives the same in parts as in one go', () => {
    const random = new ReplicaRandom(3, 0);
    const length = 300;
    const question: KnoxQuestion = {
      x: Float64Array.from({ length }, () => random.below(2000)),
      y: Float64Array.from({ length }, () => random.below(2000)),
      day: Int32Array.from({ length }, () => random.below(100)),
      bands: { metres: [0, 100, 200], days: [0, 7, 14] },
      metric: 'euclidean',
    };
    const work = prepareWork({ question, seed: 9 });
    const whole = knoxTest(question, { replicas: 39, seed: 9 });
    const uneven = [
      { from: 0, to: 1 },
      { from: 1, to: 6 },
      { from: 6, to: 40 },
    ];
    for (const chunks of [uneven, knoxChunks(39)])
      expect(summariseKnox(question, 9, chunks.map(work))).toEqual(whole);
    expect(knoxChunks(999).at(-1)).toEqual({ from: 992, to: 1000 });
  });

  test('finds what was put in, and nothing where nothing was', () => {
    const build = (isRepeated: boolean): KnoxQuestion => {
      const random = new ReplicaRandom(11, isRepeated ? 1 : 0);
      const [x, y, day]: number[][] = [[], [], []];
      for (let at = 0; at < 600; at += 1) {
        const [east, north, when] = [random.below(5000), random.below(5000), random.below(365)];
        x!.push(east);
        y!.push(north);
        day!.push(when);
        if (!isRepeated || at % 5 > 0) continue;
        x!.push(east + random.below(150));
        y!.push(north);
        day!.push(Math.min(364, when + random.below(7)));
      }
      return {
        x: Float64Array.from(x!),
        y: Float64Array.from(y!),
        day: Int32Array.from(day!),
        bands: { metres: [0, 200, 400], days: [0, 7, 14] },
        metric: 'manhattan',
      };
    };
    const repeated = knoxTest(build(true), { replicas: 199, seed: 1 }).cells;
    expect(repeated[0]![0]!.tableP).toBe(0.005);
    expect(repeated[0]![0]!.ratio).toBeGreaterThan(3);
    expect(repeated[1]![1]!.p).toBeGreaterThan(0.01);
    const random = knoxTest(build(false), { replicas: 199, seed: 1 }).cells.flat();
    expect(Math.min(...random.map(({ tableP }) => tableP))).toBeGreaterThan(0.05);
    for (const { observed, chance } of random) {
      expect(observed).toBeGreaterThanOrEqual(chance[0] - 15);
      expect(observed).toBeLessThanOrEqual(chance[1] + 15);
    }
  });

  test.each([
    ['KNOX_BANDS_INVALID', { metres: [0, 100, 50], days: [0, 7] }, 3],
    ['KNOX_BANDS_INVALID', { metres: [10, 100], days: [0, 7] }, 3],
    ['KNOX_BANDS_INVALID', { metres: [0, 100], days: [0] }, 3],
    ['KNOX_BANDS_INVALID', { metres: [0, Infinity, Infinity], days: [0, 7] }, 3],
    ['KNOX_BANDS_INVALID', { metres: [0, Number.NaN], days: [0, 7] }, 3],
    ['KNOX_TOO_FEW', { metres: [0, 100], days: [0, 7] }, 1],
  ])('says %s of %j', (code, bands, length) => {
    const question: KnoxQuestion = {
      x: new Float64Array(length),
      y: new Float64Array(length),
      day: new Int32Array(length),
      bands,
      metric: 'manhattan',
    };
    expect(() => knoxTest(question, { replicas: 19, seed: 1 })).toThrow(expect.objectContaining({ code }));
  });

  test('wants replicas enough for a p-value', () => {
    const question: KnoxQuestion = {
      x: new Float64Array(3),
      y: new Float64Array(3),
      day: new Int32Array(3),
      bands: { metres: [0, 1], days: [0, 1] },
      metric: 'manhattan',
    };
    expect(() => knoxTest(question, { replicas: 18, seed: 1 })).toThrow(
      expect.objectContaining({ code: 'TOO_FEW_REPLICAS' }),
    );
    const { cells } = knoxTest(question, { replicas: 19, seed: 1 });
    expect(cells[0]![0]).toMatchObject({ observed: 3, expected: 3, ratio: 1, p: 1, tableP: 1 });
  });
});
