import type { Detection } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';

/** An object that a person saw in a frame. */
export interface LabelledObject {
  /** Any of these is right. */
  readonly classes: readonly ObjectClass[];
  /** Fractions of the frame. */
  readonly box: Box;
  /** Too small or too hidden to be asked for: neither a miss nor a false alarm. */
  readonly difficult?: boolean | undefined;
}

/** What a detector found in a frame, and what is there. */
export interface JudgedFrame {
  readonly detections: readonly Detection[];
  readonly objects: readonly LabelledObject[];
}

export interface DetectionQuality {
  /** Average precision at an intersection over union of 0.5, all classes together. */
  readonly averagePrecision: number;
  /** The point with the best F1 score. */
  readonly confidence: number;
  readonly precision: number;
  readonly recall: number;
}

const OVERLAP = 0.5;

/**
 * Judges detections as PASCAL VOC does: from the most confident on, each takes the object that it overlaps
 * most, if that is of its class and not taken yet; otherwise it is a false alarm. Average precision is the
 * area under the precision-recall curve made monotonous (Everingham et al., "The PASCAL Visual Object
 * Classes Challenge: A Retrospective", IJCV 2015, section 3.3.1).
 */
export function detectionQuality(frames: readonly JudgedFrame[]): DetectionQuality {
  const wanted = frames.flatMap(({ objects }) => objects.filter(({ difficult }) => !difficult)).length;
  const verdicts = frames.flatMap(judge).sort((a, b) => b.confidence - a.confidence);
  const curve: { confidence: number; precision: number; recall: number }[] = [];
  let hits = 0;
  for (const [index, { confidence, hit }] of verdicts.entries()) {
    if (hit) hits++;
    curve.push({ confidence, precision: hits / (index + 1), recall: hits / wanted });
  }
  const best = curve.reduce((a, b) => (f1(b) > f1(a) ? b : a), { confidence: 1, precision: 0, recall: 0 });
  return { ...best, averagePrecision: areaUnder(curve) };
}

function judge({ detections, objects }: JudgedFrame): { confidence: number; hit: boolean }[] {
  const taken = new Set<LabelledObject>();
  const verdicts: { confidence: number; hit: boolean }[] = [];
  for (const detection of detections.toSorted((a, b) => b.confidence - a.confidence)) {
    const candidates = objects
      .filter((object) => object.classes.includes(detection.class) && !taken.has(object))
      .map((object) => ({ object, overlap: boxOverlap(object.box, detection.box) }))
      .filter(({ overlap }) => overlap >= OVERLAP)
      .sort((a, b) => b.overlap - a.overlap);
    const match = candidates[0]?.object;
    if (match?.difficult) continue;
    if (match !== undefined) taken.add(match);
    verdicts.push({ confidence: detection.confidence, hit: match !== undefined });
  }
  return verdicts;
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
