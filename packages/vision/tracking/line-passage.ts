import type { Box, LineSegment, Point } from '@amaan/contracts/geometry';
import { footPoint } from './foot-point.ts';
import { crossingAt, extentAcross, sideOf } from './picture-geometry.ts';

export type CrossingDirection = 'forward' | 'backward';

/**
 * One object and one segment. The object has crossed once its foot point is past the line by `margin` of its own
 * size, so that a box that jitters on the line is not counted again and again; it counts anew when it has come back the
 * same way. Walking round the segment's end does not count.
 */
export class LinePassage {
  readonly #line: LineSegment;
  readonly #margin: number;
  /** Sign of the side that it is known to be on; 0 while it was only ever exactly on the line. */
  #side = 0;
  /** Its last foot point off the line; null before the first. */
  #foot: Point | null = null;
  /** Whether its last step over the line went through the segment, not past its ends. */
  #isThrough = false;

  constructor(line: LineSegment, margin: number) {
    this.#line = line;
    this.#margin = margin;
  }

  /**
   * Takes where the object is now.
   * @returns the direction when it has just crossed: `forward` is from the left to the right of whoever walks from the
   *   segment's first point to its second, as seen on the picture.
   */
  step(box: Box): CrossingDirection | null {
    const foot = footPoint(box);
    const offset = sideOf(this.#line, foot);
    const side = Math.sign(offset);
    if (side === 0) return null;
    if (this.#foot && side * sideOf(this.#line, this.#foot) < 0) {
      const at = crossingAt(this.#line, this.#foot, foot);
      this.#isThrough = at >= 0 && at <= 1;
    }
    this.#foot = foot;

    const isFirm = Math.abs(offset) > this.#margin * extentAcross(this.#line, box);
    if (this.#side === 0) this.#side = side;
    if (side === this.#side || !isFirm) return null;
    this.#side = side;
    if (!this.#isThrough) return null;
    return side > 0 ? 'forward' : 'backward';
  }
}
