import { fork } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BusError } from './bus-error.ts';
import { ClientFrame } from './frames.ts';
import { Hub } from './hub.ts';
import { inProcessBus } from './in-process-bus.ts';
import { connectIpcBus } from './ipc-bus.ts';
import { type Port, portPair } from './port.ts';
import { PortBus } from './port-bus.ts';
import { ForkedLab } from './testing/forked-lab.ts';

const WAIT = { timeout: 20_000, interval: 5 };
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `m${n}`, payload: n }));

describe('Hub', () => {
  it('keeps what a publisher that died had published, and frees what it had only reserved', async () => {
    await using lab = new ForkedLab();
    const publisher = await lab.client();
    void publisher.bus.publish('test.last-words', numbered(30));
    await vi.waitFor(() => expect(lab.hub.depths().get('test.last-words')?.messages).toBe(30), WAIT);
    await publisher.kill();
    await using consumer = lab.hub.connect();
    const seen: string[] = [];
    consumer.consume('test.last-words', async (messages) => void seen.push(...messages.map(({ id }) => id)));
    await vi.waitFor(() => expect(seen).toEqual(numbered(30).map(({ id }) => id)), WAIT);

    const raw = openRaw(lab.hub);
    raw.port.send({ bus: 1, type: 'reserve', id: 1, subject: 'test.reserved', count: 5, bytes: 5 });
    await vi.waitFor(() => expect(raw.received).toEqual([{ bus: 1, type: 'granted', id: 1 }]), WAIT);
    expect(lab.hub.depths().get('test.reserved')?.reserved).toBe(5);
    raw.port.close();
    await vi.waitFor(() => expect(lab.hub.depths().get('test.reserved')?.reserved).toBe(0), WAIT);
  });

  it('holds no more than its limit while publishers wait, in a real child too', async () => {
    await using lab = new ForkedLab({ maxMessages: 10 });
    const publisher = await lab.client();
    const published = numbered(100).map((message) => publisher.bus.publish('test.full', [message]));
    await vi.waitFor(
      () => expect(lab.hub.depths().get('test.full')).toMatchObject({ messages: 10, waiting: 90 }),
      WAIT,
    );
    await using consumer = lab.hub.connect();
    const seen: string[] = [];
    consumer.consume('test.full', async (messages) => {
      expect(lab.hub.depths().get('test.full')?.messages).toBeLessThanOrEqual(10);
      seen.push(...messages.map(({ id }) => id));
    });
    await Promise.all(published);
    expect(seen).toEqual(numbered(100).map(({ id }) => id));
    expect(lab.hub.depths().get('test.full')).toEqual({ messages: 0, reserved: 0, bytes: 0, waiting: 0 });
  });

  it('speaks with a child over JSON serialisation as well', async () => {
    await using hub = new Hub();
    const child = fork(new URL('testing/forked-client.ts', import.meta.url), { execArgv: [] });
    hub.attach(child);
    await once(child, 'message');
    await using bus = hub.connect();
    child.send({ lab: 'subscribe', id: 0, method: 'respond', subject: 'test.json', options: {} });
    child.on('message', (message) => {
      if (typeof message !== 'object' || !('lab' in message) || message.lab !== 'incoming') return;
      const { id, payload } = message as unknown as { id: number; payload: unknown };
      child.send({ lab: 'handled', id, outcome: { ok: true, value: { echoed: payload } } });
    });
    await vi.waitFor(
      async () => expect(await bus.request('test.json', ['متن', 1.5])).toEqual({ echoed: ['متن', 1.5] }),
      WAIT,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('lets children end by themselves when the parent is killed', async () => {
    const parent = fork(new URL('testing/forked-parent.ts', import.meta.url), {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    await once(parent, 'message');
    const allClosed = once(parent, 'close');
    parent.kill('SIGKILL');
    // `close` comes when the last process that holds the parent's output, its child, is gone as well.
    await allClosed;
    expect(parent.signalCode).toBe('SIGKILL');
  });

  describe('when it is disposed of', () => {
    it('fails what is open, and says so to later calls', async () => {
      const hub = new Hub();
      const [here, there] = portPair();
      hub.open(here);
      const bus = new PortBus(there);
      bus.respond('test.never', () => new Promise(() => {}));
      const open = [bus.publish('test.open', numbered(3)), bus.request('test.never', null)];
      await vi.waitFor(() => expect(hub.depths().get('test.open')?.messages).toBe(3), WAIT);
      await hub[Symbol.asyncDispose]();
      for (const call of open) await expect(call).rejects.toMatchObject({ code: 'BUS_DISCONNECTED' });
      await bus.closed;
      await expect(bus.publish('test.open', numbered(1))).rejects.toMatchObject({ code: 'BUS_DISCONNECTED' });
      await expect(bus.request('test.open', null)).rejects.toMatchObject({ code: 'BUS_DISCONNECTED' });
      expect(() => bus.listen('test.open', () => {})).toThrow(
        expect.objectContaining({ code: 'BUS_DISCONNECTED' }),
      );
      expect(() => bus.announce('test.open', null)).not.toThrow();
    });
  });

  describe('faced with frames that make no sense', () => {
    let hub: Hub;
    let problems: BusError[];
    beforeEach(() => {
      problems = [];
      hub = new Hub({ onProblem: (problem) => problems.push(problem) });
    });
    afterEach(() => hub[Symbol.asyncDispose]());

    it('reports them, and works on for everybody', async () => {
      const plausible = fc.record(
        {
          bus: fc.constant(1),
          type: fc.oneof(
            fc.constantFrom(...ClientFrame.options.map(({ shape }) => shape.type.value)),
            fc.string(),
          ),
          id: fc.oneof(fc.nat(3), fc.anything()),
          subject: fc.oneof(fc.constant('test.fuzz'), fc.anything()),
          count: fc.oneof(fc.nat(3), fc.anything()),
          bytes: fc.oneof(fc.nat(3), fc.anything()),
          maxBatch: fc.oneof(fc.nat(3), fc.anything()),
          delivery: fc.oneof(fc.nat(3), fc.anything()),
          question: fc.oneof(fc.nat(3), fc.anything()),
          body: fc.oneof(fc.json(), fc.anything()),
          messages: fc.oneof(fc.array(fc.record({ id: fc.string(), body: fc.string() })), fc.anything()),
        },
        { requiredKeys: ['bus', 'type'] },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(plausible, fc.anything()), { maxLength: 40 }), async (frames) => {
          const raw = openRaw(hub);
          for (const frame of frames) raw.port.send(frame as object);
          raw.port.close();
          await using bus = hub.connect();
          bus.respond('test.health', async (payload) => payload);
          expect(await bus.request('test.health', 'well')).toBe('well');
        }),
        { numRuns: 300 },
      );
      expect(problems.length).toBeGreaterThan(0);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['BUS_MALFORMED']));
    });

    it('does not let one client settle what another one has in hand', async () => {
      await using victim = hub.connect();
      const gate = Promise.withResolvers<void>();
      let started = 0;
      victim.consume('test.gate', async () => {
        started++;
        await gate.promise;
      });
      const published = vi.fn();
      void victim.publish('test.gate', numbered(1)).then(published);
      await vi.waitFor(() => expect(started).toBe(1), WAIT);
      const raw = openRaw(hub);
      raw.port.send({ bus: 1, type: 'acknowledge', delivery: 0 });
      await vi.waitFor(() => expect(problems).toHaveLength(1), WAIT);
      expect(published).not.toHaveBeenCalled();
      gate.resolve();
      await vi.waitFor(() => expect(published).toHaveBeenCalled(), WAIT);
    });
  });
});

describe('inProcessBus', () => {
  it('acknowledges after the handler, and rejects what is open when it is disposed of', async () => {
    const bus = inProcessBus();
    const seen: unknown[] = [];
    bus.consume('test.one', async (messages) => void seen.push(...messages));
    await bus.publish('test.one', numbered(2));
    expect(seen).toEqual(numbered(2));
    const open = bus.publish('test.nobody', numbered(1));
    const outcome = expect(open).rejects.toMatchObject({ code: 'BUS_DISCONNECTED' });
    await bus[Symbol.asyncDispose]();
    await outcome;
  });

  it('reports the error of a listener instead of passing it over', async () => {
    const hub = new Hub();
    const [here, there] = portPair();
    hub.open(here);
    const problems: Error[] = [];
    await using bus = new PortBus(there, (problem) => problems.push(problem));
    bus.listen('test.throws', () => {
      throw new Error('listener failed');
    });
    bus.announce('test.throws', null);
    await vi.waitFor(() => expect(problems.map(({ message }) => message)).toEqual(['listener failed']), WAIT);
  });
});

describe('connectIpcBus', () => {
  it('fails with a clear error in a process without a parent to talk to', () => {
    const { connected } = process;
    process.connected = false;
    try {
      expect(() => connectIpcBus()).toThrow(expect.objectContaining({ code: 'BUS_DISCONNECTED' }));
    } finally {
      process.connected = connected;
    }
  });
});

/** A client that says what the test tells it to. */
function openRaw(hub: Hub): { port: Port; received: unknown[] } {
  const [here, port] = portPair();
  const received: unknown[] = [];
  hub.open(here);
  port.open(
    (frame) => received.push(frame),
    () => {},
  );
  return { port, received };
}
