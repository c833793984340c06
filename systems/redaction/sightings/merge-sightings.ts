import type { Box } from '@amaan/contracts/geometry';
import { hullOf, sharedPart } from '../covers/box-arithmetic.ts';
import type { Sighting } from './sighting.ts';

/** Two boxes of one kind are the same thing when so much of the smaller lies in the other. */
const SAME_THING = 0.6;
/** A box that is so many times as large is something else around it: their common box would hide half a street. */
const AREA_RATIO = 3;

/**
 * Makes one sighting of those of one frame that lie on each other: at a low threshold a head is found several times, at
 * slightly different places. Their common box covers them all.
 */
export function mergeSightings(sightings: readonly Sighting[]): Sighting[] {
  const merged: Sighting[] = [];
  for (const sighting of sightings.toSorted((a, b) => b.confidence - a.confidence)) {
    const same = merged.findIndex(
      ({ kind, box }) =>
        kind === sighting.kind &&
        sharedPart(box, sighting.box) >= SAME_THING &&
        areSimilar(box, sighting.box),
    );
    const surer = merged[same];
    if (surer) merged[same] = { ...surer, box: hullOf(surer.box, sighting.box) };
    else merged.push(sighting);
  }
  return merged;
}

function areSimilar(a: Box, b: Box): boolean {
  const ratio = (a[2] * a[3]) / (b[2] * b[3]);
  return ratio < AREA_RATIO && ratio > 1 / AREA_RATIO;
}
