import { newIdentifier } from '@amaan/contracts/identifier';
import { SceneRule, type SceneRuleInput } from '@amaan/contracts/scene-rule';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { MotionGate } from '@amaan/vision/motion/motion-gate';
import { openEvaluationDetector } from '@amaan/vision/pipeline/evaluation-detector';
import { analyseFrames } from '@amaan/vision/pipeline/object-pipeline';
import { openSource } from '@amaan/vision/sources/ffmpeg-source';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import { SceneAnalyser } from '../scene-analyser.ts';
import type { SceneEvent } from '../scene-event.ts';
import { detectionThresholds, smartVision, trackerOptions } from '../system.ts';

/**
 * Runs the whole pipeline of a camera over a clip, with the default model.
 * @returns the events of each rule, in the order of the rules.
 */
export async function analyseClip(
  path: string,
  inputs: readonly SceneRuleInput[],
  analysisRate: number,
): Promise<SceneEvent[][]> {
  const model = await new ModelStore().install(await manifestOf(smartVision.models[0]));
  await using evaluation = await openEvaluationDetector(smartVision, model, detectionThresholds);
  await using source = await openSource({
    url: path,
    analysisRate,
    fit: model.manifest.input,
    realTime: false,
    loop: false,
    delivery: 'every',
  });
  const rules = inputs.map((input) => SceneRule.parse({ ...input, id: newIdentifier(), version: 1 }));
  const analyser = new SceneAnalyser(rules);
  const pipeline = {
    detector: evaluation.detector,
    tracker: new ByteTracker(trackerOptions),
    gate: new MotionGate(),
    cameraId: null,
  };
  const events: SceneEvent[] = [];
  for await (const { frame, objects } of analyseFrames(source, pipeline)) {
    events.push(...analyser.update(objects, frame.streamSeconds, frame.capturedAt));
  }
  return rules.map((rule) => events.filter((event) => event.rule.id === rule.id));
}
