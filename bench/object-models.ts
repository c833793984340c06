import { join } from 'node:path';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { smartVision } from '@amaan/smart-vision/system';
import { createObjectDetector } from '@amaan/vision/detectors/object-detector';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { readManifests } from '@amaan/vision/models/manifest';
import { ModelError } from '@amaan/vision/models/model-error';
import { ModelStore } from '@amaan/vision/models/model-store';
import { detectionQuality } from '@amaan/vision/quality/detection-quality';
import { judgedFrame, type LabelledFrame, readLabelledFrames } from '@amaan/vision/quality/labelled-frames';
import type { JudgedFrame } from '@amaan/vision/quality/match-detections';
import { type InferenceSession, openSession } from '@amaan/vision/sessions/open-session';
import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { cpuMilliseconds } from './cpu-milliseconds.ts';
import type { Benchmark, Figure } from './figure.ts';

const REPETITIONS = 5;

/**
 * Compares the object models that are installed: what they weigh, how long one inference takes on one
 * thread, and what they find on frames of the shared clips that were labelled by eye.
 */
export const objectModels: Benchmark = async function* () {
  const frames = await readLabelledFrames(join(import.meta.dirname, 'data/object-labels.json'));
  for (const manifest of await readManifests()) {
    if (manifest.task !== 'object-detection') continue;
    const model = await findModel(manifest);
    if (model === null) continue;
    yield figure(manifest, 'download', manifest.downloadBytes / 1e6, 'MB');
    await using session = await open(model);
    yield* measure(session, frames);
  }
};

async function* measure(session: InferenceSession, frames: readonly LabelledFrame[]): AsyncIterable<Figure> {
  const { manifest } = session.model;
  const thresholds = { confidence: 0.05, overlap: smartVision.thresholds.detectorOverlap };
  const detector = createObjectDetector(session, thresholds);
  const input = new Float32Array(3 * manifest.input.width * manifest.input.height);
  const bare: number[] = [];
  const whole: number[] = [];
  const judged: JudgedFrame[] = [];
  for (const labelled of frames) {
    const picture = await frameOfClip(
      sharedData(`media/${labelled.clip}`),
      labelled.frame,
      labelled,
      manifest.input,
    );
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      bare.push(await cpuMilliseconds(() => session.run(null, input)));
      whole.push(await cpuMilliseconds(() => detector.detect(picture, null)));
    }
    judged.push(judgedFrame(labelled, await detector.detect(picture, null)));
  }
  const quality = detectionQuality(judged);
  const floor = median(bare);
  yield figure(manifest, 'inference', floor, 'ms CPU');
  yield { ...figure(manifest, 'detection', median(whole), 'ms CPU'), floor, ratio: median(whole) / floor };
  yield figure(manifest, 'average precision (IoU 0.5)', quality.averagePrecision, '');
  yield figure(manifest, 'confidence of the best F1', quality.confidence, '');
  yield figure(manifest, 'precision there', quality.precision, '');
  yield figure(manifest, 'recall there', quality.recall, '');
}

/** The installed model; for YOLOX also the copy among the shared data. Null when it is nowhere. */
async function findModel(manifest: ModelManifest): Promise<InstalledModel | null> {
  try {
    return await new ModelStore().installed(manifest);
  } catch (error) {
    if (!(error instanceof ModelError && error.code === 'MODEL_NOT_INSTALLED')) throw error;
  }
  if (manifest.id !== 'yolox-nano-416' || manifest.digest === null) return null;
  return { manifest, path: sharedData('models/yolox_nano.onnx'), digest: manifest.digest };
}

async function open(model: InstalledModel): Promise<InferenceSession> {
  const models = [{ id: model.manifest.id, digest: model.digest }];
  const permit = await issueEvaluationPermit({ system: smartVision, models, now: new Date() });
  return openSession({
    permit: permit.token,
    keys: permit.keys,
    system: smartVision.id,
    model,
    configurationDigest: configurationDigest(smartVision),
  });
}

function figure(manifest: ModelManifest, name: string, value: number, unit: string): Figure {
  return { benchmark: 'models', name: `${manifest.title}: ${name}`, value, unit };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
