import type { Junction } from '@amaan/contracts/traffic/junction';
import type { DecisionReason } from '@amaan/contracts/traffic/signal-decision';
import type { JunctionView, Proposal, SignalController } from '../controller.ts';
import { JunctionTables } from '../junction-tables.ts';

/** Settings of actuated control; seconds. */
export interface ActuatedSettings {
  /** Green goes on until no vehicle has been on its detectors for so long. */
  readonly passage: number;
  /** Green ends at the latest after so long while others wait. */
  readonly maxGreen: number;
  /** Vehicles nearer than this many metres to the stop line are on its detector. */
  readonly detector: number;
}

/**
 * A zone of 30 m is passed in about two seconds; one more of passage makes the three seconds between vehicles that the
 * Signal Timing Manual advises (NCHRP 812, chapters 5 and 6).
 */
const DEFAULTS: ActuatedSettings = { passage: 1, maxGreen: 50, detector: 30 };
/** Slower vehicles stand; metres a second. */
const MOVING = 1;

/**
 * Actuated control as in NEMA controllers: stages in the order of the fixed plan, those that nobody waits for left out; a
 * green rests where nobody else waits, ends by gap-out when no vehicle has been on its detectors for the passage time, and
 * by max-out (NEMA TS 2; Signal Timing Manual, second edition, NCHRP report 812, 2015, chapter 5).
 */
export class ActuatedController implements SignalController {
  readonly #junction: Junction;
  readonly #tables: JunctionTables;
  readonly #settings: ActuatedSettings;
  /** Stages in the plan's order, each once. */
  readonly #order: readonly number[];
  #lastSeen = Number.NEGATIVE_INFINITY;
  #stage = -1;
  /** Since when somebody waits for another stage; max-out counts from there. */
  #calledSince: number | null = null;

  constructor(junction: Junction, settings: Partial<ActuatedSettings> = {}) {
    this.#junction = junction;
    this.#tables = new JunctionTables(junction);
    this.#settings = { ...DEFAULTS, ...settings };
    const planned = junction.fixedPlan.steps.map(({ stage }) => this.#tables.stageOf(stage)!);
    this.#order = [...new Set(planned)];
  }

  decide(view: JunctionView, now: number): Proposal {
    const present = this.#tables.stageOf(view.stage) ?? 0;
    if (present !== this.#stage) {
      this.#stage = present;
      this.#lastSeen = now;
      this.#calledSince = null;
    }
    const { passage, maxGreen } = this.#settings;
    const next = this.#nextCalled(view, present);
    if (next === null || this.#isUsed(view, present, next)) this.#lastSeen = now;
    if (next === null) {
      this.#calledSince = null;
      return this.#propose(present, 'nobody-else-waits', { seconds: Math.round(view.greenFor) });
    }
    this.#calledSince ??= now;
    const gap = now - this.#lastSeen;
    if (gap >= passage) return this.#propose(next, 'gap-out', { seconds: gap });
    const beside = now - this.#calledSince;
    if (beside >= maxGreen) return this.#propose(next, 'max-out', { seconds: Math.round(beside) });
    return this.#propose(present, 'vehicles-come', { gap });
  }

  /** The next stage in order that serves a lane on which somebody is and which is not served now. */
  #nextCalled(view: JunctionView, present: number): number | null {
    const at = this.#order.indexOf(present);
    for (let step = 1; step <= this.#order.length; step++) {
      const stage = this.#order[(at + step) % this.#order.length]!;
      if (stage !== present && this.#isCalled(view, stage, present)) return stage;
    }
    return null;
  }

  #isCalled(view: JunctionView, stage: number, present: number): boolean {
    return this.#junction.lanes.some(({ movements }, index) => {
      const nearest = view.lanes[index]?.vehicles[0]?.distance ?? Number.POSITIVE_INFINITY;
      if (nearest >= this.#settings.detector) return false;
      // A lane that has green with others to give way to calls for the stage in which it has not.
      return movements.some(({ group }) => {
        const service = (of: number) =>
          this.#tables.service[of]?.[this.#tables.groupOf(group) ?? -1] ?? 'red';
        const rank = { red: 0, yield: 1, green: 2 } as const;
        return rank[service(stage)] > rank[service(present)];
      });
    });
  }

  /** Whether somebody goes on a green that would end; whoever has to give way and stands does not count. */
  #isUsed(view: JunctionView, present: number, next: number): boolean {
    return this.#junction.lanes.some(({ movements }, index) => {
      const services = movements
        .map(({ group }) => this.#tables.groupOf(group) ?? -1)
        .filter((group) => !this.#tables.isGreen(next, group))
        .map((group) => this.#tables.service[present]?.[group] ?? 'red');
      if (services.every((service) => service === 'red')) return false;
      const hasWay = services.includes('green');
      return (view.lanes[index]?.vehicles ?? []).some(({ distance, speed }) => {
        return distance < this.#settings.detector && (hasWay || speed >= MOVING);
      });
    });
  }

  #propose(stage: number, code: string, values: DecisionReason['values']): Proposal {
    return { stage: this.#junction.stages[stage]!.id, reasons: [{ code, values }] };
  }
}
