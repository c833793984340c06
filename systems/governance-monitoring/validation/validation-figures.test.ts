import { describe, expect, test } from 'vitest';
import { drawSituations } from './draw-situation.ts';
import { DRIFTS, FOUND_BY } from './scenarios.ts';
import { monitoringFigures } from './validation-figures.ts';

/** Lehmer's generator (Park and Miller, 1988): enough for a test. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('validation of monitoring', () => {
  test('finds drift of the stated sizes and stays quiet without, the same for the same seed', () => {
    const counts = { quiet: 6, drifted: 2 };
    const figures = monitoringFigures(counts, seeded(7));
    expect(figures).toEqual(monitoringFigures(counts, seeded(7)));
    const [quiet, found] = figures;
    expect(quiet).toMatchObject({ group: null, n: 6, aim: { atLeast: 0.98 } });
    expect(found).toMatchObject({ group: null, n: 2 * Object.keys(FOUND_BY).length });
    expect(quiet!.value).toBeGreaterThan(0.5);
    expect(found!.value).toBeGreaterThan(0.5);
    expect(figures.map(({ group }) => group)).toEqual(expect.arrayContaining(Object.keys(FOUND_BY)));
  }, 60_000);

  test('draws the drift that was asked for', () => {
    const { reviews } = drawSituations(DRIFTS['override rate of 70 %'], seeded(3))(168);
    const sum = (key: 'reviewed' | 'rejected') => reviews.parts.reduce((total, part) => total + part[key], 0);
    expect(sum('rejected') / sum('reviewed')).toBeGreaterThan(0.55);
  });
});
