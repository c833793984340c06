import { pino } from 'pino';
import { expect, test } from 'vitest';
import { RepeatedJob } from './repeated-job.ts';

const HOUR_MS = 60 * 60_000;

function jobOf(work: () => Promise<void>, logged: string[] = []): RepeatedJob {
  const logger = pino({}, { write: (line: string) => logged.push(line) });
  return new RepeatedJob({ work, everyMs: HOUR_MS, failure: 'it was not done', logger });
}

test('runs come one after the other, and the end waits for the last', async () => {
  const done: string[] = [];
  const job = jobOf(async () => {
    done.push('begins');
    await new Promise(setImmediate);
    done.push('ends');
  });
  job.start();
  job.look();
  await job[Symbol.asyncDispose]();
  expect(done).toEqual(['begins', 'ends', 'begins', 'ends']);
});

test('a failure is logged, told to who waits for it, and does not stop the next', async () => {
  const logged: string[] = [];
  let failures = 2;
  await using job = jobOf(async () => {
    if (failures-- > 0) throw new Error('no database');
  }, logged);
  await expect(job.run()).rejects.toThrow('no database');
  expect(logged).toEqual([]);
  job.look();
  await job.run();
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, msg: 'it was not done', err: { message: 'no database' } },
  ]);
});
