import type { TrackedObject } from '@amaan/contracts/detection';
import type { LineSegment } from '@amaan/contracts/geometry';
import { type CrossingDirection, LinePassage } from '@amaan/vision/tracking/line-passage';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import type { Analyser, Finding } from './scene-event.ts';

/** Objects whose foot point crosses a segment, as `LinePassage` says, in the directions that were asked for. */
export class LineCrossing implements Analyser {
  readonly #line: LineSegment;
  readonly #directions: 'both' | CrossingDirection;
  readonly #margin: number;
  readonly #passages = new TrackMemory<LinePassage>();

  constructor(line: LineSegment, directions: 'both' | CrossingDirection, margin: number) {
    this.#line = line;
    this.#directions = directions;
    this.#margin = margin;
  }

  update(objects: readonly TrackedObject[], streamSeconds: number): Finding[] {
    const findings = objects.flatMap((object) => this.#watch(object, streamSeconds));
    this.#passages.forget(streamSeconds);
    return findings;
  }

  #watch(object: TrackedObject, streamSeconds: number): Finding[] {
    const passage = this.#passages.recall(
      object.track,
      streamSeconds,
      () => new LinePassage(this.#line, this.#margin),
    );
    const direction = passage.step(object.box);
    const isAskedFor = direction !== null && (this.#directions === 'both' || this.#directions === direction);
    return isAskedFor ? [{ kind: 'line-crossed', object, direction }] : [];
  }
}
