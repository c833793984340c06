import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { type Check, fine } from './check.ts';
import { runQuietly } from './run-quietly.ts';

const GIGABYTE = 1e9;
/** A day of one recorded 2 Mbit/s camera is about 22 GB. */
const DISK = { least: 2 * GIGABYTE, comfortable: 20 * GIGABYTE };
const MEMORY = { least: 1.5 * GIGABYTE, comfortable: 3.5 * GIGABYTE };
/** No clock that is right is before this code was written. */
const WRITTEN_AT = Date.UTC(2026, 10, 1);

export function checkProcessors(): Check {
  const cores = availableParallelism();
  const check = fine('processors', 'processors', `${cores}`);
  if (cores >= 2) return check;
  return { ...check, state: 'weak', help: 'One core analyses few cameras; two or more are better.' };
}

export function checkMemory(): Check {
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const check = fine('memory', 'memory', `${(bytes / GIGABYTE).toFixed(1)} GB`);
  if (bytes >= MEMORY.comfortable) return check;
  const help =
    'A worker takes 300 MB and 90 MB more for each 720p camera: give the machine more, or add fewer cameras.';
  return { ...check, state: bytes >= MEMORY.least ? 'weak' : 'missing', help };
}

/** @param folder the data folder, which need not exist yet. */
export async function checkDisk(folder: string): Promise<Check> {
  const existing = await nearestExisting(folder);
  const { bavail, bsize } = await statfs(existing);
  const free = bavail * bsize;
  const check = fine('disk', 'free disk space', `${(free / GIGABYTE).toFixed(1)} GB for ${folder}`);
  if (free >= DISK.comfortable) return check;
  const help = 'Free some space, or name another place with --data.';
  return { ...check, state: free >= DISK.least ? 'weak' : 'missing', help };
}

export async function checkWritable(folder: string): Promise<Check> {
  const existing = await nearestExisting(folder);
  const check = fine('data-folder', 'data folder', folder);
  const writable = await access(existing, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (writable) return check;
  return {
    ...check,
    state: 'missing',
    found: `${existing} is not writable`,
    help: 'Name another place with --data.',
  };
}

export async function checkPort(port: number): Promise<Check> {
  const check = fine('port', `port ${port}`, 'free');
  const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, () => server.close(() => resolve(null)));
  });
  if (problem === null) return check;
  const found = problem.code === 'EADDRINUSE' ? 'in use (by Amaan itself, if it runs)' : problem.message;
  return { ...check, state: 'weak', found, help: 'Stop what uses it, or start with --port N.' };
}

/** Evidence needs the right time: the clock is past this code's date, and the system says it is synchronised. */
export async function checkClock(now = Date.now()): Promise<Check> {
  const check = fine('clock', 'clock', new Date(now).toISOString());
  if (now < WRITTEN_AT) {
    return {
      ...check,
      state: 'missing',
      help: 'The clock is in the past: set it, and let NTP keep it (systemd-timesyncd, chrony).',
    };
  }
  const asked = await runQuietly('timedatectl', ['show', '--property=NTPSynchronized', '--value']);
  const answer = asked.stdout.toString().trim();
  if (answer === 'no') {
    return {
      ...check,
      state: 'weak',
      found: `${check.found}, not synchronised`,
      help: 'Let NTP keep the clock: sudo timedatectl set-ntp true',
    };
  }
  return answer === 'yes' ? { ...check, found: `${check.found}, synchronised` } : check;
}

async function nearestExisting(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const there = await access(at).then(
      () => true,
      () => false,
    );
    if (there || dirname(at) === at) return at;
  }
}
