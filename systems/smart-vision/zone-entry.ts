import type { TrackedObject } from '@amaan/contracts/detection';
import type { Point, Polygon } from '@amaan/contracts/geometry';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import { TrackMemory } from '@amaan/vision/tracking/track-memory';
import type { Analyser, Finding } from './scene-event.ts';
import { isInZone } from './zone-presence.ts';

interface Visitor {
  isIn: boolean | null;
  /** Where it was first seen, for an object that was in the zone then and has not been reported. */
  appearedAt: Point | null;
}

/** Way that an object must go, in its own sizes, before its turning up inside counts as coming in. */
const MOVED = 0.5;

/**
 * Objects that come into a zone, once for each time. One that is inside when it is first seen (it came
 * through a door there, or from behind something) is reported as soon as it moves by half its size: what
 * stands there from the beginning, like a parked car, has not come in.
 */
export class ZoneEntry implements Analyser {
  readonly #zone: Polygon;
  readonly #margin: number;
  readonly #visitors = new TrackMemory<Visitor>();

  constructor(zone: Polygon, margin: number) {
    this.#zone = zone;
    this.#margin = margin;
  }

  update(objects: readonly TrackedObject[], streamSeconds: number): Finding[] {
    const findings = objects
      .filter((object) => this.#comesIn(object, streamSeconds))
      .map((object) => ({ kind: 'zone-entered' as const, object }));
    this.#visitors.forget(streamSeconds);
    return findings;
  }

  #comesIn(object: TrackedObject, streamSeconds: number): boolean {
    const visitor = this.#visitors.recall(object.track, streamSeconds, () => ({
      isIn: null,
      appearedAt: null,
    }));
    const wasIn = visitor.isIn;
    visitor.isIn = isInZone(this.#zone, object, wasIn, this.#margin);
    if (!visitor.isIn) {
      visitor.appearedAt = null;
      return false;
    }
    if (wasIn === false) return true;
    if (wasIn === null) {
      visitor.appearedAt = footPoint(object.box);
      return false;
    }
    if (visitor.appearedAt === null || !hasMoved(visitor.appearedAt, object)) return false;
    visitor.appearedAt = null;
    return true;
  }
}

function hasMoved([x, y]: Point, { box }: TrackedObject): boolean {
  const foot = footPoint(box);
  return Math.hypot((foot[0] - x) / box[2], (foot[1] - y) / box[3]) > MOVED;
}
