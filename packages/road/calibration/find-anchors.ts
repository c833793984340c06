import type { Point, Polygon } from '@amaan/contracts/geometry';
import type { CalibrationAnchor, CalibrationAnchors } from '@amaan/contracts/traffic/calibration';
import type { Frame } from '@amaan/vision/frame';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import { type GreyPicture, greyPicture } from './grey-picture.ts';

/** Pixels from an anchor's middle to its edge: 15 × 15 in all. */
export const ANCHOR_REACH = 7;
/** Width in pixels at which anchors are cut and found again: what analysed frames have at the least. */
const ANCHORS_WIDTH = 416;
const MOST_ANCHORS = 16;
/** Of the best corner's strength: what is fainter would be found again anywhere. */
const LEAST_STRENGTH = 0.02;

/**
 * Small pieces of the picture that can be found again if the camera moves: corners, by the smaller eigenvalue of the
 * gradients' matrix (Shi and Tomasi, "Good Features to Track", CVPR 1994), away from the lanes, where vehicles pass.
 *
 * @param avoid parts of the picture where things move
 * @returns null where the frame is too small
 */
export function findAnchors(
  frame: Pick<Frame, 'width' | 'height' | 'pixels'>,
  avoid: readonly Polygon[],
): CalibrationAnchors | null {
  const picture = greyPicture(frame, ANCHORS_WIDTH);
  if (!picture) return null;
  const corners = cornersOf(picture).filter(({ at }) => !avoid.some((polygon) => isInside(polygon, at)));
  const chosen: Corner[] = [];
  const sorted = corners.toSorted((a, b) => b.strength - a.strength);
  const least = LEAST_STRENGTH * (sorted[0]?.strength ?? 0);
  for (const corner of sorted) {
    if (chosen.length === MOST_ANCHORS || corner.strength < least) break;
    const isApart = chosen.every(
      ({ x, y }) => Math.max(Math.abs(x - corner.x), Math.abs(y - corner.y)) > 2 * ANCHOR_REACH,
    );
    if (isApart) chosen.push(corner);
  }
  return {
    pictureWidth: picture.width,
    pictureHeight: picture.height,
    anchors: chosen.map((corner): CalibrationAnchor => ({ at: corner.at, levels: cut(picture, corner) })),
  };
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly at: Point;
  readonly strength: number;
}

function* places({ width, height }: GreyPicture, margin: number): Generator<readonly [number, number]> {
  for (let y = margin; y < height - margin; y += 2)
    for (let x = margin; x < width - margin; x += 2) yield [x, y];
}

function cornersOf(picture: GreyPicture): Corner[] {
  const { width, height, levels } = picture;
  const reach = 3;
  return [...places(picture, ANCHOR_REACH + 1)].flatMap(([x, y]) => {
    let [xx, xy, yy] = [0, 0, 0];
    for (let row = y - reach; row <= y + reach; row++) {
      for (let column = x - reach; column <= x + reach; column++) {
        const at = row * width + column;
        const dx = levels[at + 1]! - levels[at - 1]!;
        const dy = levels[at + width]! - levels[at - width]!;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
      }
    }
    const strength = (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2;
    return strength > 0 ? [{ x, y, at: [(x + 0.5) / width, (y + 0.5) / height], strength }] : [];
  });
}

function cut({ width, levels }: GreyPicture, { x, y }: Corner): number[] {
  const cells: number[] = [];
  for (let row = y - ANCHOR_REACH; row <= y + ANCHOR_REACH; row++)
    for (let column = x - ANCHOR_REACH; column <= x + ANCHOR_REACH; column++)
      cells.push(Math.min(255, Math.max(0, Math.round(levels[row * width + column]!))));
  return cells;
}
