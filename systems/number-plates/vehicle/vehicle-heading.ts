import type { Box } from '@amaan/contracts/geometry';
import type { Heading } from '@amaan/contracts/plates/vehicle';

/** A vehicle has moved when its middle did by this part of the picture, or its size by this factor. */
const LEAST_SHIFT = 0.04;
const LEAST_GROWTH = 1.15;

/**
 * Which way a vehicle moves on the picture, from its first and its last box: what grows comes towards the camera, what
 * shrinks goes away, and what mostly shifts passes to the left or right. Null while it has hardly moved.
 */
export function vehicleHeading(first: Box, last: Box): Heading | null {
  const across = last[0] + last[2] / 2 - (first[0] + first[2] / 2);
  const down = last[1] + last[3] - (first[1] + first[3]);
  const growth = Math.sqrt((last[2] * last[3]) / Math.max(1e-9, first[2] * first[3]));
  if (Math.abs(across) > LEAST_SHIFT && Math.abs(across) > 1.5 * Math.abs(down)) {
    return across > 0 ? 'right' : 'left';
  }
  if (growth >= LEAST_GROWTH || down > LEAST_SHIFT) return 'towards';
  if (growth <= 1 / LEAST_GROWTH || down < -LEAST_SHIFT) return 'away';
  return null;
}
