import type { Detection, TrackedObject } from '@amaan/contracts/detection';
import { associate } from './association.ts';
import { boxOverlap } from './box-overlap.ts';
import { areKindred } from './kindred-classes.ts';
import { type EndedTrack, Track } from './track.ts';

export interface ByteTrackerOptions {
  /** Detections from here up are matched first, to every track. */
  readonly highConfidence: number;
  /** Detections from here up to `highConfidence` only continue a track; those below are ignored. */
  readonly lowConfidence: number;
  /** What a detection needs to begin a track. */
  readonly newTrackConfidence: number;
  /** Detections that make a track: a single flash is none. Those of a run's first frame count at once. */
  readonly confirmHits: number;
  /** A track unseen for longer than this has ended. */
  readonly maxLostSeconds: number;
}

export const TRACKER_DEFAULTS: ByteTrackerOptions = {
  highConfidence: 0.4,
  lowConfidence: 0.15,
  newTrackConfidence: 0.45,
  confirmHits: 2,
  maxLostSeconds: 2,
};

/** A pass of the cascade: how far boxes are grown, the least overlap, the largest ratio of areas. */
interface Pass {
  readonly buffer: number;
  readonly atLeast: number;
  readonly areaRatio: number;
}
const NEAR: Pass = { buffer: 0.2, atLeast: 0.2, areaRatio: 6 };
const WEAK: Pass = { buffer: 0.1, atLeast: 0.3, areaRatio: 6 };
const FAR: Pass = { buffer: 0.6, atLeast: 0.1, areaRatio: 4 };
/** A kindred detection that covers a tracked one so much is the same object, found twice. */
const SAME_OBJECT = 0.65;

/**
 * Joins detections to tracks: ByteTrack (Zhang et al., "ByteTrack: Multi-Object Tracking by Associating
 * Every Detection Box", ECCV 2022), with the cascade of growing boxes of C-BIoU (Yang et al., WACV 2023),
 * because at a few frames per second an object may move by more than its own size from frame to frame,
 * and with time in seconds, because frames may be dropped.
 *
 * Identifiers are 1, 2, 3, … and never used again. What comes out depends on the set of detections only,
 * not on their order.
 *
 * @example
 * const tracker = new ByteTracker();
 * for (const { detections, streamSeconds } of frames) {
 *   const objects = tracker.update(detections, streamSeconds);
 *   for (const track of tracker.ended()) console.log(track.object.class, track.path);
 * }
 */
export class ByteTracker {
  readonly #options: ByteTrackerOptions;
  #tracks: Track[] = [];
  #ended: EndedTrack[] = [];
  #lastId = 0;
  #seconds: number | null = null;

  constructor(options: Partial<ByteTrackerOptions> = {}) {
    this.#options = { ...TRACKER_DEFAULTS, ...options };
  }

