import type { Box, Point } from '@amaan/contracts/geometry';

/** Where an upright object meets the ground: the middle of its box's lower edge, within the picture. */
export function footPoint([x, y, width, height]: Box): Point {
  return [Math.min(1, x + width / 2), Math.min(1, y + height)];
}
