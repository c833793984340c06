import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderDemoScenes } from '@amaan/cli/demo-scenes/render-demo-scenes';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SceneRule } from '@amaan/contracts/scene-rule';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { SceneAnalyser } from '@amaan/smart-vision/scene-analyser';
import { detectionThresholds, smartVision, trackerOptions } from '@amaan/smart-vision/system';
import { createObjectPool, type ObjectPool } from '@amaan/vision/detectors/object-pool';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { MotionGate } from '@amaan/vision/motion/motion-gate';
import { openEvaluationDetector } from '@amaan/vision/pipeline/evaluation-detector';
import { type AnalysedFrame, analyseFrames } from '@amaan/vision/pipeline/object-pipeline';
import { openSource } from '@amaan/vision/sources/ffmpeg-source';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import { cpuSeconds } from './cpu-seconds.ts';
import type { Benchmark, Figure } from './figure.ts';
import { percentile } from './percentile.ts';

const RATE = 5;
const ROUNDS = 3;
/** A box of another run is the same object when it overlaps so much. */
const SAME = 0.3;

/**
 * What one camera costs, from its file to events, in CPU seconds: beside the floor of ffmpeg alone and the
 * model's bare inferences, and with and without the motion gate. One round measures everything in turn, so
 * that whatever else the machine does falls on all alike; figures are medians of the rounds.
 */
export const benchVision: Benchmark = async function* ({ file }) {
  const clip = file ?? (await defaultClip());
  const model = await new ModelStore().install(await manifestOf(smartVision.models[0]));
  await using evaluation = await openEvaluationDetector(smartVision, model, detectionThresholds);
  const { session, permit } = evaluation;
  await using pool = await createObjectPool({
    threads: 1,
    permit: permit.token,
    keys: permit.publicKeys,
    system: smartVision.id,
    model,
    configurationDigest: configurationDigest(smartVision),
    thresholds: detectionThresholds,
  });
  const { width, height } = model.manifest.input;
  const input = new Float32Array(3 * width * height);
  await session.run(null, input);
  await pool.detect({ width: 64, height: 64, pixels: new Uint8Array(64 * 64 * 3) }, null);

  const rounds: Round[] = [];
  let ungated: AnalysedFrame[] = [];
  let gated: AnalysedFrame[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const pipeline = await cpuSeconds(async () => {
      ungated = await analyse(clip, model, pool, null);
    });
    const decoding = await cpuSeconds(() => decode(clip, model));
    const inference = await cpuSeconds(async () => {
      for (let run = 0; run < ungated.length; run++) await session.run(null, input);
    });
    const withGate = await cpuSeconds(async () => {
      gated = await analyse(clip, model, pool, new MotionGate());
    });
    rounds.push({ pipeline, decoding, inference, withGate });
  }
  yield* figures(rounds, ungated, gated);
};

/** CPU seconds of each part. */
interface Round {
  readonly pipeline: number;
  readonly decoding: number;
  readonly inference: number;
  readonly withGate: number;
}

function* figures(rounds: readonly Round[], ungated: AnalysedFrame[], gated: AnalysedFrame[]) {
  const frames = ungated.length;
  const perFrame = (part: keyof Round) =>
    percentile(
      rounds.map((round) => round[part]),
      0.5,
    ) / frames;
  const floor = perFrame('decoding') + perFrame('inference');
  const ratio = percentile(
    rounds.map((round) => round.pipeline / (round.decoding + round.inference)),
    0.5,
  );
  yield figure('frames analysed', frames, 'frames');
  yield figure('ffmpeg alone, per frame', perFrame('decoding'), 'CPU s');
  yield figure('bare inference, per frame', perFrame('inference'), 'CPU s');
  yield {
    ...figure('whole pipeline, per frame', perFrame('pipeline'), 'CPU s'),
    floor,
    ratio,
    aim: 'ratio ≤ 1.25',
    met: ratio <= 1.25,
  };
  yield figure('whole pipeline with motion gate, per frame', perFrame('withGate'), 'CPU s');
  yield figure(
    `cameras per core at ${RATE} frames/s, gate off`,
    1 / (RATE * perFrame('pipeline')),
    'cameras',
  );
  yield figure(`cameras per core at ${RATE} frames/s, gate on`, 1 / (RATE * perFrame('withGate')), 'cameras');
  const skipped = gated.filter(({ inferred }) => !inferred).length / gated.length;
  yield figure('frames that the gate skipped', 100 * skipped, '%');
  const lost = lostTracks(ungated, gated);
  yield { ...figure('tracks that the gate lost', lost, 'tracks'), aim: 'none', met: lost === 0 };
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'vision', name, value, unit };
}

