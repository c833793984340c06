import { describe, expect, test } from 'vitest';
import { type ChartSlot, makeChart } from './make-chart.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const slot = (index: number, median: number, within = 16, count = 20): ChartSlot => ({
  ...{ from: START + index * DAY, to: START + (index + 1) * DAY, within, judged: count, count },
  ...{ reached: count, median },
});
const days = (medians: readonly number[]) => medians.map((median, index) => slot(index, median));
/** A process that wanders a little, for twenty days. */
const CALM = [60, 62, 58, 61, 63, 59, 57, 62, 60, 61, 64, 58, 60, 59, 62, 61, 57, 63, 60, 61];

describe('a chart of medians', () => {
  test('has its limits from the first two thirds, and sees a change after them', () => {
    const { kind, points, centre, ranges } = makeChart(
      days([...CALM, 60, 95, 96, 61, 60, 59, 62, 60, 61, 60]),
      'median',
      'nelson',
    );
    expect(kind).toBe('individuals');
    expect(points.filter(({ inBaseline }) => inBaseline)).toHaveLength(20);
    expect(centre).toBeCloseTo(60.4, 10);
    expect(points[21]!.signals).toContain('nelson-1');
    expect(points.slice(0, 20).flatMap(({ signals }) => signals)).toEqual([]);
    expect(ranges.slice(0, 3)).toEqual([null, 2, 4]);
  });

  test('draws no point of a few, and no limits of a few points', () => {
    const { points, centre } = makeChart([slot(0, 60, 3, 9), ...days(CALM.slice(0, 8))], 'median', 'nelson');
    expect(points[0]).toMatchObject({ value: null, size: 9, signals: [], lower: null });
    expect(points[1]!.value).toBe(60);
    expect(centre).toBeNull();
  });
});

test('a chart of shares is of those in time, a chart of counts of an hour', () => {
  const slots = CALM.map((_, index) => slot(index, 60, 16 + (index % 3)));
  expect(makeChart(slots, 'within-target', 'nelson')).toMatchObject({
    kind: 'p',
    points: { 0: { value: 0.8, size: 20 } },
  });
  const counts = makeChart(slots, 'volume', 'western-electric');
  expect(counts).toMatchObject({ kind: 'u', centre: 20 / 24 });
  // Every day the same is less than chance has it, but nothing lies outside.
  expect(counts.points.flatMap(({ signals }) => signals)).toEqual([]);
});
