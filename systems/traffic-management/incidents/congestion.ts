import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { LaneMeter, Presence } from '../measuring/lane-meter.ts';
import type { IncidentWatcher, TrafficScene } from './incident-watcher.ts';
import { LaneIncidents, type LaneState } from './lane-incidents.ts';

export interface CongestionOptions {
  readonly windowSeconds: number;
  readonly holdSeconds: number;
  readonly clearSeconds: number;
  /** Of the speed limit. */
  readonly congestedShare: number;
  readonly freeShare: number;
  /** The same where there are no speeds. */
  readonly congestedOccupancy: number;
  readonly freeOccupancy: number;
}

/** Vehicles that a mean speed must rest on: fewer are a breakdown or slow drivers. */
const LEAST_VEHICLES = 4;
/** At a signal: a queue that does not clear for so many windows was there through whole cycles. */
const SIGNAL_WINDOWS = 3;
/** How often a lane is judged. */
const JUDGED_SECONDS = 1;

interface Step {
  readonly seconds: number;
  readonly stepMs: number;
  readonly presence: readonly Presence[];
  readonly coveredMs: number;
}

type Judged = Pick<LaneState, 'state' | 'speedKmh'>;

interface Flow {
  steps: Step[];
  /** What was judged last, and when: a mean over a minute need not be worked out with every frame. */
  judged: Judged;
  judgedAt: number;
  /** When the lane was last not congested. */
  goodAt: number;
  /** When at most one vehicle waited, the last time. */
  clearAt: number;
}

/**
 * Lanes where traffic breaks down: on a free lane by the mean speed of a minute's vehicles against the speed limit, or
 * without speeds by the occupancy of the counting line; at a signal by a queue that does not clear.
 */
export class Congestion implements IncidentWatcher {
  readonly #options: CongestionOptions;
  readonly #incidents: LaneIncidents;
  readonly #flows = new Map<LaneId, Flow>();

  constructor(options: CongestionOptions) {
    this.#options = options;
    this.#incidents = new LaneIncidents('congestion-onset', options.holdSeconds, options.clearSeconds);
  }

  step({ lanes, moment }: TrafficScene) {
    const { seconds, stepSeconds } = moment;
    if (stepSeconds === null) this.#flows.clear();
    const states = lanes.map((lane) => {
      const { id } = lane.measured.lane;
      const flow = this.#flows.get(id) ?? {
        steps: [],
        judged: { state: null, speedKmh: null },
        judgedAt: Number.NEGATIVE_INFINITY,
        goodAt: seconds,
        clearAt: seconds,
      };
      this.#flows.set(id, flow);
      this.#remember(flow, lane, seconds, 1000 * (stepSeconds ?? 0));
      if (seconds - flow.judgedAt >= JUDGED_SECONDS) {
        flow.judgedAt = seconds;
        flow.judged = lane.measured.lane.stopLine
          ? this.#atSignal(flow, lane, seconds)
          : this.#onFreeLane(flow, lane, moment.usesGround);
      }
      if (flow.judged.state !== 'bad') flow.goodAt = seconds;
      return { laneId: id, since: flow.goodAt, queueVehicles: lane.queue.vehicles, ...flow.judged };
    });
    return this.#incidents.step(states, seconds);
  }

  finish(seconds: number) {
    return this.#incidents.finish(seconds);
  }

  #remember(flow: Flow, { presence, coveredMs, queue }: LaneMeter, seconds: number, stepMs: number): void {
    if (queue.vehicles <= 1) flow.clearAt = seconds;
    flow.steps.push({ seconds, stepMs, coveredMs, presence });
    const old = flow.steps.findIndex((step) => seconds - step.seconds <= this.#options.windowSeconds);
    if (old > 0) flow.steps.splice(0, old);
  }

  #atSignal(flow: Flow, { queue }: LaneMeter, seconds: number): Judged {
    const isStuck = seconds - flow.clearAt >= SIGNAL_WINDOWS * this.#options.windowSeconds;
    return { state: isStuck ? 'bad' : queue.vehicles <= 1 ? 'good' : 'between', speedKmh: null };
  }

  #onFreeLane({ steps }: Flow, { measured }: LaneMeter, usesGround: boolean): Judged {
    const total = (of: (step: Step) => number) => steps.reduce((sum, step) => sum + of(step), 0);
    const watchedMs = total((step) => step.stepMs);
    if (watchedMs < 500 * this.#options.windowSeconds) return { state: null, speedKmh: null };
    const { speedLimitKmh } = measured.lane;
    if (!usesGround || speedLimitKmh === null) {
      const occupancy = total((step) => step.coveredMs) / watchedMs;
      const { congestedOccupancy, freeOccupancy } = this.#options;
      return { state: stateOf(-occupancy, -congestedOccupancy, -freeOccupancy), speedKmh: null };
    }
    const speeds = vehicleSpeeds(steps);
    // An empty lane is a free one.
    if (speeds.length < LEAST_VEHICLES) return { state: 'good', speedKmh: null };
    const speedKmh = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    const { congestedShare, freeShare } = this.#options;
    return { state: stateOf(speedKmh / speedLimitKmh, congestedShare, freeShare), speedKmh };
  }
}

/** How fast each vehicle was on average while it was in the lane, in km/h: one that stands for long counts once. */
function vehicleSpeeds(steps: readonly Step[]): number[] {
  const vehicles = new Map<number, { presentMs: number; travelledCm: number }>();
  for (const { track, presentMs, travelledCm } of steps.flatMap(({ presence }) => presence)) {
    const vehicle = vehicles.get(track) ?? { presentMs: 0, travelledCm: 0 };
    vehicle.presentMs += presentMs;
    vehicle.travelledCm += travelledCm;
    vehicles.set(track, vehicle);
  }
  return [...vehicles.values()].map(({ presentMs, travelledCm }) => (36 * travelledCm) / presentMs);
}

function stateOf(value: number, bad: number, good: number): LaneState['state'] {
  return value < bad ? 'bad' : value > good ? 'good' : 'between';
}