/** What a camera of the worker does, with a line to cross. */
async function analyse(
  clip: string,
  model: InstalledModel,
  detector: ObjectPool,
  gate: MotionGate | null,
): Promise<AnalysedFrame[]> {
  await using source = await openSource({
    url: clip,
    analysisRate: RATE,
    fit: model.manifest.input,
    realTime: false,
    loop: false,
    delivery: 'every',
  });
  const line = [
    [0, 0.6],
    [1, 0.6],
  ];
  const rule = SceneRule.parse({ kind: 'line', name: 'bench', line, id: newIdentifier(), version: 1 });
  const analyser = new SceneAnalyser([rule]);
  const tracker = new ByteTracker(trackerOptions);
  const analysed: AnalysedFrame[] = [];
  for await (const one of analyseFrames(source, { detector, tracker, gate, cameraId: null })) {
    analyser.update(one.objects, one.frame.streamSeconds, one.frame.capturedAt);
    // Kept without their pixels, which would fill the memory.
    analysed.push({ ...one, frame: { ...one.frame, pixels: new Uint8Array() } });
  }
  return analysed;
}

/** The least that ffmpeg must do: decode, drop, scale, and write nothing. */
async function decode(clip: string, model: InstalledModel): Promise<void> {
  const { path, passthroughArguments } = await findFfmpeg();
  const { width, height } = model.manifest.input;
  const interval = (time: string) => `floor(${time}*${RATE}+0.05)`;
  const filter = [
    `select=isnan(prev_selected_t)+not(eq(${interval('t')}\\,${interval('prev_selected_t')}))`,
    `scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=fast_bilinear`,
    'format=rgb24',
  ];
  const threads = ['-threads', '1'];
  await promisify(execFile)(path, [
    ...['-v', 'error', '-nostdin', '-filter_threads', '1', ...threads, '-i', clip, '-map', '0:V:0'],
    ...['-filter:v', filter.join(','), ...passthroughArguments, ...threads, '-f', 'null', '-'],
  ]);
}

/** Tracks of the first run of which the second saw nothing, in any of their frames. */
function lostTracks(all: readonly AnalysedFrame[], some: readonly AnalysedFrame[]): number {
  const tracks = new Map<number, boolean>();
  for (const [index, { objects }] of all.entries()) {
    const others = some[index]?.objects ?? [];
    for (const { track, box } of objects) {
      const isSeen = others.some((other) => boxOverlap(other.box, box) > SAME);
      tracks.set(track, isSeen || tracks.get(track) === true);
    }
  }
  return [...tracks.values()].filter((isSeen) => !isSeen).length;
}

/** A clip with cars in both directions, or where it is absent the first of the demo's scenes. */
async function defaultClip(): Promise<string> {
  const road = sharedData('media/suburban-road.mp4');
  if (existsSync(road)) return road;
  const { path } = await findFfmpeg();
  const folder = join(import.meta.dirname, '../.amaan/bench');
  const [scene] = await renderDemoScenes(folder, () => {}, path);
  if (!scene) throw new Error('There is no demo scene.');
  return scene.file;
}
