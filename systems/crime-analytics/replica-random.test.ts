import { expect, test } from 'vitest';
import { ReplicaRandom } from './replica-random.ts';

test('each replica has its own stream, which its number and the seed tell', () => {
  const first = (seed: number, replica: number) => {
    const random = new ReplicaRandom(seed, replica);
    return Array.from({ length: 4 }, () => random.uint32()).join();
  };
  expect(first(1, 2)).toBe(first(1, 2));
  const streams = new Set<string>();
  for (let seed = 0; seed < 40; seed += 1)
    for (let replica = 0; replica < 50; replica += 1) streams.add(first(seed, replica));
  expect(streams.size).toBe(2000);
});

test('is xoshiro128** 1.1: of the state 1, 2, 3, 4 the reference implementation gives these', () => {
  // Made with the authors' C code (https://prng.di.unimi.it/xoshiro128starstar.c), state { 1, 2, 3, 4 }.
  const random = ReplicaRandom.ofState(1, 2, 3, 4);
  expect(Array.from({ length: 5 }, () => random.uint32())).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
});

test('draws all numbers and all orders alike', () => {
  const random = new ReplicaRandom(7, 0);
  const drawn = new Array<number>(10).fill(0);
  for (let at = 0; at < 100_000; at += 1) drawn[random.below(10)]! += 1;
  // χ² with 9 degrees of freedom is above 27.9 once in a thousand times.
  expect(drawn.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  const orders = new Map<string, number>();
  for (let at = 0; at < 24_000; at += 1) {
    const values = Int32Array.of(1, 2, 3, 4);
    random.shuffle(values);
    orders.set(values.join(), (orders.get(values.join()) ?? 0) + 1);
  }
  expect(orders.size).toBe(24);
  // … with 23 degrees above 49.7.
  const squares = [...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(squares).toBeLessThan(49.7);
});
