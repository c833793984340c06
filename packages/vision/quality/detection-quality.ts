import { type JudgedFrame, matchDetections } from './match-detections.ts';

export interface DetectionQuality {
  /** Average precision at an intersection over union of 0.5, all classes together. */
  readonly averagePrecision: number;
  /** The point with the best F1 score. */
  readonly confidence: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * Judges detections as PASCAL VOC does (`matchDetections`). Average precision is the
 * area under the precision-recall curve made monotonous (Everingham et al., "The PASCAL Visual Object
 * Classes Challenge: A Retrospective", IJCV 2015, section 3.3.1).
 */
export function detectionQuality(frames: readonly JudgedFrame[]): DetectionQuality {
  const wanted = frames.flatMap(({ objects }) => objects.filter(({ difficult }) => !difficult)).length;
  const verdicts = frames
    .flatMap((frame) => matchDetections(frame).verdicts)
    .sort((a, b) => b.confidence - a.confidence);
  const curve: { confidence: number; precision: number; recall: number }[] = [];
  let hits = 0;
  for (const [index, { confidence, hit }] of verdicts.entries()) {
    if (hit) hits++;
    curve.push({ confidence, precision: hits / (index + 1), recall: hits / wanted });
  }
  const best = curve.reduce((a, b) => (f1(b) > f1(a) ? b : a), { confidence: 1, precision: 0, recall: 0 });
  return { ...best, averagePrecision: areaUnder(curve) };
}

function f1({ precision, recall }: { precision: number; recall: number }): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function areaUnder(curve: readonly { precision: number; recall: number }[]): number {
  let area = 0;
  let envelope = 0;
  for (let index = curve.length - 1; index >= 0; index--) {
    const { precision, recall } = curve[index]!;
    envelope = Math.max(envelope, precision);
    area += (recall - (curve[index - 1]?.recall ?? 0)) * envelope;
  }
  return area;
}
