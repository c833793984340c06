import type { Figure } from '@amaan/contracts/monitoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLEAR_AFTER, judgeRule, RAISE_AFTER, type Standing } from './judge-rule.ts';

const rule = { metric: 'override-rate', threshold: 0.5 } as const;
const around = (value: number, reach = 0.02): Figure => ({
  state: 'known',
  value,
  low: value - reach,
  high: value + reach,
  count: 500,
});
const nothing: Figure = { state: 'not-enough-data', count: 3, needed: 30 };
const states = (figures: readonly Figure[], judged: Parameters<typeof judgeRule>[0] = rule) => {
  let standing: Standing | null = null;
  return figures.map((figure) => {
    standing = judgeRule(judged, figure, standing);
    return standing.state;
  });
};
const times = <Thing>(count: number, thing: Thing) => Array.from({ length: count }, () => thing);

describe('a rule', () => {
  test('fires at the third evaluation in a row whose whole interval is beyond the threshold', () => {
    expect(states(times(RAISE_AFTER, around(0.6)))).toEqual(['ok', 'ok', 'firing']);
    expect(states([around(0.6), around(0.6), around(0.4), around(0.6), around(0.6)])).toEqual(times(5, 'ok'));
  });

  test('does not fire while chance may explain the figure', () => {
    expect(states(times(20, around(0.6, 0.15)))).toEqual(times(20, 'ok'));
  });

  test('ceases a tenth below the threshold, five evaluations in a row', () => {
    const firing = times(RAISE_AFTER, around(0.6));
    expect(states([...firing, ...times(20, around(0.47))]).at(-1)).toBe('firing');
    expect(states([...firing, ...times(CLEAR_AFTER - 1, around(0.3))]).at(-1)).toBe('firing');
    expect(states([...firing, ...times(CLEAR_AFTER, around(0.3))]).at(-1)).toBe('ok');
  });

  test('says so when there is too little data, and goes on firing', () => {
    expect(states([nothing])).toEqual(['not-enough-data']);
    expect(states([...times(RAISE_AFTER, around(0.6)), ...times(30, nothing)]).at(-1)).toBe('firing');
  });

  test('that watches for too little fires when it is too little', () => {
    const low = { metric: 'volume-ratio', threshold: 0.2 } as const;
    expect(states(times(RAISE_AFTER, around(0.05)), low).at(-1)).toBe('firing');
    expect(states(times(9, around(1)), low).at(-1)).toBe('ok');
  });

  test('never changes while the figure stays between the two levels, whatever it does there', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.double({ min: 0.46, max: 0.51, noNaN: true })),
        (fires, values) => {
          const before = times(RAISE_AFTER, around(fires ? 0.7 : 0.1));
          const all = states([...before, ...values.map((value) => around(value))]);
          expect(new Set(all.slice(RAISE_AFTER - 1)).size).toBe(1);
        },
      ),
    );
  });
});
