import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import type { ObjectFrame } from './live-connection.ts';

/** How long the objects of a frame are shown when no later frame follows. */
const LONGEST_HOLD_SECONDS = 1;
const LONGEST_MEMORY_SECONDS = 20;

/**
 * What was seen when. Analysis looks at some frames only and its result arrives beside the video; this
 * tells, for any moment of the video, where the objects are.
 */
export class ObjectTimeline {
  #frames: ObjectFrame[] = [];

  add(frame: ObjectFrame): void {
    const newest = this.#frames.at(-1)?.streamSeconds ?? Number.NEGATIVE_INFINITY;
    // A clock that runs backwards is a stream that began again.
    if (frame.streamSeconds < newest) this.#frames = [];
    this.#frames.push(frame);
    const oldest = frame.streamSeconds - LONGEST_MEMORY_SECONDS;
    if (this.#frames[0]!.streamSeconds < oldest) {
      this.#frames = this.#frames.filter(({ streamSeconds }) => streamSeconds >= oldest);
    }
  }

  clear(): void {
    this.#frames = [];
  }

  /** Whether analysis comes soon enough to be drawn at a moment of the video; true while nothing is known of it. */
  reaches(seconds: number): boolean {
    const newest = this.#frames.at(-1);
    return newest === undefined || seconds - newest.streamSeconds <= LONGEST_HOLD_SECONDS;
  }

  /**
   * The objects at a moment of the video. Between two analysed frames the boxes of a track move in a
   * straight line; a track that is missing in the later frame stays where it was.
   */
  at(seconds: number): readonly TrackedObject[] {
    const next = this.#frames.findIndex(({ streamSeconds }) => streamSeconds > seconds);
    const before = this.#frames[next === -1 ? this.#frames.length - 1 : next - 1];
    if (!before || seconds - before.streamSeconds > LONGEST_HOLD_SECONDS) return [];
    const after = next === -1 ? undefined : this.#frames[next];
    if (!after || after.streamSeconds - before.streamSeconds > LONGEST_HOLD_SECONDS) return before.objects;
    const part = (seconds - before.streamSeconds) / (after.streamSeconds - before.streamSeconds);
    const later = new Map(after.objects.map((object) => [object.track, object.box]));
    return before.objects.map((object) => {
      const box = later.get(object.track);
      return box ? { ...object, box: between(object.box, box, part) } : object;
    });
  }
}

function between(from: Box, to: Box, part: number): Box {
  const at = (index: 0 | 1 | 2 | 3) => from[index] + (to[index] - from[index]) * part;
  return [at(0), at(1), at(2), at(3)];
}
