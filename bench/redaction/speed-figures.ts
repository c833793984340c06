import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { redaction } from '@amaan/redaction/system';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { installedModels } from '@amaan/vision/models/installed-models';
import { openEvaluationSessions } from '@amaan/vision/pipeline/evaluation-sessions';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { cpuMilliseconds } from '../cpu-milliseconds.ts';
import { cpuSeconds } from '../cpu-seconds.ts';
import type { Figure } from '../figure.ts';
import type { MovingCrowd } from './moving-crowd.ts';
import { figure } from './redaction-figure.ts';
import type { WorkFolder } from './work-folder.ts';

const CORES = 2;
const RUNS = 100;
const CASES: readonly {
  readonly kinds: readonly CoveredKind[];
  readonly name: string;
  readonly least: number;
}[] = [
  { kinds: ['face'], name: 'faces', least: 5 },
  { kinds: ['face', 'plate'], name: 'faces and plates', least: 2 },
];

/**
 * Speed at 720p, in CPU seconds of everything with its ffmpegs, beside ffmpeg alone that decodes and encodes the same
 * clip in the same way. Multiples of real time are those of two cores that have nothing else to do.
 */
export async function* speedFigures(crowd: MovingCrowd, folder: WorkFolder): AsyncGenerator<Figure> {
  yield await bareView();
  // Long enough that starting weighs little.
  const moving = await folder.encode(['-stream_loop', '1', '-i', crowd.file, '-c', 'copy']);
  const clips = [{ name: 'moving view', file: moving, seconds: (2 * crowd.frames) / 25 }];
  const road = sharedData('media/suburban-road.mp4');
  if (existsSync(road)) {
    const file = await folder.encode([
      ...['-t', '20', '-i', road, '-an', '-vf', 'scale=1280:720:flags=bicubic'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-pix_fmt', 'yuv420p'],
    ]);
    clips.push({ name: 'fixed camera on a road', file, seconds: 20 });
  }
  for (const { name, file, seconds } of clips) {
    const floor = (await cpuSeconds(() => transcode(file, folder))) / seconds;
    yield figure(`720p ${name}: ffmpeg alone, decode and encode, per second of video`, floor, 'CPU s');
    for (const { kinds, name: what, least } of CASES) {
      const began = performance.now();
      const used = (await cpuSeconds(() => folder.redact(file, kinds))) / seconds;
      const passed = (performance.now() - began) / 1000;
      yield { ...figure(`… ${what}, per second of video`, used, 'CPU s'), floor, ratio: used / floor };
      const multiple = CORES / used;
      yield {
        ...figure(`… ${what}: real time on two idle cores, by CPU time`, multiple, '×'),
        aim: `≥ ${least}`,
        met: multiple >= least,
      };
      yield figure(`… ${what}: real time by the clock in this run`, seconds / passed, '×');
    }
  }
}

/** What one view of the face detector costs here and now; on an idle machine of this kind it was 4 ms. */
async function bareView(): Promise<Figure> {
  const [model] = await installedModels([redaction.models[0]]);
  await using open = await openEvaluationSessions(redaction, [model!]);
  const { width, height } = model!.manifest.input;
  const input = new Float32Array(3 * width * height);
  const session = open.sessions[0]!;
  await session.run(null, input);
  const used = await cpuMilliseconds(async () => {
    for (let run = 0; run < RUNS; run++) await session.run(null, input);
  });
  return figure('one view of the face detector, bare', used / RUNS, 'ms CPU');
}

async function transcode(file: string, folder: WorkFolder): Promise<void> {
  const { path } = await findFfmpeg();
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '21', '-pix_fmt', 'yuv420p'];
  await promisify(execFile)(path, [
    '-v',
    'error',
    '-nostdin',
    '-i',
    file,
    '-an',
    ...encode,
    folder.fresh('.mp4'),
  ]);
}
