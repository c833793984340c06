import type { TrafficIncidentKind } from '@amaan/contracts/traffic/traffic-incident';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { Noticed, Over, WatchReport } from './incident-watcher.ts';

/** How a lane is in this frame. */
export interface LaneState {
  readonly laneId: LaneId;
  /** `bad` begins an incident, `good` ends it, and in between nothing changes; null is not known. */
  readonly state: 'bad' | 'good' | 'between' | null;
  /** When it began to be bad. */
  readonly since: number;
  readonly queueVehicles: number | null;
  readonly speedKmh: number | null;
}

interface Entry {
  badSince: number | null;
  goodSince: number | null;
  /** Null while nothing is reported. */
  began: number | null;
}

/**
 * Incidents of one kind that are about whole lanes: reported once when a lane was bad for long enough, over when it was
 * good for long enough (hysteresis in state and time).
 */
export class LaneIncidents {
  readonly #kind: TrafficIncidentKind;
  readonly #holdSeconds: number;
  readonly #clearSeconds: number;
  readonly #entries = new Map<LaneId, Entry>();

  constructor(kind: TrafficIncidentKind, holdSeconds: number, clearSeconds: number) {
    this.#kind = kind;
    this.#holdSeconds = holdSeconds;
    this.#clearSeconds = clearSeconds;
  }

  step(lanes: readonly LaneState[], seconds: number): WatchReport {
    const noticed: Noticed[] = [];
    const over: Over[] = [];
    for (const { laneId, state, since, queueVehicles, speedKmh } of lanes) {
      const entry = this.#entries.get(laneId) ?? { badSince: null, goodSince: null, began: null };
      this.#entries.set(laneId, entry);
      entry.badSince = state === 'bad' ? (entry.badSince ?? seconds) : null;
      entry.goodSince = state === 'good' ? (entry.goodSince ?? seconds) : null;
      if (entry.began === null && entry.badSince !== null && seconds - entry.badSince >= this.#holdSeconds) {
        entry.began = since;
        noticed.push({ kind: this.#kind, laneId, began: since, object: null, queueVehicles, speedKmh });
      }
      if (
        entry.began !== null &&
        entry.goodSince !== null &&
        seconds - entry.goodSince >= this.#clearSeconds
      ) {
        over.push({ kind: this.#kind, laneId, track: null, began: entry.began, ended: entry.goodSince });
        entry.began = null;
      }
    }
    return { noticed, over };
  }

  finish(seconds: number): Over[] {
    const open = [...this.#entries].flatMap(([laneId, { began }]) =>
      began === null ? [] : [{ kind: this.#kind, laneId, track: null, began, ended: seconds }],
    );
    this.#entries.clear();
    return open;
  }
}
