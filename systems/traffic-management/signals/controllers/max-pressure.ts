import type { ApproachLane, Junction } from '@amaan/contracts/traffic/junction';
import type { JunctionView, LaneView, Proposal, SignalController } from '../controller.ts';
import { JunctionTables } from '../junction-tables.ts';
import { WaitingLanes } from '../waiting-lanes.ts';

/** Settings of max-pressure control; seconds. */
export interface MaxPressureSettings {
  /** How often the stage is chosen anew. */
  readonly interval: number;
  /** A lane on which somebody waits is served at the latest after so many seconds of red. */
  readonly longestWait: number;
}

/** Slower vehicles are in a queue; metres a second. */
const QUEUED = 3;
const DEFAULTS: MaxPressureSettings = { interval: 10, longestWait: 120 };

/**
 * Max-pressure control: the stage goes green that lets most go towards where least stands. Pressure of a movement is the
 * queue before it less the queue behind it, and of a stage the sum over its movements, a lane's queue shared evenly between
 * its own (P. Varaiya, "Max pressure control of a network of signalized intersections", Transportation Research C 36,
 * 2013). It keeps a network stable but may starve a lane with few vehicles, so waiting is bounded here.
 */
export class MaxPressureController implements SignalController {
  readonly #junction: Junction;
  readonly #tables: JunctionTables;
  readonly #settings: MaxPressureSettings;
  readonly #exitOf: ReadonlyMap<string, number>;
  readonly #waiting: WaitingLanes;
  #chosenAt = Number.NEGATIVE_INFINITY;
  #chosen: Proposal | null = null;

  constructor(junction: Junction, settings: Partial<MaxPressureSettings> = {}) {
    this.#junction = junction;
    this.#tables = new JunctionTables(junction);
    this.#settings = { ...DEFAULTS, ...settings };
    this.#exitOf = new Map(junction.exits.map(({ id }, index) => [id, index]));
    this.#waiting = new WaitingLanes(junction, this.#settings.longestWait);
  }

  decide(view: JunctionView, now: number): Proposal {
    const present = this.#tables.stageOf(view.stage) ?? 0;
    this.#waiting.watch(view, present, now);
    const isDue = now - this.#chosenAt >= this.#settings.interval;
    if (!this.#chosen || isDue) {
      this.#chosenAt = now;
      this.#chosen = this.#waiting.overdue(now) ?? this.#highestPressure(view, present);
    }
    return this.#chosen;
  }

  #highestPressure(view: JunctionView, present: number): Proposal {
    const pressures = this.#junction.stages.map((_, stage) => this.#pressureOf(stage, view));
    const highest = Math.max(...pressures);
    // Of equal ones the present stage goes on: a change costs time.
    const stage = pressures[present] === highest ? present : pressures.indexOf(highest);
    const values = { pressure: round(highest), present: round(pressures[present] ?? 0) };
    return { stage: this.#junction.stages[stage]!.id, reasons: [{ code: 'highest-pressure', values }] };
  }

  #pressureOf(stage: number, view: JunctionView): number {
    let pressure = 0;
    for (const [index, lane] of this.#junction.lanes.entries()) {
      const open = lane.movements.filter(({ group }) => this.#isGreen(stage, group));
      if (open.length === 0) continue;
      const share = open.length / lane.movements.length;
      pressure += share * (standing(view.lanes[index]) - this.#standingBehind(open, view));
    }
    return pressure;
  }

  /** The queue behind the junction, on average over where the movements lead. */
  #standingBehind(open: ApproachLane['movements'], view: JunctionView): number {
    const counts = open.map(({ to }) => view.exits[this.#exitOf.get(to ?? '') ?? -1]?.standing ?? 0);
    return counts.reduce((sum, count) => sum + count, 0) / open.length;
  }

  #isGreen(stage: number, group: string): boolean {
    return this.#tables.isGreen(stage, this.#tables.groupOf(group) ?? -1);
  }
}

function standing(lane: LaneView | undefined): number {
  return lane?.vehicles.filter(({ speed }) => speed < QUEUED).length ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
