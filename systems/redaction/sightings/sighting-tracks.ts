import { associate } from '@amaan/vision/tracking/association';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
import { SightedTrack } from './sighted-track.ts';
import type { TimedSighting } from './sighting.ts';

/**
 * How far boxes are grown before they are compared, and the least overlap then: first what hardly moved, then what moved
 * by more than its own size. As the cascade of C-BIoU (Yang et al., "Hard to Track Objects with Irregular Motions and
 * Similar Appearances? Make It Easier by Buffering the Matching Space", WACV 2023).
 */
const PASSES = [
  { buffer: 0.2, atLeast: 0.15 },
  { buffer: 0.8, atLeast: 0.1 },
] as const;
/** A thing does not become so many times as large or small from one analysed frame to the next. */
const AREA_RATIO = 5;

/**
 * Joins sightings to tracks. Unlike a tracker that counts, it drops nothing: each sighting belongs to a track, one that
 * was seen once is a track as well. A wrong join costs a cover that is too large, never one that is missing.
 */
export class SightingTracks {
  readonly #maxGap: number;
  #open: SightedTrack[] = [];
  #notBefore = 0;
  #lastFrame: number | null = null;

  /** @param maxGap frames that a track may go unseen and still be the same. */
  constructor(maxGap: number) {
    this.#maxGap = maxGap;
  }

  /**
   * Takes the sightings of the next analysed frame.
   * @param isCut whether another scene began since the analysed frame before: no track goes on from there.
   * @returns tracks that begin here, and those that are over.
   */
  update(
    frame: number,
    sightings: readonly TimedSighting[],
    isCut: boolean,
  ): { begun: SightedTrack[]; ended: SightedTrack[] } {
    const ended: SightedTrack[] = [];
    if (isCut) {
      for (const track of this.#open) track.notAfter = frame - 1;
      ended.push(...this.#open.splice(0));
      // Where between the two frames the cut is nobody knows: what comes after it may be there from the first on.
      this.#notBefore = (this.#lastFrame ?? -1) + 1;
    }
    this.#lastFrame = frame;
    let alone = [...sightings];
    let waiting = this.#open;
    for (const pass of PASSES) {
      const joined = join(waiting, alone, frame, pass);
      waiting = joined.tracks;
      alone = joined.sightings;
    }
    const begun = alone.map((sighting) => new SightedTrack(sighting, this.#notBefore));
    const isOver = (track: SightedTrack) => frame - track.last.frame >= this.#maxGap;
    ended.push(...this.#open.filter(isOver));
    this.#open = [...this.#open.filter((track) => !isOver(track)), ...begun];
    return { begun, ended };
  }

  /** The recording is over. */
  finish(): SightedTrack[] {
    return this.#open.splice(0);
  }
}

/** Joins what it can and answers with what stayed alone. */
function join(
  tracks: readonly SightedTrack[],
  sightings: readonly TimedSighting[],
  frame: number,
  { buffer, atLeast }: (typeof PASSES)[number],
): { tracks: SightedTrack[]; sightings: TimedSighting[] } {
  const expected = tracks.map((track) => track.expectedAt(frame));
  const likeness = (row: number, column: number): number => {
    const track = tracks[row]!;
    const { kind, box } = sightings[column]!;
    if (track.kind !== kind) return 0;
    const ratio = (box[2] * box[3]) / (track.last.box[2] * track.last.box[3]);
    if (ratio > AREA_RATIO || ratio < 1 / AREA_RATIO) return 0;
    return Math.max(boxOverlap(expected[row]!, box, buffer), boxOverlap(track.last.box, box, buffer));
  };
  const { pairs, aloneRows, aloneColumns } = associate(tracks.length, sightings.length, likeness, atLeast);
  for (const [row, column] of pairs) tracks[row]!.sightings.push(sightings[column]!);
  return {
    tracks: aloneRows.map((row) => tracks[row]!),
    sightings: aloneColumns.map((column) => sightings[column]!),
  };
}
