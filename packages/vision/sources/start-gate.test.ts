import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { START_ORDER, StartGate, type StartOrder } from './start-gate.ts';

const never = new AbortController().signal;

/** Enters the gate for each, and tells who is in. */
function crowd(gate: StartGate, orders: readonly StartOrder[]) {
  const inside: { order: StartOrder; place: Disposable }[] = [];
  for (const order of orders) gate.enter(order, never).then((place) => inside.push({ order, place }));
  return inside;
}

test('admits no more than there are places, and all in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.array(fc.constantFrom(...START_ORDER), { maxLength: 40 }),
      async (places, orders) => {
        const gate = new StartGate(places);
        const inside = crowd(gate, orders);
        let left = 0;
        while (left < orders.length) {
          await setImmediate();
          expect(gate.opening).toBeLessThanOrEqual(places);
          expect(inside.length).toBeGreaterThan(left);
          inside[left++]?.place[Symbol.dispose]();
        }
        expect(gate.opening).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});

test('a camera that was live enters at once, however many keep failing', async () => {
  const gate = new StartGate(4);
  const inside = crowd(gate, Array<StartOrder>(200).fill('failing'));
  await setImmediate();
  expect(inside.length).toBe(3);
  using _place = await gate.enter('was-live', never);
  expect(gate.opening).toBe(4);
});

test('those who were live come first, then those never tried', async () => {
  const gate = new StartGate(2);
  const first = await gate.enter('new', never);
  const second = await gate.enter('new', never);
  const inside = crowd(gate, ['failing', 'new', 'was-live']);
  const order: string[] = [];
  for (const place of [first, second]) {
    place[Symbol.dispose]();
    await setImmediate();
  }
  for (let at = 0; at < 3; at++) {
    order.push(inside[at]?.order ?? '');
    inside[at]?.place[Symbol.dispose]();
    await setImmediate();
  }
  expect(order).toEqual(['was-live', 'new', 'failing']);
});

test('whoever gives up leaves the queue', async () => {
  const gate = new StartGate(2);
  const taken = [await gate.enter('new', never), await gate.enter('new', never)];
  const impatient = new AbortController();
  const waiting = gate.enter('was-live', impatient.signal);
  impatient.abort();
  await expect(waiting).rejects.toThrow(/abort/i);
  for (const place of taken) place[Symbol.dispose]();
  expect(gate.opening).toBe(0);
});
