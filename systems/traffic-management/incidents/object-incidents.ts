import type { TrackedObject } from '@amaan/contracts/detection';
import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import { boxOverlap } from '@amaan/vision/tracking/box-overlap';
import type { Noticed, Over, WatchReport } from './incident-watcher.ts';

/** An object that looks like an incident in this frame. */
export interface Suspect {
  readonly object: TrackedObject;
  readonly laneId: LaneId;
  /** When it began. */
  readonly since: number;
  /** How long it must last to be reported. */
  readonly holdSeconds: number;
  readonly speedKmh: number | null;
}

interface Entry {
  readonly laneId: LaneId;
  readonly began: number;
  object: TrackedObject;
  lastSeconds: number;
  isReported: boolean;
}

/** An object that is out of sight or no suspect for so long begins anew. */
const FLICKER_SECONDS = 1;
/** A track of another number in the same place is the same object, lost and found again. */
const SAME_PLACE = 0.3;

/**
 * Incidents of one kind that are about single objects: each is reported once, when it has lasted for long enough, and is
 * over when nothing was seen of it for a while. A track that was broken and found again in its place goes on.
 */
export class ObjectIncidents {
  readonly #kind: TrafficIncidentKind;
  readonly #clearSeconds: number;
  #entries: Entry[] = [];

  constructor(kind: TrafficIncidentKind, clearSeconds: number) {
    this.#kind = kind;
    this.#clearSeconds = clearSeconds;
  }

  step(suspects: readonly Suspect[], seconds: number): WatchReport {
    const noticed: Noticed[] = [];
    for (const { object, laneId, since, holdSeconds, speedKmh } of suspects) {
      const entry = this.#entryOf(object) ?? this.#open({ laneId, began: since, object, seconds });
      entry.object = object;
      entry.lastSeconds = seconds;
      if (entry.isReported || seconds - entry.began < holdSeconds) continue;
      entry.isReported = true;
      noticed.push({ kind: this.#kind, laneId, began: entry.began, object, queueVehicles: null, speedKmh });
    }
    const isOver = (entry: Entry) =>
      seconds - entry.lastSeconds > (entry.isReported ? this.#clearSeconds : FLICKER_SECONDS);
    const over = this.#entries.filter((entry) => entry.isReported && isOver(entry));
    this.#entries = this.#entries.filter((entry) => !isOver(entry));
    return { noticed, over: over.map((entry) => this.#overOf(entry)) };
  }

  finish(): Over[] {
    const over = this.#entries.filter(({ isReported }) => isReported).map((entry) => this.#overOf(entry));
    this.#entries = [];
    return over;
  }

  #entryOf(object: TrackedObject): Entry | undefined {
    return (
      this.#entries.find((entry) => entry.object.track === object.track) ??
      this.#entries.find((entry) => boxOverlap(entry.object.box, object.box) > SAME_PLACE)
    );
  }

  #open({ seconds, ...entry }: Omit<Entry, 'lastSeconds' | 'isReported'> & { seconds: number }): Entry {
    const opened = { ...entry, lastSeconds: seconds, isReported: false };
    this.#entries.push(opened);
    return opened;
  }

  #overOf({ laneId, object, began, lastSeconds }: Entry): Over {
    return { kind: this.#kind, laneId, track: object.track, began, ended: lastSeconds };
  }
}
