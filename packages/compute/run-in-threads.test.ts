import { expect, test } from 'vitest';
import { runInThreads } from './run-in-threads.ts';
import type { prepareWork } from './testing/squares.ts';

const module = new URL('./testing/squares.ts', import.meta.url);

test('parts come in the order of their chunks, whichever thread had them', async () => {
  const seen: number[] = [];
  const parts = await runInThreads<Parameters<typeof prepareWork>[0], number, number>({
    module,
    shared: { add: 1 },
    chunks: [1, 2, 3, 4, 5],
    threads: 2,
    onPart: (_, __, done) => seen.push(done),
  });
  expect(parts).toEqual([2, 5, 10, 17, 26]);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('no chunks, no threads', async () => {
  expect(await runInThreads({ module, shared: { add: 0 }, chunks: [] })).toEqual([]);
});

test('an error keeps its code, and one without gets one', async () => {
  const run = (refuse: string) =>
    runInThreads({ module, shared: { add: 0, refuse }, chunks: [1, 2, 3], threads: 1 });
  await expect(run('prepare')).rejects.toMatchObject({ code: 'NOT_TODAY', message: 'Not today.' });
  await expect(run('chunk')).rejects.toMatchObject({
    code: 'COMPUTE_THREAD_FAILED',
    message: 'Three is refused.',
  });
});

test('work that would never end is ended when it is cancelled', async () => {
  const cancel = new AbortController();
  const running = runInThreads({
    module,
    shared: { add: 0, refuse: 'never-ends' },
    chunks: [1],
    signal: cancel.signal,
  });
  setTimeout(() => cancel.abort(new Error('Cancelled.')), 50);
  await expect(running).rejects.toThrow('Cancelled.');
});

test('what listens may refuse, too', async () => {
  await expect(
    runInThreads({
      module,
      shared: { add: 0 },
      chunks: [1, 2],
      onPart: () => {
        throw new Error('Disk full.');
      },
    }),
  ).rejects.toThrow('Disk full.');
});
