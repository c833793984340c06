import { expect, test } from 'vitest';
import type { Frame } from '../frame.ts';
import { FrameQueue } from './frame-queue.ts';

function frame(index: number): Frame {
  return { index, streamSeconds: index, capturedAt: index, width: 1, height: 1, pixels: new Uint8Array(3) };
}

function queueOf(delivery: 'newest' | 'every') {
  const dropped: number[] = [];
  const full: boolean[] = [];
  const queue = new FrameQueue({
    delivery,
    onDrop: (old) => dropped.push(old.index),
    onFull: (isFull) => full.push(isFull),
  });
  return { queue, dropped, full };
}

test('the newest frame wins, and each drop is counted', async () => {
  const { queue, dropped, full } = queueOf('newest');
  for (let index = 0; index < 100; index++) queue.put(frame(index));
  expect((await queue.take())?.index).toBe(99);
  expect(dropped).toEqual(Array.from({ length: 99 }, (_, index) => index));
  expect(full).not.toContain(true);
});

test('makes the producer wait when nothing may be dropped', async () => {
  const { queue, dropped, full } = queueOf('every');
  let put = 0;
  while (full.at(-1) !== true) queue.put(frame(put++));
  expect(put).toBeLessThan(10);
  expect((await queue.take())?.index).toBe(0);
  expect(full.at(-1)).toBe(false);
  expect(dropped).toEqual([]);
});

test('delivers what was read before it tells of the end', async () => {
  const { queue } = queueOf('every');
  queue.put(frame(0));
  queue.end(new Error('cut off'));
  expect((await queue.take())?.index).toBe(0);
  await expect(queue.take()).rejects.toThrow('cut off');
});

test('wakes a waiting reader for a frame and for the end', async () => {
  const { queue } = queueOf('newest');
  const first = queue.take();
  queue.put(frame(7));
  expect((await first)?.index).toBe(7);
  const last = queue.take();
  queue.end(null);
  expect(await last).toBeNull();
});

test('holds nothing once it is cleared', async () => {
  const { queue } = queueOf('every');
  queue.put(frame(0));
  queue.clear();
  queue.put(frame(1));
  expect(await queue.take()).toBeNull();
});
