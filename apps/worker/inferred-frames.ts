import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { TrackedObject } from '@amaan/contracts/detection';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Frame } from '@amaan/vision/frame';

/** Frames that are remembered whatever is in them. */
const RECENT = 64;
/** A track is known only from its second detection on: the frame of the first is one of so many. */
const BEFORE_TRACK = 16;

/** What an observation says of the frame that it was made from. */
export interface InferredFrame {
  /** sha256 of the pixels that the model saw. */
  readonly frameDigest: Digest;
  /** Under what the model ran on it. */
  readonly standing: InferenceStanding;
}

/** The frames in which one track may have been seen best. */
interface TrackFrames {
  /** By stream seconds: the frames up to the one in which the track became known. */
  readonly first: ReadonlyMap<number, InferredFrame>;
  confidence: number;
  /** The best one since. */
  best: { readonly streamSeconds: number; readonly frame: InferredFrame } | null;
}

/**
 * The frames that a model saw and under which permit, found by their time. Of every track the frame with
 * its best detection is remembered as long as the track lives, however long that is.
 */
export class InferredFrames {
  readonly #recent = new Map<number, InferredFrame>();
  readonly #tracks = new Map<number, TrackFrames>();

  /** Notes a frame and the tracks seen in it. */
  add(frame: Frame, objects: readonly TrackedObject[], standing: InferenceStanding): InferredFrame {
    const inferred: InferredFrame = { frameDigest: digestOfBytes(frame.pixels), standing };
    this.#recent.set(frame.streamSeconds, inferred);
    for (const { track, confidence } of objects) {
      const known = this.#tracks.get(track);
      if (!known) {
        const first = new Map([...this.#recent].slice(-BEFORE_TRACK));
        this.#tracks.set(track, { first, confidence, best: null });
      } else if (confidence > known.confidence) {
        known.confidence = confidence;
        known.best = { streamSeconds: frame.streamSeconds, frame: inferred };
      }
    }
    for (const seconds of this.#recent.keys()) {
      if (this.#recent.size <= RECENT) break;
      this.#recent.delete(seconds);
    }
    return inferred;
  }

  /** The frame in which an ended track was seen best; the track is then forgotten. Null when unknown. */
  takeBest(track: number, streamSeconds: number): InferredFrame | null {
    const known = this.#tracks.get(track);
    this.#tracks.delete(track);
    if (known?.best?.streamSeconds === streamSeconds) return known.best.frame;
    return known?.first.get(streamSeconds) ?? this.#recent.get(streamSeconds) ?? null;
  }

  /** Frames held, for tests of how much that may become. */
  get size(): number {
    const ofTracks = [...this.#tracks.values()].map(({ first, best }) => first.size + (best ? 1 : 0));
    return this.#recent.size + ofTracks.reduce((sum, frames) => sum + frames, 0);
  }
}
