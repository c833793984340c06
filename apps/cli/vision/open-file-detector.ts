import type { AiSystem } from '@amaan/contracts/ai-system';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { ModelReference } from '@amaan/governance/system-standing';
import { detectionThresholds, smartVision } from '@amaan/smart-vision/system';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { type EvaluationDetector, openEvaluationDetector } from '@amaan/vision/pipeline/evaluation-detector';
import { logEvaluationPermit } from './log-evaluation-permit.ts';

/** What the commands on files need: a detector, and the size of picture that its model takes. */
export interface FileDetector extends AsyncDisposable {
  readonly detector: EvaluationDetector['detector'];
  readonly input: ModelManifest['input'];
  readonly model: ModelReference;
}

/** Whose detector it is: the evaluation permit names this system, and its configuration. */
export interface DetectingSystem {
  readonly system: AiSystem;
  readonly thresholds: DetectionThresholds;
}

const SMART_VISION: DetectingSystem = { system: smartVision, thresholds: detectionThresholds };

/**
 * Opens the default detector of Smart Vision, or of another system, under the built-in evaluation permit, and writes
 * down that it did in `evaluation-permits.jsonl` of the data folder, before the first picture is looked at.
 *
 * @param command what the permit is for, as in the command line: `detect`, `count`.
 * @throws ModelError `MODEL_NOT_INSTALLED` with the command that helps.
 */
export async function openFileDetector(
  command: string,
  files: readonly string[],
  { system, thresholds }: DetectingSystem = SMART_VISION,
): Promise<FileDetector> {
  const model = await new ModelStore().installed(await manifestOf(system.models[0]!));
  const evaluation = await openEvaluationDetector(system, model, thresholds);
  try {
    await logEvaluationPermit(evaluation.permit, command, files.length);
  } catch (error) {
    await evaluation[Symbol.asyncDispose]();
    throw error;
  }
  return {
    detector: evaluation.detector,
    input: model.manifest.input,
    model: { id: model.manifest.id, digest: model.digest },
    [Symbol.asyncDispose]: () => evaluation[Symbol.asyncDispose](),
  };
}
