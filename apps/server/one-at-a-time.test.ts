import { expect, test } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

test('work begins when the one before it is done, also when that failed, and only its caller hears of that', async () => {
  const line = new OneAtATime();
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = line.run(async () => {
    seen.push('first begins');
    await gate.promise;
    seen.push('first fails');
    throw new Error('no');
  });
  const second = line.run(async () => {
    seen.push('second');
    return 2;
  });
  gate.resolve();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  await line.settled();
  expect(seen).toEqual(['first begins', 'first fails', 'second']);
});
