import type { Detection } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import type { ObjectClass } from '@amaan/contracts/object-class';
import { boxOverlap } from '../tracking/box-overlap.ts';

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

/** A detection that counts, and whether there was an object for it. */
export interface Verdict {
  readonly class: ObjectClass;
  readonly confidence: number;
  readonly hit: boolean;
}

export interface MatchedFrame {
  readonly verdicts: readonly Verdict[];
  /** Objects that were asked for, each with whether it was found. */
  readonly objects: readonly { readonly object: LabelledObject; readonly found: boolean }[];
}

const OVERLAP = 0.5;

/**
 * Matches detections with objects as PASCAL VOC does: from the most confident on, each takes the object that
 * it overlaps most (intersection over union at least 0.5), if that is of its class and not taken yet;
 * otherwise it is a false alarm. A detection of a difficult object counts for nothing (Everingham et al.,
 * "The PASCAL Visual Object Classes Challenge: A Retrospective", IJCV 2015, section 3.3).
 */
export function matchDetections({ detections, objects }: JudgedFrame): MatchedFrame {
  const taken = new Set<LabelledObject>();
  const verdicts: Verdict[] = [];
  for (const detection of detections.toSorted((a, b) => b.confidence - a.confidence)) {
    const [best] = objects
      .filter((object) => object.classes.includes(detection.class) && !taken.has(object))
      .map((object) => ({ object, overlap: boxOverlap(object.box, detection.box) }))
      .filter(({ overlap }) => overlap >= OVERLAP)
      .sort((a, b) => b.overlap - a.overlap);
    if (best?.object.difficult) continue;
    if (best !== undefined) taken.add(best.object);
    verdicts.push({
      class: detection.class,
      confidence: detection.confidence,
      hit: best !== undefined,
    });
  }
  return {
    verdicts,
    objects: objects
      .filter(({ difficult }) => !difficult)
      .map((object) => ({ object, found: taken.has(object) })),
  };
}
