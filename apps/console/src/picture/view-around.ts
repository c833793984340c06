import type { Box } from '@amaan/contracts/geometry';

/** How much wider than the object the view is, and how little of the picture it may show. */
const MARGIN = 2.6;
const SMALLEST_VIEW = 0.34;

/**
 * The part of a picture to show so that the object is recognised at the size of a stamp.
 * @param box the object, in fractions of the picture
 * @param pictureRatio width / height of the picture
 * @param viewRatio width / height of the stamp; what does not fit into it is cut off, never stretched
 * @returns the part in fractions of the picture, wholly inside it
 */
export function viewAround([x, y, width, height]: Box, pictureRatio: number, viewRatio: number): Box {
  /** Height of the view per width of it, in fractions of the picture. */
  const slope = pictureRatio / viewRatio;
  const wanted = Math.max(SMALLEST_VIEW, MARGIN * width, (MARGIN * height) / slope);
  const viewWidth = Math.min(wanted, 1, 1 / slope);
  const viewHeight = Math.min(viewWidth * slope, 1);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
  return [
    clamp(x + width / 2 - viewWidth / 2, 1 - viewWidth),
    clamp(y + height / 2 - viewHeight / 2, 1 - viewHeight),
    viewWidth,
    viewHeight,
  ];
}