  /**
   * Takes the detections of one frame and answers with those of them that belong to confirmed tracks,
   * by track number. A time before the last one begins a new run: all tracks end.
   */
  update(detections: readonly Detection[], streamSeconds: number): TrackedObject[] {
    const isFirst = this.#moveTo(streamSeconds);
    const { highConfidence, lowConfidence } = this.#options;
    const sorted = detections.filter(({ confidence }) => confidence >= lowConfidence).sort(byConfidence);
    const strong = sorted.filter(({ confidence }) => confidence >= highConfidence);
    const weak = sorted.filter(({ confidence }) => confidence < highConfidence);

    const confirmed = this.#tracks.filter(({ id }) => id > 0);
    const tentative = this.#tracks.filter(({ id }) => id === 0);
    const inView = new Set(confirmed.filter((track) => this.#wasSeenLast(track)));
    for (const track of this.#tracks) track.predict(streamSeconds);
    this.#seconds = streamSeconds;

    const seen: Detection[] = [];
    const match = (tracks: readonly Track[], candidates: readonly Detection[], pass: Pass) =>
      joinBoxes(tracks, candidates, pass, seen);
    const near = match(confirmed, strong, NEAR);
    const kept = match(
      near.tracks.filter((track) => inView.has(track)),
      weak,
      WEAK,
    );
    const unseen = near.tracks.filter((track) => !inView.has(track) || kept.tracks.includes(track));
    const far = match(unseen, near.detections, FAR);
    const fresh = match(tentative, far.detections, FAR);

    for (const track of fresh.tracks) this.#tracks.splice(this.#tracks.indexOf(track), 1);
    this.#begin(fresh.detections, seen, streamSeconds);
    this.#confirm(isFirst ? 1 : this.#options.confirmHits);
    return this.#objectsInView();
  }

  /**
   * For a frame in which nothing moves and no detector ran: what was in view still is, where it was.
   * Tracks that were lost before go on ageing.
   */
  coast(streamSeconds: number): TrackedObject[] {
    if (!this.#moveTo(streamSeconds)) {
      for (const track of this.#tracks.filter((track) => this.#wasSeenLast(track))) track.stay(streamSeconds);
      this.#seconds = streamSeconds;
    }
    return this.#objectsInView();
  }

  /** Whether a track is not settled: not confirmed yet, or out of view and perhaps coming back. */
  get isUnsettled(): boolean {
    return this.#tracks.some((track) => track.id === 0 || !this.#wasSeenLast(track));
  }

  /** The confirmed tracks that ended since the last call. */
  ended(): EndedTrack[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** The stream is over: ends every track. */
  finish(): void {
    this.#end(() => true);
    this.#seconds = null;
  }

  /** Ends what has been unseen for too long; true when a new run begins. */
  #moveTo(streamSeconds: number): boolean {
    if (this.#seconds === null) return true;
    if (streamSeconds < this.#seconds) {
      this.finish();
      return true;
    }
    this.#end((track) => streamSeconds - track.lastSeconds > this.#options.maxLostSeconds);
    return false;
  }

  #end(isOver: (track: Track) => boolean): void {
    for (const track of this.#tracks) if (isOver(track) && track.id > 0) this.#ended.push(track.end());
    this.#tracks = this.#tracks.filter((track) => !isOver(track));
  }

  #begin(detections: readonly Detection[], seen: Detection[], streamSeconds: number): void {
    for (const detection of detections) {
      if (detection.confidence < this.#options.newTrackConfidence) continue;
      if (seen.some((other) => isSameObject(other, detection))) continue;
      seen.push(detection);
      this.#tracks.push(new Track(detection, streamSeconds));
    }
  }

  #confirm(hits: number): void {
    for (const track of this.#tracks) {
      if (track.id === 0 && track.hits >= hits) {
        this.#lastId += 1;
        track.id = this.#lastId;
      }
    }
  }

  #wasSeenLast(track: Track): boolean {
    return track.lastSeconds === this.#seconds;
  }

  #objectsInView(): TrackedObject[] {
    return this.#tracks
      .filter((track) => track.id > 0 && this.#wasSeenLast(track))
      .map(({ object }) => object)
      .sort((a, b) => a.track - b.track);
  }
}

/** Joins boxes to tracks, notes the detections used in `seen`, and answers with what stayed alone. */
function joinBoxes(
  tracks: readonly Track[],
  detections: readonly Detection[],
  { buffer, atLeast, areaRatio }: Pass,
  seen: Detection[],
): { tracks: Track[]; detections: Detection[] } {
  const boxes = tracks.map(({ box }) => box);
  const classes = tracks.map((track) => track.class);
  const likeness = (row: number, column: number): number => {
    const box = boxes[row];
    const kind = classes[row];
    const detection = detections[column];
    if (!box || !kind || !detection || !areKindred(kind, detection.class)) return 0;
    const ratio = (box[2] * box[3]) / (detection.box[2] * detection.box[3]);
    return ratio > areaRatio || ratio < 1 / areaRatio ? 0 : boxOverlap(box, detection.box, buffer);
  };
  const { pairs, aloneRows, aloneColumns } = associate(tracks.length, detections.length, likeness, atLeast);
  for (const [row, column] of pairs) {
    const detection = detections[column];
    if (!detection) continue;
    tracks[row]?.see(detection);
    seen.push(detection);
  }
  return {
    tracks: tracks.filter((_, row) => aloneRows.includes(row)),
    detections: detections.filter((_, column) => aloneColumns.includes(column)),
  };
}

function isSameObject(a: Detection, b: Detection): boolean {
  return areKindred(a.class, b.class) && boxOverlap(a.box, b.box) > SAME_OBJECT;
}

/** A total order, so that the order in which a detector lists its boxes does not matter. */
function byConfidence(a: Detection, b: Detection): number {
  return (
    b.confidence - a.confidence ||
    a.box[0] - b.box[0] ||
    a.box[1] - b.box[1] ||
    a.box[2] - b.box[2] ||
    a.box[3] - b.box[3] ||
    a.class.localeCompare(b.class)
  );
}
