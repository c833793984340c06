import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AmaanError } from '@amaan/contracts/problem';

/** Clock ticks per second in `/proc`: 100 on every Linux that runs Node. */
const TICKS = 100;
/** Milliseconds that the kernel may take to hand over the account of a child that has ended. */
const SETTLE_MS = 50;

/**
 * CPU seconds that some work takes: of this process with all its threads, and of the child processes that
 * the work starts and waits for.
 * @throws AmaanError `BENCH_NEEDS_LINUX` where the kernel keeps no account of children.
 */
export async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = await account();
  await work();
  await delay(SETTLE_MS);
  return (await account()) - before;
}

async function account(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + (await childrenSeconds());
}

/** proc(5), `/proc/pid/stat`: fields 16 and 17 are the time of children that were waited for. */
async function childrenSeconds(): Promise<number> {
  const text = await readFile('/proc/self/stat', 'utf8').catch((cause) => {
    throw new AmaanError('BENCH_NEEDS_LINUX', 'This benchmark needs /proc, which only Linux has.', { cause });
  });
  // The second field is the program's name in brackets, which may hold spaces.
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) / TICKS;
}
