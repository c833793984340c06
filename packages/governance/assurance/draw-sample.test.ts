import { digestOfBytes } from '@amaan/contracts/digest-of';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from './draw-sample.ts';

const seedOf = (text: string) => digestOfBytes(Buffer.from(text));
const members = fc.uniqueArray(fc.uuid(), { maxLength: 60 });

test('a draw does not depend on the order, holds no member twice and never more than there are', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 1, max: 20 }), fc.string(), async (all, size, text) => {
      const seed = seedOf(text);
      const { drawn, population } = await drawSample(seed, all, size);
      expect(population).toBe(all.length);
      expect(new Set(drawn).size).toBe(Math.min(size, all.length));
      expect(drawn.every((member) => all.includes(member))).toBe(true);
      expect((await drawSample(seed, all.toReversed(), size)).drawn).toEqual(drawn);
      // A larger draw begins with the smaller one.
      expect((await drawSample(seed, all, size + 5)).drawn.slice(0, size)).toEqual(drawn);
    }),
  );
});

test('over many seeds every member is drawn about equally often', async () => {
  const all = Array.from({ length: 20 }, (_, i) => `alert-${i}`);
  const counts = new Map(all.map((member) => [member, 0]));
  const draws = 4000;
  for (let i = 0; i < draws; i += 1) {
    const { drawn } = await drawSample(seedOf(`seed ${i}`), all, 5);
    for (const member of drawn) counts.set(member, counts.get(member)! + 1);
  }
  // Pearson's chi-squared with 19 degrees of freedom: 43.8 is its 0.999 quantile.
  const expected = (draws * 5) / 20;
  const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(chiSquared).toBeLessThan(43.8);
});
