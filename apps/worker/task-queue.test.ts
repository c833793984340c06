import { describe, expect, test } from 'vitest';
import { TaskQueue } from './task-queue.ts';

const unexpected = (error: unknown) => {
  throw error;
};

test('runs one task after the other, in the order in which they came', async () => {
  const steps: string[] = [];
  {
    await using queue = new TaskQueue(1, unexpected);
    for (const name of ['a', 'b', 'c']) {
      queue.add(async () => {
        steps.push(`${name} begins`);
        await Promise.resolve();
        steps.push(`${name} ends`);
      });
    }
  }
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('runs as many at once as it may, and no more', async () => {
  const doors = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const started: number[] = [];
  const queue = new TaskQueue(2, unexpected);
  for (const [number, door] of doors.entries()) {
    queue.add(async () => {
      started.push(number);
      await door.promise;
    });
  }
  expect(started).toEqual([0, 1]);
  doors[1]?.resolve();
  await expect.poll(() => started).toEqual([0, 1, 2]);
  for (const door of doors) door.resolve();
  await queue[Symbol.asyncDispose]();
  expect(started).toEqual([0, 1, 2, 3, 4]);
});

describe('a task that fails', () => {
  test.each([
    ['later', () => Promise.reject(new Error('no disk'))],
    [
      'at once',
      () => {
        throw new Error('no disk');
      },
    ],
  ])('%s is reported, and the others still run', async (_, task: () => Promise<void>) => {
    const failures: unknown[] = [];
    let done = 0;
    {
      await using queue = new TaskQueue(1, (error) => failures.push(error));
      queue.add(task);
      queue.add(async () => {
        done += 1;
      });
      queue.add(task);
    }
    expect(done).toBe(1);
    expect(failures).toEqual([new Error('no disk'), new Error('no disk')]);
  });
});

test('refuses what no longer fits, and takes tasks again when there is room', async () => {
  const door = Promise.withResolvers<void>();
  let done = 0;
  const count = async () => {
    done += 1;
  };
  await using queue = new TaskQueue(1, unexpected, 2);
  queue.add(() => door.promise);
  expect([queue.add(count), queue.add(count), queue.add(count)]).toEqual([true, true, false]);
  door.resolve();
  await expect.poll(() => done).toBe(2);
  expect(queue.add(count)).toBe(true);
});
