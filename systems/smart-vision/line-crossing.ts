import type { TrackedObject } from '@amaan/contracts/detection';
import type { LineSegment, Point } from '@amaan/contracts/geometry';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import { crossingAt, extentAcross, sideOf } from './geometry.ts';
import type { Analyser, Finding } from './scene-event.ts';
import { TrackMemory } from './track-memory.ts';

interface Walker {
  /** Sign of the side that it is known to be on; 0 while it was only ever exactly on the line. */
  side: number;
  /** Its last foot point off the line. */
  foot: Point;
  /** Whether its last step over the line went through the segment, not past its ends. */
  isThrough: boolean;
}

/**
 * Objects whose foot point crosses a segment. An object has crossed once it is past the line by `margin`
 * of its own size, so that a box that jitters on the line is not counted again and again; it counts anew
 * when it has come back the same way. Walking round the segment's end does not count.
 */
export class LineCrossing implements Analyser {
  readonly #line: LineSegment;
  readonly #directions: 'both' | 'forward' | 'backward';
  readonly #margin: number;
  readonly #walkers = new TrackMemory<Walker>();

  constructor(line: LineSegment, directions: 'both' | 'forward' | 'backward', margin: number) {
    this.#line = line;
    this.#directions = directions;
    this.#margin = margin;
  }

  update(objects: readonly TrackedObject[], streamSeconds: number): Finding[] {
    const findings = objects.flatMap((object) => this.#watch(object, streamSeconds));
    this.#walkers.forget(streamSeconds);
    return findings;
  }

  #watch(object: TrackedObject, streamSeconds: number): Finding[] {
    const foot = footPoint(object.box);
    const offset = sideOf(this.#line, foot);
    const side = Math.sign(offset);
    const walker = this.#walkers.recall(object.track, streamSeconds, () => ({
      side,
      foot,
      isThrough: false,
    }));
    if (side === 0) return [];
    if (side * sideOf(this.#line, walker.foot) < 0) {
      const at = crossingAt(this.#line, walker.foot, foot);
      walker.isThrough = at >= 0 && at <= 1;
    }
    walker.foot = foot;

    const isFirm = Math.abs(offset) > this.#margin * extentAcross(this.#line, object.box);
    if (walker.side === 0) walker.side = side;
    if (side === walker.side || !isFirm) return [];
    walker.side = side;
    // From left (negative) to right is forward: see `SceneRuleInput`.
    const direction = side > 0 ? 'forward' : 'backward';
    const isAskedFor = this.#directions === 'both' || this.#directions === direction;
    return walker.isThrough && isAskedFor ? [{ kind: 'line-crossed', object, direction }] : [];
  }
}
