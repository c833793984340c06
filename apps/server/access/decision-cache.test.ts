import { expect, test } from 'vitest';
import { DecisionCache } from './decision-cache.ts';

test('asks once for what it knows, and forgets what was not asked for longest', () => {
  const asked: string[] = [];
  const cache = new DecisionCache(2);
  const ask = (key: string) =>
    cache.get(key, () => {
      asked.push(key);
      return { allowed: true };
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});
