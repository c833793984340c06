import type { TrackedObject } from '@amaan/contracts/detection';
import type { Polygon } from '@amaan/contracts/geometry';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import type { Analyser, Finding } from './scene-event.ts';
import { isInZone } from './zone-presence.ts';

interface Stay {
  isIn: boolean | null;
  since: number;
  lastInside: number;
  isReported: boolean;
}

export interface LoiteringOptions {
  readonly zone: Polygon;
  /** Seconds of stream time that one track must stay. */
  readonly seconds: number;
  /** Steps out, or out of sight, up to this long do not end a stay. */
  readonly gapSeconds: number;
  readonly margin: number;
}

/** Objects that stay in a zone for some time; once for each stay. */
export class Loitering implements Analyser {
  readonly #options: LoiteringOptions;
  readonly #stays = new TrackMemory<Stay>();

  constructor(options: LoiteringOptions) {
    this.#options = options;
  }

  update(objects: readonly TrackedObject[], streamSeconds: number): Finding[] {
    const findings = objects.flatMap((object) => this.#watch(object, streamSeconds));
    this.#stays.forget(streamSeconds);
    return findings;
  }

  #watch(object: TrackedObject, streamSeconds: number): Finding[] {
    const { zone, margin, gapSeconds, seconds } = this.#options;
    const stay = this.#stays.recall(object.track, streamSeconds, () => ({
      isIn: null,
      since: streamSeconds,
      lastInside: Number.NEGATIVE_INFINITY,
      isReported: false,
    }));
    stay.isIn = isInZone(zone, object, stay.isIn, margin);
    if (!stay.isIn) return [];
    if (streamSeconds - stay.lastInside > gapSeconds) {
      stay.since = streamSeconds;
      stay.isReported = false;
    }
    stay.lastInside = streamSeconds;
    const stayed = streamSeconds - stay.since;
    if (stay.isReported || stayed < seconds) return [];
    stay.isReported = true;
    return [{ kind: 'loitering', object, seconds: stayed }];
  }
}
