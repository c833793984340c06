import { readFileSync } from 'node:fs';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReplicaRandom } from '../replica-random.ts';
import { bestCircles } from './best-circles.ts';
import { fewestCases, logLikelihoodRatio, ratioBound } from './log-likelihood-ratio.ts';
import { ReplicaScan } from './replica-scan.ts';
import { scanBasis } from './scan-basis.ts';
import { scanClusters } from './scan-clusters.ts';
import type { ScanQuestion } from './scan-question.ts';
import { prepareWork } from './scan-work.ts';

const FILES = ['cases', 'pop', 'coords', 'out'].map((name) => `crime/satscan-ny-${name}.txt`);

function rows(name: string): string[][] {
  return readFileSync(sharedData(`crime/satscan-ny-${name}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

/** Leukaemia in New York as SaTScan 9.6 was given it, Cartesian coordinates in the order of the file. */
function newYork(): { readonly ids: string[]; readonly question: ScanQuestion } {
  const coords = rows('coords');
  const ids = coords.map(([id]) => id!);
  const people = new Map(rows('pop').map(([id, , count]) => [id!, Number(count)]));
  const casePlace = rows('cases').flatMap(([id, count]) =>
    new Array<number>(Number(count)).fill(ids.indexOf(id!)),
  );
  const question: ScanQuestion = {
    model: 'poisson',
    places: {
      x: Float64Array.from(coords, ([, x]) => Number(x)),
      y: Float64Array.from(coords, ([, , y]) => Number(y)),
      population: Float64Array.from(ids, (id) => people.get(id)!),
    },
    casePlace: Int32Array.from(casePlace),
    caseStep: new Int32Array(casePlace.length),
    steps: 1,
    windows: { maxShare: 0.1 },
  };
  return { ids, question };
}

/** The clusters of SaTScan's report. */
function reported() {
  const report = readFileSync(sharedData('crime/satscan-ny-out.txt'), 'utf8');
  const number = (text: string, name: string) =>
    Number(new RegExp(`${name}\\.*: ([\\d.]+)`).exec(text)![1]!.trim());
  return report
    .split(/\n\d\.Location IDs included\.: /)
    .slice(1)
    .map((text) => ({
      ids: text.slice(0, text.indexOf('Coordinates')).replaceAll(/\s/g, '').split(','),
      population: number(text, 'Population'),
      cases: number(text, 'Number of cases'),
      expected: number(text, 'Expected cases'),
      relativeRisk: number(text, 'Relative risk'),
      ratio: number(text, 'Log likelihood ratio'),
      p: number(text, 'P-value'),
    }));
}

describe('the scan in space', () => {
  test.skipIf(lacksSharedData(...FILES))('finds all clusters of SaTScan 9.6 in New York', () => {
    const { ids, question } = newYork();
    const highest = prepareWork({ question, seed: 1 })({ from: 0, to: 999 });
    const clusters = scanClusters(question, highest);
    const expected = reported();
    expect(expected.map(({ ratio }) => ratio).slice(0, 3)).toEqual([11.577255, 9.019716, 6.11414]);
    for (const [at, want] of expected.entries()) {
      const found = clusters[at]!;
      expect([...found.places].map((place) => ids[place])).toEqual(want.ids);
      expect(found.logLikelihoodRatio).toBeCloseTo(want.ratio, 6);
      expect(found.cases).toBe(want.cases);
      expect(found.population).toBe(want.population);
      expect(found.expected).toBeCloseTo(want.expected, 2);
      expect(found.relativeRisk).toBeCloseTo(want.relativeRisk, 2);
      // Two estimates of 999 replicas each: apart by less than four of their standard errors.
      const error = Math.sqrt((2 * want.p * (1 - want.p)) / 999);
      expect(Math.abs(found.p - want.p)).toBeLessThan(4 * error + 0.002);
    }
    expect(clusters[7]!.logLikelihoodRatio).toBeLessThan(expected[6]!.ratio);
  });
});

/** Small questions of all kinds, with ties of distance as on a grid. */
const questions: fc.Arbitrary<ScanQuestion> = fc
  .record({
    model: fc.constantFrom('poisson' as const, 'permutation' as const),
    columns: fc.integer({ min: 2, max: 5 }),
    steps: fc.integer({ min: 2, max: 25 }),
    cases: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 5, maxLength: 150 }),
    population: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 25, maxLength: 25 }),
    maxShare: fc.constantFrom(0.1, 0.3, 0.5),
    maxSteps: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
    ending: fc.constantFrom('any' as const, 'last' as const),
    minCases: fc.constantFrom(2, 5),
  })
  .map(({ model, columns, steps, cases, population, maxShare, maxSteps, ending, minCases }) => {
    const places = columns * columns;
    return {
      model,
      places: {
        x: Float64Array.from({ length: places }, (_, at) => 250 * (at % columns)),
        y: Float64Array.from({ length: places }, (_, at) => 250 * Math.floor(at / columns)),
        population: Float64Array.from(population.slice(0, places)),
      },
      casePlace: Int32Array.from(cases, ([place]) => place % places),
      caseStep: Int32Array.from(cases, ([, step]) => step % steps),
      steps,
      windows: { maxShare, ending, minCases, ...(maxSteps === undefined ? {} : { maxSteps }) },
    };
  });

describe('the scan in space and time', () => {
  test('finds in each replica what looking at every circle and period finds', () => {
    fc.assert(
      fc.property(questions, fc.nat({ max: 1000 }), (question, seed) => {
        const basis = scanBasis(question);
        const quick = prepareWork({ question, seed })({ from: 0, to: 5 });
        for (const [replica, highest] of quick.entries()) {
          const cases = basis.draw(new ReplicaRandom(seed, replica));
          const slow = bestCircles({ ...basis, cases }).map(({ ratio }) => ratio);
          expect(highest).toBeCloseTo(Math.max(0, ...slow), 9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('looks at one replica at a time where two do not fit into a number', () => {
    const random = new ReplicaRandom(2, 0);
    const length = 70_000;
    const question: ScanQuestion = {
      model: 'permutation',
      places: { x: Float64Array.of(0, 1, 2, 3), y: new Float64Array(4) },
      casePlace: Int32Array.from({ length }, () => random.below(4)),
      caseStep: Int32Array.from({ length }, () => random.below(6)),
      steps: 6,
      windows: { maxShare: 0.5 },
    };
    const basis = scanBasis({ ...question, windows: { maxShare: 0.5, maxSteps: 3 } });
    const scan = new ReplicaScan(basis);
    expect(scan.together).toBe(1);
    const cases = basis.draw(new ReplicaRandom(5, 1));
    const slow = bestCircles({ ...basis, cases }).map(({ ratio }) => ratio);
    expect(scan.highest([cases])[0]).toBeCloseTo(Math.max(...slow), 9);
  });

  test('gives the same in parts as in one go', () => {
    const [question] = fc.sample(questions, { numRuns: 1, seed: 4 });
    const whole = prepareWork({ question: question!, seed: 3 })({ from: 0, to: 20 });
    const work = prepareWork({ question: question!, seed: 3 });
    const parts = [
      [13, 20],
      [0, 3],
      [3, 13],
    ].map(([from, to]) => [from!, work({ from: from!, to: to! })] as const);
    for (const [from, part] of parts)
      for (const [at, ratio] of part.entries()) expect(ratio).toBeCloseTo(whole[from + at]!, 9);
  });

  test('keeps the totals of places and steps when it deals times out anew', () => {
    const [question] = fc.sample(
      questions.filter(({ model }) => model === 'permutation'),
      { numRuns: 1, seed: 8 },
    );
    const { cases, draw } = scanBasis(question!);
    const drawn = draw(new ReplicaRandom(1, 1));
    expect(drawn.start).toEqual(cases.start);
    expect(drawn.step.toSorted()).toEqual(cases.step.toSorted());
    expect(drawn.step).not.toEqual(cases.step);
  });

  test('draws Poisson cases by population and alike over the steps', () => {
    const length = 40_000;
    const { draw } = scanBasis({
      model: 'poisson',
      places: {
        x: Float64Array.of(0, 1, 2, 3),
        y: new Float64Array(4),
        population: Float64Array.of(1, 0, 4, 5),
      },
      casePlace: Int32Array.from({ length }, () => 2),
      caseStep: new Int32Array(length),
      steps: 2,
      windows: { maxShare: 0.5 },
    });
    const { start, step } = draw(new ReplicaRandom(1, 0));
    const counts = [0, 1, 2, 3].map((place) => start[place + 1]! - start[place]!);
    for (const [place, people] of [1, 0, 4, 5].entries())
      expect(Math.abs(counts[place]! - 4000 * people)).toBeLessThanOrEqual(4 * Math.sqrt(4000 * people));
    expect(Math.abs(step.reduce((sum, at) => sum + at, 0) - length / 2)).toBeLessThan(400);
  });

  test('finds a cluster that was put in, where and when, and no chance finding beside it', () => {
    const random = new ReplicaRandom(21, 0);
    const [casePlace, caseStep]: number[][] = [[], []];
    for (let at = 0; at < 3000; at += 1) {
      casePlace!.push(random.below(100));
      caseStep!.push(random.below(60));
    }
    // Cell 44 and its four neighbours on the days 20–26.
    const near = [34, 43, 44, 45, 54];
    for (let at = 0; at < 40; at += 1) {
      casePlace!.push(near[random.below(5)]!);
      caseStep!.push(20 + random.below(7));
    }
    const question: ScanQuestion = {
      model: 'permutation',
      places: {
        x: Float64Array.from({ length: 100 }, (_, at) => 250 * (at % 10)),
        y: Float64Array.from({ length: 100 }, (_, at) => 250 * Math.floor(at / 10)),
      },
      casePlace: Int32Array.from(casePlace!),
      caseStep: Int32Array.from(caseStep!),
      steps: 60,
      windows: { maxShare: 0.2, maxMetres: 600, maxSteps: 14 },
    };
    const highest = prepareWork({ question, seed: 1 })({ from: 0, to: 199 });
    const [first, second] = scanClusters(question, highest);
    expect(first!.p).toBe(0.005);
    expect([...first!.places].toSorted()).toEqual(near);
    expect(first!.firstStep).toBeGreaterThanOrEqual(18);
    expect(first!.lastStep).toBeLessThanOrEqual(28);
    expect(first!.radiusMetres).toBeLessThanOrEqual(600);
    expect(first!.relativeRisk).toBeGreaterThan(1.5);
    expect(second!.p).toBeGreaterThan(0.05);
    expect([...second!.places].some((place) => first!.places.includes(place))).toBe(false);
  });
});

describe('the likelihood ratio', () => {
  test('of 85 cases for 49.71 expected of 552 is that of the first cluster of New York', () => {
    expect(logLikelihoodRatio(85, (552 * 95_249) / 1_057_673, 552)).toBeCloseTo(11.577255, 5);
    expect(logLikelihoodRatio(10, 10, 100)).toBe(0);
    expect(logLikelihoodRatio(100, 10, 100)).toBeCloseTo(100 * Math.log(10), 9);
  });

  test('never exceeds its bound, and the fewest cases above a limit are just that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 1e-4, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        (total, share, limit) => {
          const expected = total * share;
          const fewest = fewestCases(limit, expected, total);
          for (const cases of [fewest - 1, fewest]) {
            if (cases > total || cases < 0) continue;
            const ratio = logLikelihoodRatio(cases, expected, total);
            expect(ratio > limit).toBe(cases === fewest);
            expect(ratioBound(cases, expected, total)).toBeGreaterThanOrEqual(ratio * (1 - 1e-9));
          }
          expect(fewest).toBeLessThanOrEqual(total + 1);
        },
      ),
    );
  });
});

describe('a question that cannot be asked', () => {
  const fine: ScanQuestion = {
    model: 'poisson',
    places: { x: Float64Array.of(0, 1), y: new Float64Array(2), population: Float64Array.of(5, 5) },
    casePlace: Int32Array.of(0, 1, 1),
    caseStep: Int32Array.of(0, 1, 0),
    steps: 2,
    windows: { maxShare: 0.5 },
  };

  test.each<[string, Partial<ScanQuestion>]>([
    ['no population', { places: { x: fine.places.x, y: fine.places.y } }],
    ['cases where nobody lives', { places: { ...fine.places, population: Float64Array.of(0, 5) } }],
    ['a case in no place', { casePlace: Int32Array.of(0, 1, 2) }],
    ['a case outside of the period', { caseStep: Int32Array.of(0, 1, 2) }],
    ['one case', { casePlace: Int32Array.of(0), caseStep: Int32Array.of(0) }],
    ['circles of all', { windows: { maxShare: 0.9 } }],
    ['no circle', { windows: { maxShare: 0.5, maxMetres: Number.NaN } }],
    ['no time to permute', { model: 'permutation', steps: 1, caseStep: new Int32Array(3) }],
  ])('is refused: %s', (_, change) => {
    expect(() => scanClusters({ ...fine, ...change }, new Float64Array(0))).toThrow(
      expect.objectContaining({ code: 'SCAN_INVALID' }),
    );
  });
});
