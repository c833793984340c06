import { hullOf, sharedPart } from '../covers/box-arithmetic.ts';
import type { Sighting } from './sighting.ts';

/** Two boxes of one kind are the same thing when so much of the smaller lies in the other. */
const SAME_THING = 0.6;

/**
 * Makes one sighting of those of one frame that lie on each other: at a low threshold a head is found several times, at
 * slightly different places. Their common box covers them all.
 */
export function mergeSightings(sightings: readonly Sighting[]): Sighting[] {
  const merged: Sighting[] = [];
  for (const sighting of sightings.toSorted((a, b) => b.confidence - a.confidence)) {
    const same = merged.findIndex(
      ({ kind, box }) => kind === sighting.kind && sharedPart(box, sighting.box) >= SAME_THING,
    );
    const surer = merged[same];
    if (surer) merged[same] = { ...surer, box: hullOf(surer.box, sighting.box) };
    else merged.push(sighting);
  }
  return merged;
}
