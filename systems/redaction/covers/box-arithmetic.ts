import type { Box } from '@amaan/contracts/geometry';

/** The smallest box around both. */
export function hullOf(a: Box, b: Box): Box {
  const left = Math.min(a[0], b[0]);
  const top = Math.min(a[1], b[1]);
  const right = Math.max(a[0] + a[2], b[0] + b[2]);
  const bottom = Math.max(a[1] + a[3], b[1] + b[3]);
  return [left, top, right - left, bottom - top];
}

/** The box on the way from `a` (`at` 0) to `b` (`at` 1), each edge by itself. */
export function boxBetween(a: Box, b: Box, at: number): Box {
  const mixed = (index: 0 | 1 | 2 | 3) => a[index] + (b[index] - a[index]) * at;
  return [mixed(0), mixed(1), mixed(2), mixed(3)];
}

/** The box moved, in its own unit. */
export function movedBox([x, y, width, height]: Box, right: number, down: number): Box {
  return [x + right, y + down, width, height];
}

/** The box made larger on every side, by a part of its own width and height. */
export function grownBox([x, y, width, height]: Box, by: number): Box {
  return [x - width * by, y - height * by, width * (1 + 2 * by), height * (1 + 2 * by)];
}

/** Share of the smaller of two boxes that lies in the other, 0–1. */
export function sharedPart(a: Box, b: Box): number {
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  const smaller = Math.min(a[2] * a[3], b[2] * b[3]);
  return across > 0 && down > 0 && smaller > 0 ? (across * down) / smaller : 0;
}

/** Whole pixels of a picture, right and bottom excluded. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The pixels that a box touches, cut to the picture.
 * @param step edges lie on multiples of it: 2 where chroma has half the resolution.
 * @returns null when it touches none.
 */
export function pixelArea(
  [x, y, width, height]: Box,
  picture: { readonly width: number; readonly height: number },
  step: 1 | 2 = 1,
): PixelArea | null {
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  const left = Math.max(0, down(x * picture.width));
  const top = Math.max(0, down(y * picture.height));
  const right = Math.min(picture.width, up((x + width) * picture.width));
  const bottom = Math.min(picture.height, up((y + height) * picture.height));
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}
