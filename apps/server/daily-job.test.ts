import { pino } from 'pino';
import { expect, test } from 'vitest';
import { DAY_MS, DailyJob } from './daily-job.ts';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const startedAgo = (ms: number) => ({ startedAt: new Date(NOW - ms).toISOString() });

/** Starts a job and ends it again at once; how often it ran, and what it logged. */
async function once(last: { startedAt: string } | null, work: () => Promise<void> = async () => {}) {
  const logged: string[] = [];
  let runs = 0;
  const job = new DailyJob({
    last: async () => last,
    run: async () => {
      runs++;
      await work();
    },
    now: () => NOW,
    failure: 'it was not done',
    logger: pino({}, { write: (line: string) => logged.push(line) }),
  });
  job.start();
  await job[Symbol.asyncDispose]();
  return { runs, logged, job };
}

test('it runs when it never did, or a day ago, and not when it did since', async () => {
  expect((await once(null)).runs).toBe(1);
  expect((await once(startedAgo(DAY_MS))).runs).toBe(1);
  expect((await once(startedAgo(DAY_MS - 1))).runs).toBe(0);
});

test('the end of it waits for what runs, which can see that it is to end', async () => {
  let done = false;
  const { job } = await once(null, async () => {
    await new Promise(setImmediate);
    done = true;
  });
  expect(done).toBe(true);
  expect(job.isStopped).toBe(true);
});

test('a failure is logged and throws nothing', async () => {
  const { logged } = await once(null, () => Promise.reject(new Error('no database')));
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, msg: 'it was not done', err: { message: 'no database' } },
  ]);
});
