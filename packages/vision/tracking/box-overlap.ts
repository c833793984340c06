import type { Box } from '@amaan/contracts/geometry';

/**
 * Intersection over union of two boxes, 0–1, each first grown on every side by `buffer` times its own
 * width and height (buffered IoU: Yang et al., "Hard to Track Objects with Irregular Motions and Similar
 * Appearances? Make It Easier by Buffering the Matching Space", WACV 2023). With `buffer` 0 it is the
 * plain IoU; with more, boxes that moved further than their own size can still be compared.
 */
export function boxOverlap(a: Box, b: Box, buffer = 0): number {
  const grow = 1 + 2 * buffer;
  const across = shared(a[0], a[2], b[0], b[2], buffer);
  const down = shared(a[1], a[3], b[1], b[3], buffer);
  const both = across * down;
  const either = grow * grow * (a[2] * a[3] + b[2] * b[3]) - both;
  return both > 0 && either > 0 ? both / either : 0;
}

/** Length that two grown intervals share. */
function shared(a: number, aLength: number, b: number, bLength: number, buffer: number): number {
  const start = Math.max(a - buffer * aLength, b - buffer * bLength);
  const end = Math.min(a + (1 + buffer) * aLength, b + (1 + buffer) * bLength);
  return Math.max(0, end - start);
}
