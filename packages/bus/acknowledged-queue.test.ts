import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AcknowledgedQueue, type Delivery } from './acknowledged-queue.ts';

const LIMITS = { maxMessages: 10, maxBytes: 100, redeliveryDelayMs: 50 };
const message = (id: number, body = 'x') => ({ id: `${id}`, body });

describe('AcknowledgedQueue', () => {
  it('makes publishers wait for room in messages and in bytes, and lets them in in turn', () => {
    const queue = new AcknowledgedQueue(LIMITS);
    const granted: string[] = [];
    const first = queue.reserve(8, 8, () => granted.push('first'));
    queue.reserve(3, 3, () => granted.push('too many'));
    queue.reserve(1, 1, () => granted.push('small, but later'));
    expect(granted).toEqual(['first']);
    expect(queue.depth).toEqual({ messages: 0, reserved: 8, bytes: 8, waiting: 2 });
    queue.cancel(first);
    expect(granted).toEqual(['first', 'too many', 'small, but later']);
    queue.reserve(1, 97, () => granted.push('too long'));
    expect(queue.depth).toEqual({ messages: 0, reserved: 4, bytes: 4, waiting: 1 });
  });

  it('lets a publish that is larger than the queue in when the queue is empty', () => {
    const queue = new AcknowledgedQueue(LIMITS);
    const granted = vi.fn();
    queue.reserve(1, 5_000, granted);
    expect(granted).toHaveBeenCalledOnce();
    queue.reserve(1, 1, granted);
    expect(granted).toHaveBeenCalledOnce();
  });

  it('takes nothing without a reservation that fits', () => {
    const queue = new AcknowledgedQueue(LIMITS);
    const reservation = queue.reserve(1, 1, () => {});
    expect(queue.push(reservation, [message(1), message(2)], () => {})).toBe(false);
    expect(queue.push(reservation, [message(1)], () => {})).toBe(true);
    expect(queue.push(reservation, [message(1)], () => {})).toBe(false);
    expect(queue.depth).toMatchObject({ messages: 1, reserved: 0, bytes: 1 });
  });

  it('never holds more than its limits, loses nothing and keeps the order, whatever consumers do', () => {
    const actions = fc.array(
      fc.record({
        do: fc.constantFrom('publish', 'join', 'leave', 'acknowledge', 'acknowledge', 'give back'),
        count: fc.integer({ min: 1, max: 6 }),
        which: fc.nat(),
      }),
      { minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(actions, (steps) => {
        const queue = new AcknowledgedQueue(LIMITS);
        const handled: number[] = [];
        const committed: number[] = [];
        const open = new Map<Delivery, () => void>();
        const stops: (() => void)[] = [];
        let published = 0;
        const join = (maxBatch: number) => {
          const mine = new Set<Delivery>();
          const stop = queue.consume(maxBatch, (delivery) => {
            mine.add(delivery);
            open.set(delivery, () => mine.delete(delivery));
          });
          stops.push(() => {
            stop();
            for (const delivery of mine) {
              open.delete(delivery);
              delivery.giveBack();
            }
          });
        };
        const acknowledge = (delivery: Delivery) => {
          open.get(delivery)?.();
          open.delete(delivery);
          handled.push(...delivery.messages.map(({ id }) => Number(id)));
          delivery.acknowledge();
        };
        for (const step of steps) {
          const delivery = [...open.keys()][step.which % Math.max(1, open.size)];
          if (step.do === 'publish') {
            const messages = Array.from({ length: step.count }, () => message(published++));
            const reservation = queue.reserve(step.count, step.count, () => queueMicrotask(() => {}));
            if (reservation.state === 'held') {
              queue.push(reservation, messages, () =>
                committed.push(...messages.map(({ id }) => Number(id))),
              );
            } else {
              queue.cancel(reservation);
              published -= step.count;
            }
          }
          if (step.do === 'join') join(step.count);
          if (step.do === 'leave') stops.splice(step.which % Math.max(1, stops.length), 1)[0]?.();
          if (step.do === 'acknowledge' && delivery) acknowledge(delivery);
          if (step.do === 'give back' && delivery) {
            open.delete(delivery);
            delivery.giveBack();
          }
          expect(queue.depth.messages).toBeLessThanOrEqual(LIMITS.maxMessages);
        }
        for (const stop of stops) stop();
        const already = handled.length;
        join(3);
        for (let next = [...open.keys()].at(-1); next; next = [...open.keys()].at(-1)) acknowledge(next);
        expect(handled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: published }, (_, n) => n));
        expect(committed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: published }, (_, n) => n));
        const last = handled.slice(already);
        expect(last).toEqual(last.toSorted((a, b) => a - b));
        expect(queue.depth).toEqual({ messages: 0, reserved: 0, bytes: 0, waiting: 0 });
      }),
    );
  });

  describe('a consumer that rejects', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('rests longer each time in a row, while another one may take the batch', () => {
      const queue = new AcknowledgedQueue(LIMITS);
      const deliveries: Delivery[] = [];
      queue.consume(5, (delivery) => deliveries.push(delivery));
      queue.push(
        queue.reserve(1, 1, () => {}),
        [message(1)],
        () => {},
      );
      for (const rest of [50, 100, 200]) {
        deliveries.at(-1)?.reject();
        const before = deliveries.length;
        vi.advanceTimersByTime(rest - 1);
        expect(deliveries).toHaveLength(before);
        vi.advanceTimersByTime(1);
        expect(deliveries).toHaveLength(before + 1);
      }
      deliveries.at(-1)?.reject();
      const taken: Delivery[] = [];
      queue.consume(5, (delivery) => taken.push(delivery));
      expect(taken.map(({ messages }) => messages)).toEqual([[message(1)]]);
    });
  });
});
