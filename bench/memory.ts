import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Camera } from '@amaan/contracts/camera';
import { z } from 'zod';
import type { Benchmark } from './figure.ts';
import { startBenchDeployment } from './with-deployment.ts';

const CAMERAS = 2;
const FRAMES = 10_000;
/** Frames after which caches are filled and growth counts. */
const WARM_UP = 1_000;
const AIM_BYTES = 300e6 + CAMERAS * 90e6;

/**
 * Memory of a worker with its ffmpegs (proportional set size, so that shared pages count once) while it
 * analyses 10,000 frames of 720p cameras at 15 frames per second each.
 */
export const benchMemory: Benchmark = async function* ({ file }) {
  await using bench = await startBenchDeployment(CAMERAS, file, (line) => console.error(line));
  const { worker } = bench.deployment;
  const cameras = z.array(Camera).parse(await bench.client.get('/api/cameras'));
  for (const { id } of cameras) await bench.client.patch(`/api/cameras/${id}`, { analysisRate: 15 });
  const samples: { frames: number; bytes: number }[] = [];
  const startedAt = Date.now();
  for (let frames = 0; frames < FRAMES; ) {
    await delay(5_000);
    const statuses = z.array(Camera).parse(await bench.client.get('/api/cameras'));
    const rate = statuses.reduce((sum, { status }) => sum + (status?.framesPerSecond ?? 0), 0);
    frames += rate * 5;
    samples.push({ frames, bytes: await memoryOf(worker.pid) });
    console.error(`${Math.round(frames)} frames, ${megabytes(samples.at(-1)!.bytes)} MB`);
    if (Date.now() - startedAt > 1_800_000) break;
  }
  const settled = samples.filter(({ frames }) => frames >= WARM_UP);
  const half = Math.floor(settled.length / 2);
  const mean = (part: typeof settled) => part.reduce((sum, { bytes }) => sum + bytes, 0) / part.length;
  const peak = Math.max(...samples.map(({ bytes }) => bytes));
  const common = { benchmark: 'memory', unit: 'MB' } as const;
  yield {
    ...common,
    name: 'frames analysed',
    value: Math.round(samples.at(-1)?.frames ?? 0),
    unit: 'frames',
  };
  yield {
    ...common,
    name: `worker and ${CAMERAS} ffmpegs, peak`,
    value: megabytes(peak),
    aim: `≤ ${megabytes(AIM_BYTES)} MB (300 + 90 a camera)`,
    met: peak <= AIM_BYTES,
  };
  const growth = mean(settled.slice(half)) / mean(settled.slice(0, half)) - 1;
  yield {
    ...common,
    name: 'second half against first half of the soak',
    value: Number((growth * 100).toFixed(1)),
    unit: '%',
    aim: 'no growth (≤ 5 %)',
    met: growth <= 0.05,
  };
};

/** Bytes of a process and all its children (Linux). */
async function memoryOf(pid: number | undefined): Promise<number> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid, ...parents.filter(([, parent]) => parent === pid).map(([child]) => child)];
  let bytes = 0;
  for (const member of family) {
    const rollup = await readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '');
    bytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  }
  return bytes;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
