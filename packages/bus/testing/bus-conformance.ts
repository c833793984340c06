import { setImmediate as nextTurn } from 'node:timers/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bus, BusMessage } from '../bus.ts';

/** A client of the bus under test. */
export interface LabClient {
  readonly bus: Bus;
  /** Ends it as a crash would: at once and without a word. */
  kill(): Promise<void>;
}

/** A fresh bus for one test, without messages and clients. */
export interface BusLab extends AsyncDisposable {
  client(): Promise<LabClient>;
}

const WAIT = { timeout: 20_000, interval: 5 };

/**
 * What every adapter of `Bus` must do; each adapter's tests call it with its own lab.
 * A lab's redelivery after a rejection should take well under a second.
 */
export function describeBus(name: string, openLab: () => Promise<BusLab>): void {
  describe(name, () => {
    let lab: BusLab;
    let clients: LabClient[];
    beforeEach(async () => {
      lab = await openLab();
      clients = [];
    });
    afterEach(async () => {
      await Promise.all(clients.map(({ bus }) => bus[Symbol.asyncDispose]()));
      await lab[Symbol.asyncDispose]();
    });
    const join = async (): Promise<LabClient> => {
      const client = await lab.client();
      clients.push(client);
      return client;
    };
    const kill = async (client: LabClient): Promise<void> => {
      clients = clients.filter((other) => other !== client);
      await client.kill();
    };

    describe('publish and consume', () => {
      it('brings payloads over unchanged, in batches of at most the size asked for', async () => {
        const [{ bus: publisher }, { bus: consumer }] = [await join(), await join()];
        const batches: (readonly BusMessage[])[] = [];
        consumer.consume('test.batches', async (messages) => void batches.push(messages), { maxBatch: 7 });
        const sent = numbered('m', 50, (n) => ({ n, nested: [null, true, 'متن', { deep: 1.5 }] }));
        await publisher.publish('test.batches', sent);
        expect(batches.flat()).toEqual(sent);
        expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(7);
      });

      it('keeps the order of each publisher', async () => {
        const [one, two, consumer] = [await join(), await join(), await join()];
        const seen: string[] = [];
        consumer.bus.consume('test.order', async (messages) => {
          await nextTurn();
          seen.push(...messages.map(({ id }) => id));
        });
        const publishAll = (bus: Bus, prefix: string) =>
          numbered(prefix, 200).map((message) => bus.publish('test.order', [message]));
        await Promise.all([...publishAll(one.bus, 'a'), ...publishAll(two.bus, 'b')]);
        await vi.waitFor(() => expect(seen).toHaveLength(400), WAIT);
        for (const prefix of ['a', 'b']) {
          const own = seen.filter((id) => id.startsWith(prefix));
          expect(own).toEqual(numbered(prefix, 200).map(({ id }) => id));
        }
      });

      it('delivers a batch again, in order, until its handler succeeds', async () => {
        const [{ bus: publisher }, { bus: consumer }] = [await join(), await join()];
        const done: string[] = [];
        let failures = 0;
        consumer.consume('test.reject', async (messages) => {
          if (failures < 3) {
            failures++;
            throw new AmaanError('TEST_REFUSAL', 'This handler fails three times.');
          }
          done.push(...messages.map(({ id }) => id));
        });
        const sent = numbered('m', 20);
        await publisher.publish('test.reject', sent);
        expect(failures).toBe(3);
        await vi.waitFor(() => expect(done).toEqual(sent.map(({ id }) => id)), WAIT);
      });

      it('delivers what a dead consumer had in hand to the next one', async () => {
        const [publisher, victim, heir] = [await join(), await join(), await join()];
        const inHand: string[] = [];
        victim.bus.consume('test.death', (messages) => {
          inHand.push(...messages.map(({ id }) => id));
          return new Promise(() => {});
        });
        const sent = numbered('m', 40);
        const published = publisher.bus.publish('test.death', sent);
        await vi.waitFor(() => expect(inHand.length).toBeGreaterThan(0), WAIT);
        await kill(victim);
        const inherited: string[] = [];
        heir.bus.consume('test.death', async (messages) => {
          inherited.push(...messages.map(({ id }) => id));
        });
        await published;
        await vi.waitFor(() => expect(inherited).toEqual(sent.map(({ id }) => id)), WAIT);
      });

      it('keeps messages until somebody consumes them, however many', async () => {
        const [{ bus: publisher }, { bus: consumer }] = [await join(), await join()];
        const sent = numbered('m', 500);
        const published = sent.map((message) => publisher.publish('test.patience', [message]));
        await roundTrip(publisher);
        const seen: string[] = [];
        consumer.consume('test.patience', async (messages) => {
          seen.push(...messages.map(({ id }) => id));
        });
        await Promise.all(published);
        await vi.waitFor(() => expect(seen).toEqual(sent.map(({ id }) => id)), WAIT);
      });

      it('shares messages among consumers: each one is handled once', async () => {
        const [publisher, one, two] = [await join(), await join(), await join()];
        const seen: [string[], string[]] = [[], []];
        for (const [which, { bus }] of [one, two].entries()) {
          bus.consume(
            'test.share',
            async (messages) => {
              await nextTurn();
              seen[which as 0 | 1].push(...messages.map(({ id }) => id));
            },
            { maxBatch: 5 },
          );
        }
        await Promise.all([roundTrip(one.bus), roundTrip(two.bus)]);
        const sent = numbered('m', 200);
        await publisher.bus.publish('test.share', sent);
        await vi.waitFor(() => expect(seen.flat()).toHaveLength(200), WAIT);
        expect(new Set(seen.flat()).size).toBe(200);
        expect(seen[0].length).toBeGreaterThan(0);
        expect(seen[1].length).toBeGreaterThan(0);
      });

      it('calls a handler no more after its subscription stopped, and keeps the rest for the next', async () => {
        const [{ bus: publisher }, { bus: consumer }] = [await join(), await join()];
        const first: string[] = [];
        const subscription = consumer.consume(
          'test.stop',
          async (messages) => void first.push(...messages.map(({ id }) => id)),
          { maxBatch: 1 },
        );
        const sent = numbered('m', 300);
        const published = publisher.publish('test.stop', sent);
        await vi.waitFor(() => expect(first.length).toBeGreaterThan(0), WAIT);
        await subscription.stop();
        const handled = first.length;
        const second: string[] = [];
        consumer.consume('test.stop', async (messages) => void second.push(...messages.map(({ id }) => id)));
        await published;
        await vi.waitFor(() => expect(first.length + second.length).toBe(300), WAIT);
        expect(first).toHaveLength(handled);
        expect([...first, ...second]).toEqual(sent.map(({ id }) => id));
      });

      it('refuses a payload without JSON form and sends nothing of its batch', async () => {
        const { bus } = await join();
        const seen: string[] = [];
        bus.consume('test.json', async (messages) => void seen.push(...messages.map(({ id }) => id)));
        const bad = [...numbered('m', 3), { id: 'bad', payload: 1n }];
        await expect(bus.publish('test.json', bad)).rejects.toMatchObject({ code: 'BUS_NOT_JSON' });
        await bus.publish('test.json', [{ id: 'good', payload: 1 }]);
        expect(seen).toEqual(['good']);
      });
    });

    describe('announce and listen', () => {
      it('reaches all who listen, once, and nobody who comes later', async () => {
        const [announcer, ...listeners] = [await join(), await join(), await join()];
        const heard: unknown[][] = [[], []];
        for (const [which, { bus }] of listeners.entries()) {
          bus.listen('test.news', (payload) => heard[which]?.push(payload));
          await roundTrip(bus);
        }
        for (let n = 0; n < 50; n++) announcer.bus.announce('test.news', { n });
        const all = Array.from({ length: 50 }, (_, n) => ({ n }));
        await vi.waitFor(() => expect(heard).toEqual([all, all]), WAIT);
        const late: unknown[] = [];
        listeners[0]?.bus.listen('test.news', (payload) => void late.push(payload));
        await roundTrip(listeners[0]!.bus);
        announcer.bus.announce('test.news', 'last');
        await vi.waitFor(
          () =>
            expect(heard).toEqual([
              [...all, 'last'],
              [...all, 'last'],
            ]),
          WAIT,
        );
        expect(late).toEqual(['last']);
      });
    });

    describe('request and respond', () => {
      it('brings questions to a responder and answers back', async () => {
        const [{ bus: asker }, { bus: responder }] = [await join(), await join()];
        responder.respond('test.double', async (payload) => ({ twice: (payload as number) * 2 }));
        await roundTrip(responder);
        const answers = await Promise.all([1, 2, 3].map((n) => asker.request('test.double', n)));
        expect(answers).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }]);
      });

      it('fails when nobody responds', async () => {
        const { bus } = await join();
        await expect(bus.request('test.nobody', null)).rejects.toMatchObject({ code: 'BUS_NO_RESPONDER' });
      });

      it('fails when no answer comes in time, and a late answer does no harm', async () => {
        const [{ bus: asker }, { bus: responder }] = [await join(), await join()];
        const late = Promise.withResolvers<unknown>();
        responder.respond('test.slow', (payload) =>
          payload === 'slow' ? late.promise : Promise.resolve('fast'),
        );
        await roundTrip(responder);
        await expect(asker.request('test.slow', 'slow', 50)).rejects.toMatchObject({ code: 'BUS_TIMEOUT' });
        late.resolve('too late');
        await expect(asker.request('test.slow', 'fast')).resolves.toBe('fast');
      });

      it('brings the code and sentence of the responder’s error back', async () => {
        const [{ bus: asker }, { bus: responder }] = [await join(), await join()];
        responder.respond('test.error', async () => {
          throw new AmaanError('TEST_REFUSAL', 'The responder says no.');
        });
        await roundTrip(responder);
        await expect(asker.request('test.error', {})).rejects.toMatchObject({
          code: 'TEST_REFUSAL',
          message: 'The responder says no.',
        });
      });

      it('fails when the responder dies, and finds the next one', async () => {
        const [asker, victim, heir] = [await join(), await join(), await join()];
        let asked = 0;
        victim.bus.respond('test.mortal', () => {
          asked++;
          return new Promise(() => {});
        });
        await roundTrip(victim.bus);
        const answer = asker.bus.request('test.mortal', {}, 10_000).catch((error: unknown) => error);
        await vi.waitFor(() => expect(asked).toBe(1), WAIT);
        await kill(victim);
        expect(['BUS_NO_RESPONDER', 'BUS_TIMEOUT']).toContain(((await answer) as AmaanError).code);
        heir.bus.respond('test.mortal', async () => 'alive');
        await roundTrip(heir.bus);
        await expect(asker.bus.request('test.mortal', {})).resolves.toBe('alive');
      });
    });
  });
}

/** Messages `PREFIX0`, `PREFIX1`, … */
function numbered(prefix: string, count: number, payloadOf: (n: number) => unknown = (n) => n): BusMessage[] {
  return Array.from({ length: count }, (_, n) => ({ id: `${prefix}${n}`, payload: payloadOf(n) }));
}

/** After it, all that this client told the bus before is in effect: messages of one client stay in order. */
async function roundTrip(bus: Bus): Promise<void> {
  await expect(bus.request('test.nobody-answers-this', null)).rejects.toMatchObject({
    code: 'BUS_NO_RESPONDER',
  });
}
