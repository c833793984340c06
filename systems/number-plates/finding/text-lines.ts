import type { PixelPoint } from '@amaan/vision/image/homography';
import { cornersOf, minimumAreaRectangle } from './minimum-area-rectangle.ts';
import type { FoundQuad } from './plate-quad.ts';

/** Probability that a pixel is in the shrunken middle of a line of text, by rows. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** From here up a pixel belongs to a line. */
const INSIDE = 0.3;
/** A line of fewer pixels of the map cannot be read. */
const LEAST_PIXELS = 12;
/** How far a line's outline is moved out, times area over circumference, to undo the shrinking of the training. */
const UNCLIP = 1.6;

/**
 * The lines of text in a probability map, as the differentiable binarisation of M. Liao et al. ("Real-time Scene Text
 * Detection with Differentiable Binarization", AAAI 2020, section 3.4) leaves them: connected pixels, the smallest
 * rectangle around them, moved out by the offset that shrank them.
 *
 * @returns quads in pixels of the map, the map's most certain first.
 */
export function textLines(map: TextMap): FoundQuad[] {
  const lines: FoundQuad[] = [];
  for (const { points, confidence } of components(map)) {
    const rectangle = minimumAreaRectangle(points);
    const { width, height } = { width: rectangle.width + 1, height: rectangle.height + 1 };
    const offset = (UNCLIP * width * height) / (2 * (width + height));
    lines.push({
      quad: cornersOf({ ...rectangle, width: width + 2 * offset, height: height + 2 * offset }),
      confidence,
    });
  }
  return lines.toSorted((a, b) => b.confidence - a.confidence);
}

interface Component {
  readonly points: readonly PixelPoint[];
  readonly confidence: number;
}

function* components({ width, height, values }: TextMap): Generator<Component> {
  const seen = new Uint8Array(values.length);
  const stack: number[] = [];
  for (let start = 0; start < values.length; start++) {
    if (values[start]! <= INSIDE || seen[start] === 1) continue;
    const points: PixelPoint[] = [];
    let sum = 0;
    let count = 0;
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      count += 1;
      sum += values[at]!;
      let isEdge = false;
      for (let down = -1; down <= 1; down++) {
        for (let across = -1; across <= 1; across++) {
          const nextX = x + across;
          const nextY = y + down;
          if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height) {
            isEdge = true;
            continue;
          }
          const next = nextY * width + nextX;
          if (values[next]! <= INSIDE) isEdge = true;
          else if (seen[next] === 0) {
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
      // The hull of a shape is the hull of its edge.
      if (isEdge) points.push({ x: x + 0.5, y: y + 0.5 });
    }
    if (count >= LEAST_PIXELS) yield { points, confidence: sum / count };
  }
}
