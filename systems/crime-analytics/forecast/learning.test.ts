import { expect, test } from 'vitest';
import { ReplicaRandom } from '../replica-random.ts';
import { chooseCells, hitsIn } from './choose-cells.ts';
import { mixtureWeights } from './mixture-weights.ts';
import { poissonRidge } from './poisson-ridge.ts';
import { trialPeriods } from './trial-origins.ts';

const DAY = 86_400_000;

test('exactly the share is chosen, equal cells each with the part that fits', () => {
  const risk = Float64Array.from([5, 3, 1, 1, 1, 1, 0, 0, 0, 0]);
  expect([...chooseCells(risk, 0.2)]).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...chooseCells(risk, 0.3)]).toEqual([1, 1, 0.25, 0.25, 0.25, 0.25, 0, 0, 0, 0]);
  expect([...chooseCells(risk, 0.05)]).toEqual([0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...chooseCells(risk, 1)]).toEqual(new Array(10).fill(1));
  expect(hitsIn(Float64Array.from([4, 0, 2, 0, 0, 2, 9, 0, 0, 0]), chooseCells(risk, 0.3))).toBe(5);
  expect([...chooseCells(new Float64Array(0), 0.5)]).toEqual([]);
});

test('trials do not reach beyond the history, and the earliest has something to learn from', () => {
  const { origins, horizon } = trialPeriods(0, 100 * DAY, 10, { most: 20 });
  expect(horizon).toBe(10 * DAY);
  expect(origins.map((origin) => origin / DAY)).toEqual([90, 80, 70, 60, 50, 40]);
  const spread = trialPeriods(0, 1000 * DAY, 10, { most: 3, learning: 0.4 });
  expect(spread.origins.map((origin) => Math.round(origin / DAY))).toEqual([990, 695, 400]);
  const short = trialPeriods(0, 10 * DAY, 90, { most: 5, learning: 0.5 });
  expect([short.horizon / DAY, short.origins.length]).toEqual([2.5, 2]);
  expect(trialPeriods(5, 5, 90, { most: 5 }).origins).toEqual([]);
  expect(trialPeriods(Infinity, 5, 90, { most: 5 }).origins).toEqual([]);
});

test('the weights of a mixture are found again', () => {
  const random = new ReplicaRandom(5, 0);
  const densities = [Float64Array.from([0.7, 0.1, 0.1, 0.1]), Float64Array.from([0.1, 0.1, 0.1, 0.7])];
  const counts = new Float64Array(4);
  for (let n = 0; n < 20_000; n += 1) {
    const density = densities[random.uniform() < 0.3 ? 0 : 1]!;
    let [left, cell] = [random.uniform(), 0];
    for (; cell < 3 && left >= density[cell]!; cell += 1) left -= density[cell]!;
    counts[cell]! += 1;
  }
  const [first, second] = mixtureWeights(densities, counts);
  expect(first).toBeCloseTo(0.3, 1);
  expect(first! + second!).toBeCloseTo(1, 10);
  expect([...mixtureWeights(densities, new Float64Array(4))]).toEqual([0.5, 0.5]);
});

test('a Poisson regression finds its coefficients again, and a penalty draws them in', () => {
  const random = new ReplicaRandom(6, 0);
  const feature = Float64Array.from({ length: 5000 }, () => random.uniform() * 2 - 1);
  const constant = new Float64Array(5000).fill(3);
  const counts = feature.map((value) => {
    // Knuth's way of drawing Poisson numbers.
    let [draws, product] = [-1, 1];
    for (const limit = Math.exp(-Math.exp(0.4 + 0.8 * value)); product > limit; draws += 1)
      product *= random.uniform();
    return draws;
  });
  const free = poissonRidge([feature, constant], counts, 1e-6);
  const at = (value: number) => Math.log(free.predict([Float64Array.of(value), Float64Array.of(3)])[0]!);
  expect(at(0)).toBeCloseTo(0.4, 1);
  expect(at(1) - at(0)).toBeCloseTo(0.8, 1);
  const held = poissonRidge([feature, constant], counts, 1e6);
  expect(Math.abs(held.coefficients[1]!)).toBeLessThan(0.01);
  const none = poissonRidge([feature], new Float64Array(5000), 1);
  expect(none.predict([feature])[0]).toBeLessThan(0.001);
});
