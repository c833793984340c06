import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { gridWeights } from '../autocorrelation/grid-weights.ts';
import { localG } from '../autocorrelation/local-g.ts';
import { cellAt } from '../grid/cell-grid.ts';
import { countInSteps } from './count-in-steps.ts';
import { emergingClass, emergingHotSpots } from './emerging-hot-spots.ts';
import { mannKendall } from './mann-kendall.ts';
import { spaceTimeScores } from './space-time-scores.ts';

const DAY = 86_400_000;
const grid = { originX: 0, originY: 0, cellMetres: 100, columns: 15, rows: 15 };
const steps = { from: 0, stepMs: 10 * DAY, steps: 12 };

test('Mann–Kendall: as cor.test(…, method = "kendall", continuity = TRUE) of R against 1, 2, …', () => {
  // With ties.
  const rising = mannKendall([3, 5, 4, 6, 6, 8, 7, 9, 9, 9, 12, 11]);
  expect(rising.s).toBe(56);
  expect(rising.z).toBeCloseTo(3.81356384905, 9);
  expect(rising.p).toBeCloseTo(0.00013697711634, 12);
  const falling = mannKendall([9, 7, 8, 5, 3, 4, 2]);
  expect(falling.z).toBeCloseTo(-2.40300563674444, 9);
  expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, z: 0, p: 1 });
});

test('histories have the classes that they are described by', () => {
  const years = (marks: string) => [...marks].map((mark) => '-0+'.indexOf(mark) - 1);
  expect(emergingClass(years('000000000+'), 0)).toBe('new');
  expect(emergingClass(years('0000000+++'), 0)).toBe('consecutive');
  expect(emergingClass(years('0+++++++++'), 1)).toBe('intensifying');
  expect(emergingClass(years('++++++++++'), 0)).toBe('persistent');
  expect(emergingClass(years('++++++++++'), -1)).toBe('diminishing');
  expect(emergingClass(years('+++++++++0'), -1)).toBe('historical');
  expect(emergingClass(years('0+0+00++0+'), 0)).toBe('sporadic');
  expect(emergingClass(years('0+0-00++0+'), 0)).toBe('oscillating');
  expect(emergingClass(years('0+++++0000'), 0)).toBe('none');
  expect(emergingClass(years('----------'), 0)).toBe('none');
});

test('with no steps before, scores are those of Gi* on all steps side by side', () => {
  const random = seededRandom(6);
  const counts = Array.from({ length: 4 }, () =>
    Float64Array.from({ length: 225 }, () => Math.floor(4 * random())),
  );
  const { weights } = gridWeights(grid, 'queen');
  const flat = Float64Array.from(counts.flatMap((values) => [...values]));
  const apart = {
    length: 900,
    offsets: Uint32Array.from({ length: 901 }, (_, at) =>
      at === 900
        ? 4 * weights.neighbours.length
        : Math.floor(at / 225) * weights.neighbours.length + weights.offsets[at % 225]!,
    ),
    neighbours: Uint32Array.from({ length: 4 * weights.neighbours.length }, (_, at) => {
      const step = Math.floor(at / weights.neighbours.length);
      return 225 * step + weights.neighbours[at % weights.neighbours.length]!;
    }),
    weights: new Float64Array(4 * weights.neighbours.length).fill(1),
  };
  const { z } = localG(flat, apart, { star: true });
  const scores = spaceTimeScores(counts, weights, 0).flatMap((of) => [...of]);
  for (const [at, score] of scores.entries()) expect(score).toBeCloseTo(z[at]!, 9);
});

test('a place that flares up at the end is new or consecutive, one that stays is persistent', () => {
  const random = seededRandom(9);
  const [x, y, from]: number[][] = [[], [], []];
  const add = (east: number, north: number, at: number) => {
    x!.push(east);
    y!.push(north);
    from!.push(at * DAY);
  };
  for (let n = 0; n < 1_500; n += 1) add(1_500 * random(), 1_500 * random(), 120 * random());
  for (let n = 0; n < 400; n += 1) add(250 + 100 * random(), 250 + 100 * random(), 120 * random());
  for (let n = 0; n < 60; n += 1) add(1_050 + 100 * random(), 1_050 + 100 * random(), 100 + 20 * random());
  const counts = countInSteps(
    grid,
    {
      length: x!.length,
      x: Float64Array.from(x!),
      y: Float64Array.from(y!),
      from: Float64Array.from(from!),
      until: Float64Array.from(from!),
      offence: new Uint16Array(x!.length),
      offences: ['theft'],
    },
    steps,
  );
  const { weights } = gridWeights(grid, 'queen');
  const { hot, cold, marks } = emergingHotSpots(counts, weights);
  expect(hot[cellAt(grid, 300, 300)]).toBe('persistent');
  expect(hot[cellAt(grid, 1_100, 1_100)]).toBe('consecutive');
  expect(hot[cellAt(grid, 800, 300)]).toBe('none');
  expect(new Set(cold)).toEqual(new Set(['none']));
  expect(marks[11]![cellAt(grid, 1_100, 1_100)]).toBe(1);
});

test('an incident of uncertain time counts in each step with its part', () => {
  const counts = countInSteps(
    grid,
    {
      length: 3,
      x: Float64Array.of(50, 50, 5_000),
      y: Float64Array.of(50, 50, 50),
      from: Float64Array.of(5 * DAY, -5 * DAY, 0),
      until: Float64Array.of(25 * DAY, 5 * DAY, 0),
      offence: new Uint16Array(3),
      offences: ['theft'],
    },
    steps,
  );
  expect(counts[0]![0]).toBeCloseTo(0.25 + 0.5, 12);
  expect(counts[1]![0]).toBeCloseTo(0.5, 12);
  expect(counts[2]![0]).toBeCloseTo(0.25, 12);
});

test('too few steps, or steps of different places, are refused', () => {
  const { weights } = gridWeights(grid, 'queen');
  const step = Float64Array.from({ length: 225 }, (_, at) => at);
  expect(() => emergingHotSpots([step, step, step], weights)).toThrow('At least 4 steps');
  expect(() => emergingHotSpots([step, step, step, new Float64Array(3)], weights)).toThrow('each place');
  expect(() => countInSteps(grid, { length: 0 } as never, { ...steps, steps: 0 })).toThrow('no whole step');
});
