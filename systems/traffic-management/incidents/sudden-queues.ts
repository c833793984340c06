import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { IncidentWatcher, TrafficScene } from './incident-watcher.ts';
import { LaneIncidents, type LaneState } from './lane-incidents.ts';

export interface SuddenQueueOptions {
  readonly vehicles: number;
  readonly holdSeconds: number;
  readonly clearSeconds: number;
}

/** A queue that grew over a longer time is no surprise. */
const SUDDEN_SECONDS = 90;
/** Queues at a signal are usual: how much longer than usual one must be, in shares and in vehicles. */
const UNUSUAL_SHARE = 1.5;
const UNUSUAL_VEHICLES = 2;
/** What is usual is learnt from the longest queue of each such time, the newest with this weight. */
const USUAL_SECONDS = 120;
const USUAL_WEIGHT = 0.2;
/** Of fewer such times nothing is known to be usual. */
const LEAST_HISTORY = 3;

interface History {
  /** When at most one vehicle waited, the last time; null: not since the pictures began. */
  clearAt: number | null;
  usual: number | null;
  periods: number;
  periodSince: number;
  periodMost: number;
}

/** Queues that come from nothing within a minute and a half, and at a signal are longer than they usually get there. */
export class SuddenQueues implements IncidentWatcher {
  readonly #options: SuddenQueueOptions;
  readonly #incidents: LaneIncidents;
  readonly #histories = new Map<LaneId, History>();

  constructor(options: SuddenQueueOptions) {
    this.#options = options;
    this.#incidents = new LaneIncidents('sudden-queue', options.holdSeconds, options.clearSeconds);
  }

  step({ lanes, moment }: TrafficScene) {
    const { seconds, stepSeconds } = moment;
    if (stepSeconds === null) this.#histories.clear();
    const states = lanes.map(({ measured: { lane }, queue }): LaneState => {
      const history = this.#historyOf(lane.id, seconds);
      if (queue.vehicles <= 1) history.clearAt = seconds;
      learn(history, queue.vehicles, seconds);
      const most = lane.stopLine ? unusual(history) : 0;
      const { clearAt } = history;
      const isBad =
        most !== null &&
        clearAt !== null &&
        queue.vehicles >= Math.max(this.#options.vehicles, most) &&
        seconds - clearAt <= SUDDEN_SECONDS;
      return {
        laneId: lane.id,
        state: isBad ? 'bad' : queue.vehicles <= 1 ? 'good' : 'between',
        since: clearAt ?? seconds,
        queueVehicles: queue.vehicles,
        speedKmh: null,
      };
    });
    return this.#incidents.step(states, seconds);
  }

  finish(seconds: number) {
    return this.#incidents.finish(seconds);
  }

  #historyOf(laneId: LaneId, seconds: number): History {
    const known = this.#histories.get(laneId) ?? {
      clearAt: null,
      usual: null,
      periods: 0,
      periodSince: seconds,
      periodMost: 0,
    };
    this.#histories.set(laneId, known);
    return known;
  }
}

function learn(history: History, vehicles: number, seconds: number): void {
  history.periodMost = Math.max(history.periodMost, vehicles);
  if (seconds - history.periodSince < USUAL_SECONDS) return;
  history.usual =
    history.usual === null
      ? history.periodMost
      : history.usual + USUAL_WEIGHT * (history.periodMost - history.usual);
  history.periods += 1;
  history.periodSince = seconds;
  history.periodMost = vehicles;
}

/** Vehicles from which a queue at a signal is longer than usual; null: not known yet. */
function unusual({ usual, periods }: History): number | null {
  return usual === null || periods < LEAST_HISTORY ? null : UNUSUAL_SHARE * usual + UNUSUAL_VEHICLES;
}
