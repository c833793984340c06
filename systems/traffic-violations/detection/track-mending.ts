import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
import type { WatchedVehicle } from './watched-vehicle.ts';

/** Where vehicles that were seen a moment ago must be now. */
export type ExpectedBoxes = ReadonlyMap<WatchedVehicle, Box>;

/** Nobody foretells where a vehicle is that was not seen for longer. */
const FORETOLD_SECONDS = 1.5;
/** A box lies where another vehicle must be, and by so much less where its own must be (intersection over union). */
const ANOTHERS_OVERLAP = 0.45;
const ANOTHERS_MORE = 0.2;
/** A new track begins where a lost one must be, and where no other may be. */
const SUCCESSOR_OVERLAP = 0.5;
const RIVAL_OVERLAP = 0.2;

/** Where the vehicles of the last moments must be, each once, whatever numbers their tracks have. */
export function expectedBoxes(
  vehicles: ReadonlyMap<number, WatchedVehicle>,
  seconds: number,
): Map<WatchedVehicle, Box> {
  const recent = [...new Set(vehicles.values())].filter(
    ({ last }) => seconds - last.seconds <= FORETOLD_SECONDS,
  );
  return new Map(recent.map((vehicle) => [vehicle, vehicle.boxAt(seconds)]));
}

/**
 * Whether a track's box lies where another vehicle must be rather than its own: two tracks have changed places, or one that
 * lost its vehicle goes on with the neighbour. Vehicles that stand side by side are too near for their places alone to tell.
 */
export function isAnothers({ box }: TrackedObject, own: WatchedVehicle, expected: ExpectedBoxes): boolean {
  const mine = expected.get(own);
  if (!mine) return false;
  const least = Math.max(ANOTHERS_OVERLAP, boxOverlap(box, mine) + ANOTHERS_MORE);
  return [...expected].some(([vehicle, other]) => vehicle !== own && boxOverlap(box, other) >= least);
}

/**
 * The vehicle that a new track goes on with: one that the frame does not show under its own number, that must be just there,
 * of the same class, with no other that may be meant.
 */
export function successorOf(
  { box, class: name }: TrackedObject,
  expected: ExpectedBoxes,
  present: ReadonlySet<number>,
): WatchedVehicle | null {
  const near = [...expected]
    .map(([vehicle, other]) => ({ vehicle, overlap: boxOverlap(box, other) }))
    .filter(({ overlap }) => overlap >= RIVAL_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap);
  const [best, rival] = near;
  if (!best || rival || best.overlap < SUCCESSOR_OVERLAP) return null;
  const { vehicle } = best;
  return vehicle.class === name && !vehicle.tracks.some((track) => present.has(track)) ? vehicle : null;
}
