import { describe, expect, test } from 'vitest';
import { spreadOverTime } from './spread-over-time.ts';

const MINUTE = 60_000;
const begin = Date.parse('2026-03-01T08:00:00.000Z');
const at = (minute: number) => ({ from: new Date(begin + minute * MINUTE).toISOString(), minute });

describe('the steps of a time', () => {
  test('hold a gap where nothing is told, and never a zero', () => {
    const steps = spreadOverTime([at(0), at(3)], begin, begin + 5 * MINUTE, MINUTE);
    expect(steps.map(({ row }) => row?.minute ?? null)).toEqual([0, null, null, 3, null]);
    expect(steps.map((step) => step.at)).toEqual([0, 1, 2, 3, 4].map((minute) => begin + minute * MINUTE));
  });

  test('leave out what lies outside of the time, and take what begins within a step', () => {
    const late = { from: new Date(begin + 90_000).toISOString(), minute: 1.5 };
    const steps = spreadOverTime([at(-1), late, at(2)], begin, begin + 2 * MINUTE, MINUTE);
    expect(steps.map(({ row }) => row?.minute ?? null)).toEqual([null, 1.5]);
  });

  test('are none where the end is before the begin', () => {
    expect(spreadOverTime([at(0)], begin, begin - MINUTE, MINUTE)).toEqual([]);
  });
});
