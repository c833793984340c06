import type { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { type Place, toPixels } from './projective-map.ts';

/** A mark on the picture, and the place on the road that it is known to be. */
export interface MarkedPlace {
  readonly pixel: Place;
  readonly ground: Place;
}

/** What was marked, as pairs of pixels and metres on the ground (x across the road, y along it). */
export function markedPlaces(input: CalibrationInput): MarkedPlace[] {
  const mark = (at: readonly [number, number], ground: Place): MarkedPlace => ({
    pixel: toPixels([at[0], at[1]], input.picture),
    ground,
  });
  if (input.method === 'rectangle') {
    const { corners, acrossM, alongM } = input;
    return [
      mark(corners[0], [0, 0]),
      mark(corners[1], [acrossM, 0]),
      mark(corners[2], [acrossM, alongM]),
      mark(corners[3], [0, alongM]),
    ];
  }
  const { left, right, laneWidthM, spacingM, rightAheadM } = input;
  return [
    ...left.map((at, index) => mark(at, [0, index * spacingM])),
    ...right.map((at, index) => mark(at, [laneWidthM, rightAheadM + index * spacingM])),
  ];
}

/** The outline of the marks, as somebody walks round them. */
export function outlineOf(input: CalibrationInput): Place[] {
  const round =
    input.method === 'rectangle'
      ? input.corners
      : [input.left[0]!, input.right[0]!, input.right.at(-1)!, input.left.at(-1)!];
  return round.map((at) => toPixels(at, input.picture));
}
