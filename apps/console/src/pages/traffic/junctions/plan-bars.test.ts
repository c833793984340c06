import type { Junction } from '@amaan/contracts/traffic/junction';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planBars, secondOfCycle, shownBars } from './plan-bars.ts';

const group = (id: string, kind: 'vehicle' | 'pedestrian') => ({
  ...{ id, name: id, kind, minGreen: 5, yellow: kind === 'vehicle' ? 3 : 0, clearance: 4, maxRed: 120 },
});
const junction: Junction = {
  ...{ id: 'j', name: 'Fawara', position: null, lanes: [], exits: [], clearingExtension: 0 },
  groups: [
    group('north', 'vehicle'),
    group('turn', 'vehicle'),
    group('east', 'vehicle'),
    group('walk', 'pedestrian'),
  ],
  conflicts: [],
  permissive: [],
  stages: [
    { id: 'a', name: 'North', green: ['north', 'turn', 'walk'], yielding: ['turn'] },
    { id: 'b', name: 'Turn', green: ['turn'], yielding: [] },
    { id: 'c', name: 'East', green: ['east'], yielding: [] },
  ],
  fixedPlan: {
    offset: 7,
    steps: [
      { stage: 'a', green: 20, yellow: 3, allRed: 2 },
      { stage: 'b', green: 10, yellow: 3, allRed: 1 },
      { stage: 'c', green: 15, yellow: 3, allRed: 3 },
    ],
  },
};

describe('the diagram of a fixed plan', () => {
  const { cycle, rows, steps } = planBars(junction);
  const of = (id: string) => rows.find((row) => row.group.id === id)!.bars;

  test('has every second of the cycle once for every group', () => {
    expect(cycle).toBe(60);
    for (const { bars } of rows) {
      expect([bars[0]!.from, bars.at(-1)!.to]).toEqual([0, 60]);
      for (const [index, { from }] of bars.slice(1).entries()) expect(from).toBe(bars[index]!.to);
    }
    expect(steps.map(({ at }) => at)).toEqual([0, 25, 39]);
  });

  test('shows yellow only to a group that ends', () => {
    expect(of('north')).toEqual([
      { from: 0, to: 20, light: 'green' },
      { from: 20, to: 23, light: 'yellow' },
      { from: 23, to: 60, light: 'red' },
    ]);
    expect(of('turn').map(({ light, to }) => [light, to])).toEqual([
      ['yield', 25],
      ['green', 35],
      ['yellow', 38],
      ['red', 60],
    ]);
  });

  test('lets pedestrians clear the road in the place of yellow', () => {
    expect(of('walk').map(({ light, to }) => [light, to])).toEqual([
      ['green', 20],
      ['clearing', 24],
      ['red', 60],
    ]);
  });

  test('leaves out a step whose stage does not exist', () => {
    const steps = [...junction.fixedPlan.steps, { stage: 'nowhere', green: 9, yellow: 0, allRed: 0 }];
    expect(planBars({ ...junction, fixedPlan: { offset: 0, steps } }).cycle).toBe(60);
  });
});

test('the second of the cycle is within it, whatever the clock and the offset', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e6, max: 1e9 }),
      fc.integer({ min: -3600, max: 3600 }),
      (clock, offset) => {
        const second = secondOfCycle(clock, offset, 60);
        expect(second).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThan(60);
        expect((clock - offset - second) % 60).toBeCloseTo(0, 9);
      },
    ),
  );
});

describe('what was really shown', () => {
  const groups = junction.groups.slice(0, 1);

  test('goes back from now, with a gap where nobody knew', () => {
    const moments = [
      { at: 1_000, lights: ['green' as const] },
      { at: 3_000, lights: ['yellow' as const] },
      { at: 20_000, lights: ['red' as const] },
    ];
    expect(shownBars(groups, moments, 22_000, 60)[0]!.bars).toEqual([
      { from: -21, to: -19, light: 'green' },
      { from: -19, to: -14, light: 'yellow' },
      { from: -2, to: 0, light: 'red' },
    ]);
  });

  test('is cut where the picture begins', () => {
    expect(shownBars(groups, [{ at: 0, lights: ['red'] }], 4_000, 2)[0]!.bars).toEqual([
      { from: -2, to: 0, light: 'red' },
    ]);
  });
});
