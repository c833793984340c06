import type { TrackedObject } from '@amaan/contracts/detection';
import type { Point } from '@amaan/contracts/geometry';

/** A tracked person of a given size whose foot point is at `foot`, for tests. */
export function personAt(foot: Point, { track = 1, width = 0.04, height = 0.1 } = {}): TrackedObject {
  return {
    class: 'person',
    confidence: 0.9,
    box: [foot[0] - width / 2, foot[1] - height, width, height],
    track,
  };
}
