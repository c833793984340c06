/**
 * Acknowledged messages a second from one child process to another through the hub of their parent.
 *
 *     node packages/bus/bench/throughput.ts [MESSAGES]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Hub } from '../hub.ts';
import { connectIpcBus } from '../ipc-bus.ts';

const BATCH = 500;
/** Publishes under way at a time. */
const WINDOW = 8;
const [, script = '', ...args] = process.argv;
const role = process.env.AMAAN_BENCH_ROLE;
if (role === 'consumer') consume();
else if (role === 'publisher') await publish(Number(args[0]));
else await measure(Number(args[0] ?? 200_000));

async function measure(count: number): Promise<void> {
  await using hub = new Hub();
  const start = (as: string) => {
    const child = fork(script, [`${count}`], {
      serialization: 'advanced',
      env: { ...process.env, AMAAN_BENCH_ROLE: as },
    });
    hub.attach(child);
    return child;
  };
  const consumer = start('consumer');
  const publisher = start('publisher');
  publisher.on('message', (message) => {
    if (typeof message === 'object' && 'perSecond' in message) {
      console.log(`${message.perSecond} acknowledged messages/s of 600 bytes`);
    }
  });
  await once(publisher, 'exit');
  consumer.kill();
  await once(consumer, 'exit');
}

function consume(): void {
  connectIpcBus().consume('bench', async () => {}, { maxBatch: BATCH });
}

async function publish(count: number): Promise<void> {
  await using bus = connectIpcBus();
  const payload = { text: 'x'.repeat(550), box: [0.1, 0.2, 0.3, 0.4] };
  const open: Promise<void>[] = [];
  const started = performance.now();
  for (let at = 0; at < count; at += BATCH) {
    const messages = Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => ({
      id: `${at + i}`,
      payload,
    }));
    open.push(bus.publish('bench', messages));
    if (open.length >= WINDOW) await open.shift();
  }
  await Promise.all(open);
  const perSecond = Math.round(count / ((performance.now() - started) / 1000));
  process.send?.({ perSecond });
}
