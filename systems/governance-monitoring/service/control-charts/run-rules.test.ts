import { describe, expect, test } from 'vitest';
import { runSignals } from './run-rules.ts';

const at = (set: 'nelson' | 'western-electric', distances: (number | null)[]) =>
  runSignals(distances, set).at(-1);
const times = (count: number, ...values: number[]) =>
  Array.from({ length: count }, (_, index) => values[index % values.length]!);

describe('a signal', () => {
  test.each([
    ['nelson-1', [3.1]],
    ['nelson-2', times(9, 0.4, 0.2)],
    ['nelson-3', [-0.5, -0.3, 0, 0.2, 0.5, 0.9]],
    ['nelson-3', [0.9, 0.5, 0.2, 0, -0.3, -0.5]],
    ['nelson-4', times(14, 0.5, -0.5)],
    ['nelson-5', [2.2, 0, 2.4]],
    ['nelson-6', [1.2, 1.4, -0.2, 1.1, 1.6]],
    ['nelson-7', times(15, 0.5, 0.4, -0.4, -0.5)],
    ['nelson-8', times(8, 1.5, 1.4, -1.4)],
  ] as const)('%s is seen', (rule, distances) => {
    expect(at('nelson', [...distances])).toContain(rule);
  });

  test.each([
    ['we-1', [-3.1]],
    ['we-2', [-2.2, 0, -2.4]],
    ['we-3', [1.2, 1.4, 0.3, 1.1, 1.6]],
    ['we-4', times(8, 0.4, 0.2)],
  ] as const)('%s is seen', (rule, distances) => {
    expect(at('western-electric', [...distances])).toContain(rule);
  });

  test.each([
    ['a point at the limit', [3]],
    ['eight on a side', times(8, 0.4, 0.2)],
    ['five that rise', [-0.3, 0, 0.2, 0.5, 0.9]],
    ['two far out on different sides', [2.2, 0, -2.4]],
    ['two far out of which the last is not', [2.2, 2.4, 0.1]],
    ['nine on a side with a gap', [...times(4, 0.4), null, ...times(5, 0.4)]],
    ['a point on the centre between', [...times(4, 0.4), 0, ...times(4, 0.4)]],
  ])('is not seen in %s', (_, distances) => {
    expect(at('nelson', distances)).toEqual([]);
  });

  test('comes by chance as often as it should: about every 370th point lies outside', () => {
    // Box–Muller on a fixed low-discrepancy sequence: a long run of an undisturbed process.
    const calm = Array.from({ length: 20_000 }, (_, index) => {
      const u = ((index + 0.5) * 0.618033988749895) % 1;
      const v = ((index + 0.5) * 0.7548776662466927) % 1;
      return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    });
    const outside = runSignals(calm, 'nelson').filter((rules) => rules.includes('nelson-1')).length;
    expect(outside).toBeGreaterThan(40);
    expect(outside).toBeLessThan(70);
  });
});
