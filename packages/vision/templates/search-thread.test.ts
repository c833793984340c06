import { expect, test } from 'vitest';
import type { ScanOrder } from './scan-list.ts';
import { SearchThread } from './search-thread.ts';
import { Segment } from './segment.ts';

const order: ScanOrder = {
  rows: 10,
  query: new Uint8Array(),
  queryScale: 1,
  cutoffs: null,
  wanted: { threshold: 0, hits: 1, persons: 1 },
  nextBlock: new Int32Array(new SharedArrayBuffer(4)),
};

test('a list that was given back, or never given, has no answer', async () => {
  await using thread = new SearchThread(0);
  expect(await thread.scan('a', order)).toBeNull();
  thread.attach('a', Segment.create().memory);
  expect(await thread.scan('a', order)).toEqual({ hits: [], hitCount: 0, persons: [] });
  await thread.detach('a');
  expect(await thread.scan('a', order)).toBeNull();
});

test('what a lost thread was asked fails, and it can be let go', async () => {
  const thread = new SearchThread(1);
  thread.attach('a', Segment.create().memory);
  // No thread survives a counter that is not shared.
  const broken = { ...order, nextBlock: new Float32Array(1) as unknown as Int32Array };
  const lost = expect.objectContaining({ code: 'TEMPLATE_SEARCH_THREAD_LOST' });
  const answers = await Promise.allSettled([thread.scan('a', broken), thread.scan('a', order)]);
  for (const answer of answers) expect(answer).toEqual({ status: 'rejected', reason: lost });
  expect(thread.isLost).toBe(true);
  await expect(thread.scan('a', order)).rejects.toEqual(lost);
  await thread.detach('a');
  await thread[Symbol.asyncDispose]();
});
