import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { redaction } from '@amaan/redaction/system';
import { Redactor } from '@amaan/redactor/redactor';
import { MaskedViewer } from '@amaan/redactor/testing/masked-viewer';
import { TestCamera } from '@amaan/redactor/testing/test-camera';
import { TestPermits } from '@amaan/redactor/testing/test-permits';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { pino } from 'pino';
import { cpuSeconds } from '../cpu-seconds.ts';
import { samplePhotos } from '../faces/sample-photos.ts';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { movingCrowd } from './moving-crowd.ts';
import { figure } from './redaction-figure.ts';
import { WorkFolder } from './work-folder.ts';

/** Seconds that each view is watched, and how many of them count for the delay: before, it catches up. */
const WATCHED = 20;
const SETTLED = 8;
const STEP_MS = 100;

/**
 * What a masked live view costs and how late it is: cameras of 720p that play recordings, watched by one viewer, beside
 * an ffmpeg alone that decodes, scales and encodes as much.
 */
export const benchRedactionLive: Benchmark = async function* () {
  await using folder = await WorkFolder.create();
  const crowd = await movingCrowd(await Array.fromAsync(samplePhotos()), folder);
  const views = [{ name: 'moving view', file: crowd.file }];
  const road = sharedData('media/suburban-road.mp4');
  if (existsSync(road)) {
    const file = await folder.encode([
      ...['-t', '30', '-i', road, '-an', '-vf', 'scale=1280:720:flags=bicubic', '-bf', '0', '-g', '48'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-pix_fmt', 'yuv420p'],
    ]);
    views.push({ name: 'fixed camera on a road', file });
  }
  await using permits = await TestPermits.create();
  await using redactor = await Redactor.start({
    bus: permits.bus,
    dataFolder: folder.fresh(''),
    logger: pino({ level: 'silent' }),
    lingerMs: 0,
  });
  void redactor;
  for (const { name, file } of views) yield* viewFigures(name, file, permits, folder);
};

async function* viewFigures(
  name: string,
  file: string,
  permits: TestPermits,
  folder: WorkFolder,
): AsyncGenerator<Figure> {
  const floor = (await cpuSeconds(() => transcode(file, folder))) / WATCHED;
  yield figure(`720p ${name}: ffmpeg alone, per second of masked view`, floor, 'CPU s');
  await using camera = await TestCamera.start(file);
  await permits.permit([camera.id]);
  // Its first pictures, the permit and the sessions behind it.
  await delay(6_000);
  const delays: number[] = [];
  let seconds = 0;
  const used = await cpuSeconds(async () => {
    await using viewer = new MaskedViewer(permits.heartbeats.at(-1)!, camera.id, camera.feed);
    for (let step = 0; step < (WATCHED * 1000) / STEP_MS; step++) {
      await delay(STEP_MS);
      if (viewer.reaches !== null && step * STEP_MS > SETTLED * 1000)
        delays.push(camera.ring.range!.to - viewer.reaches);
    }
    seconds = viewer.fragments.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
    await viewer[Symbol.asyncDispose]();
    while (camera.viewers > 0) await delay(STEP_MS);
    await delay(10 * STEP_MS);
  });
  const each = used / seconds;
  yield { ...figure('… masked, per second of masked view', each, 'CPU s'), floor, ratio: each / floor };
  yield figure('… behind the camera, median', percentile(delays, 0.5), 's');
  yield figure('… behind the camera, 95th percentile', percentile(delays, 0.95), 's');
}

async function transcode(file: string, folder: WorkFolder): Promise<void> {
  const { path } = await findFfmpeg();
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-crf', '26'];
  const filter = `fps=${redaction.settings.liveRate},scale=1280:720:flags=fast_bilinear,format=yuv420p`;
  const args = ['-v', 'error', '-nostdin', '-stream_loop', '-1', '-t', `${WATCHED}`, '-i', file, '-an'];
  await promisify(execFile)(path, [
    ...args,
    ...['-vf', filter, ...encode, '-threads', '1', folder.fresh('.mp4')],
  ]);
}
