import { expect, test } from 'vitest';
import { ReplicaRandom } from '../replica-random.ts';
import { KnoxCounter } from './knox-counter.ts';
import type { KnoxQuestion } from './knox-question.ts';
import { nearRepeatAdvice, stillNear } from './near-repeat-advice.ts';
import { summariseKnox } from './summarise-knox.ts';

/** Incidents of which every third is followed by another within `metres` and `days`; none where that is 0. */
function incidents(metres: number, days: number, seed: number): KnoxQuestion {
  const random = new ReplicaRandom(seed, 0);
  const [x, y, day]: number[][] = [[], [], []];
  for (let at = 0; at < 900; at += 1) {
    const [east, north, when] = [random.below(6000), random.below(6000), random.below(360)];
    x!.push(east);
    y!.push(north);
    day!.push(when);
    if (metres === 0 || at % 3 > 0) continue;
    const aside = random.uniform() * metres;
    const share = random.uniform();
    x!.push(east + aside * share);
    y!.push(north + aside * (1 - share));
    day!.push(when + random.below(days));
  }
  return {
    x: Float64Array.from(x!),
    y: Float64Array.from(y!),
    day: Int32Array.from(day!),
    bands: { metres: [0, 1, 200, 400, 600, Infinity], days: [0, 7, 14, 21, Infinity] },
    metric: 'manhattan',
  };
}

function adviceOf(question: KnoxQuestion) {
  const tables = [new KnoxCounter(question).tables(1, 0, 400)];
  return nearRepeatAdvice(question.bands, summariseKnox(question, 1, tables), tables, 0.05);
}

test.each([
  [200, 7],
  [400, 14],
])('advises %s m and %s days where repeats are that near, not wider', (metres, days) => {
  const advice = adviceOf(incidents(metres, days, 3))!;
  expect(advice).toMatchObject({ withinMetres: metres, withinDays: days, p: 0.0025 });
  expect(advice.riskRatio).toBeGreaterThan(1.5);
  expect(advice.riskRatio).toBeCloseTo(advice.observed / advice.expected, 9);
});

test('advises nothing where incidents do not follow each other', () => {
  expect(adviceOf(incidents(0, 0, 3))).toBeNull();
});

test('names the incidents around which it still holds', () => {
  const day = Int32Array.of(10, 12, 5, 9, 13);
  // Day 12 is within 4 days of the days 9 … 12; day 13 is yet to come.
  expect(stillNear(day, { withinDays: 4 }, 12)).toEqual([1, 0, 3]);
  expect(stillNear(day, { withinDays: 1 }, 12)).toEqual([1]);
});
