import type { TrackedObject } from '@amaan/contracts/detection';
import { type Digest, digestOfBytes } from '@amaan/contracts/digest';
import type { Frame } from '@amaan/vision/frame';

/** Frames whose digests are kept whatever is in them: a track may turn out later to have begun in one. */
const RECENT = 64;

/**
 * Digests of the frames that a model saw, found by their time. Of every track the frame with its best
 * detection so far is kept as long as the track lives.
 */
export class FrameDigests {
  readonly #recent = new Map<number, Digest>();
  readonly #best = new Map<number, { confidence: number; kept: Map<number, Digest> }>();

  /** Notes a frame and the tracks seen in it. @returns the sha256 of its pixels. */
  add(frame: Frame, objects: readonly TrackedObject[]): Digest {
    const digest = digestOfBytes(frame.pixels);
    this.#recent.set(frame.streamSeconds, digest);
    for (const { track, confidence } of objects) {
      const best = this.#best.get(track);
      if (!best) this.#best.set(track, { confidence, kept: new Map([...this.#recent].slice(-RECENT / 4)) });
      else if (confidence > best.confidence) {
        best.confidence = confidence;
        best.kept.set(frame.streamSeconds, digest);
      }
    }
    for (const seconds of this.#recent.keys()) {
      if (this.#recent.size <= RECENT) break;
      this.#recent.delete(seconds);
    }
    return digest;
  }

  /** The digest of the frame in which an ended track was seen best, which is then forgotten; null when unknown. */
  takeBest(track: number, streamSeconds: number): Digest | null {
    const best = this.#best.get(track);
    this.#best.delete(track);
    return best?.kept.get(streamSeconds) ?? this.#recent.get(streamSeconds) ?? null;
  }
}
