import type { Junction } from '@amaan/contracts/traffic/junction';
import type { DecisionReason } from '@amaan/contracts/traffic/signal-decision';
import type { JunctionView, Proposal, SignalController } from '../controller.ts';
import { JunctionTables } from '../junction-tables.ts';
import { WaitingLanes } from '../waiting-lanes.ts';
import type { ApproachModel } from './approach-model.ts';
import { ArrivalRate } from './arrival-rate.ts';
import { Coasting } from './coasting.ts';
import { DRIVER, type Driver } from './driver.ts';
import { JunctionModel } from './junction-model.ts';
import { type Arrival, type Plan, Rollout, STANDING } from './rollout.ts';
import { StageLights } from './stage-lights.ts';
import { fractionOf, TurningShares } from './turning-shares.ts';

/** Settings of look-ahead control; seconds. */
export interface LookAheadSettings {
  readonly horizon: number;
  /** The present stage is kept for so long before a change is tried. */
  readonly holds: readonly number[];
  /** Gaps at which a stage ends in the rules that signals are taken to follow after the first change. */
  readonly gaps: readonly number[];
  readonly shortestGreen: number;
  readonly longestGreen: number;
  /** A lane on which somebody waits is served at the latest after so many seconds of red. */
  readonly longestWait: number;
  readonly driver: Driver;
  /** Milliseconds after which no further plan is tried: the best so far is better than a late one. */
  readonly budgetMs: number;
  /** A clock in milliseconds that never goes back. */
  readonly clock: () => number;
}

const DEFAULTS: LookAheadSettings = {
  horizon: 50,
  holds: [0, 3, 6, 10],
  gaps: [1, 1.8, 2.5],
  shortestGreen: 5,
  longestGreen: 30,
  longestWait: 120,
  driver: DRIVER,
  budgetMs: 50,
  clock: () => performance.now(),
};
/** Seconds after which a vehicle that is not seen any more is forgotten. */
const FORGOTTEN = 60;
/** A plan that loses this share more, and these vehicle seconds, is given up: people are told that it loses so much or more. */
const CLEARLY_MORE = 0.1;
const CLEARLY_MORE_SECONDS = 3;
/** Metres of lane that a vehicle in a queue takes. */
const ROOM_OF_ONE = 7;

/**
 * Ours: plays what the signal could do now through in a model of its approaches, second by second with every vehicle that
 * cameras see and those that are likely to come, and does what loses least. Each possible first step (go on, or change to a
 * stage at once or a little later) is followed by several simple rules of actuated control, of which the best counts: parallel
 * rollout, which is never worse in the model than the best of these rules (H. S. Chang, R. Givan, E. K. P. Chong, "Parallel
 * rollout for online solution of partially observable Markov decision processes", Discrete Event Dynamic Systems 14, 2004).
 * Only the first step is done; a second later everything is thought anew.
 */
export class LookAheadController implements SignalController {
  readonly #junction: Junction;
  readonly #tables: JunctionTables;
  readonly #settings: LookAheadSettings;
  readonly #numbers: JunctionModel;
  readonly #lights: StageLights;
  readonly #shares: readonly TurningShares[];
  readonly #rates: readonly ArrivalRate[];
  readonly #coasting: readonly Coasting[];
  readonly #waiting: WaitingLanes;
  /** When each vehicle was seen last. */
  readonly #known = new Map<string, number>();
  #model: ApproachModel | null = null;
  #rollout: Rollout | null = null;
  #reach = '';

  constructor(junction: Junction, settings: Partial<LookAheadSettings> = {}) {
    this.#junction = junction;
    this.#tables = new JunctionTables(junction);
    this.#settings = { ...DEFAULTS, ...settings };
    this.#numbers = new JunctionModel(junction, this.#settings.driver);
    this.#lights = new StageLights(junction, this.#numbers.groupOf);
    this.#shares = junction.lanes.map(
      ({ movements }) => new TurningShares(movements.map(({ turn }) => turn === 'straight')),
    );
    this.#rates = junction.lanes.map(() => new ArrivalRate());
    this.#coasting = junction.lanes.map(() => new Coasting());
    this.#waiting = new WaitingLanes(junction, this.#settings.longestWait);
  }

  decide(seen: JunctionView, now: number): Proposal {
    const present = this.#tables.stageOf(seen.stage) ?? 0;
    const rollout = this.#prepare(seen);
    const view = this.#withLost(seen, present, rollout, now);
    this.#learn(view, now);
    this.#waiting.watch(view, present, now);
    const overdue = this.#waiting.overdue(now);
    if (overdue) return overdue;
    const mayChange = view.earliestChange.some((seconds, stage) => stage !== present && seconds <= 0);
    if (!mayChange) return this.#propose(present, [{ code: 'no-change-yet', values: {} }]);
    return this.#best(view, present, rollout);
  }

  /** Models for how far each lane is seen; made anew only where that changed. */
  #prepare(view: JunctionView): Rollout {
    const reach = view.lanes.map((lane) => Math.max(1, Math.min(lane.reach ?? view.range, view.range)));
    const key = reach.join(' ');
    if (!this.#rollout || key !== this.#reach) {
      this.#reach = key;
      this.#model = this.#numbers.approaches(reach);
      const scratch = this.#numbers.approaches(reach);
      this.#rollout = new Rollout(this.#lights, scratch, this.#numbers.movementsOf, this.#settings);
    }
    return this.#rollout;
  }

  /** What is seen, and the vehicles that cameras have just lost. */
  #withLost(view: JunctionView, present: number, rollout: Rollout, now: number): JunctionView {
    const lanes = view.lanes.map((lane, index) => {
      const vehicles = this.#coasting[index]!.see(lane.vehicles, rollout.serves(present, index), now);
      return { ...lane, vehicles };
    });
    return { ...view, lanes };
  }

  #learn(view: JunctionView, now: number): void {
    for (const [lane, { vehicles, turned }] of view.lanes.entries()) {
      let fresh = 0;
      for (const { track } of vehicles) {
        if (!this.#known.has(track)) fresh += 1;
        this.#known.set(track, now);
      }
      this.#rates[lane]?.add(fresh, now);
      if (turned) this.#shares[lane]?.learn(turned);
    }
    for (const [track, at] of this.#known) {
      // In the order in which they were seen first: those that follow may be just as old.
      if (now - at > FORGOTTEN) this.#known.delete(track);
    }
  }

  #best(view: JunctionView, present: number, rollout: Rollout): Proposal {
    const model = this.#model!;
    this.#place(view, model);
    const situation = { model, stage: present, greenFor: view.greenFor, arrivals: this.#arrivals() };
    const { budgetMs, clock } = this.#settings;
    const until = clock() + budgetMs;
    const lost = this.#junction.stages.map(() => Number.POSITIVE_INFINITY);
    let least = Number.POSITIVE_INFINITY;
    let best = present;
    for (const plan of this.#plans(view, present)) {
      const enough = least * (1 + CLEARLY_MORE) + CLEARLY_MORE_SECONDS;
      const outcome = rollout.play(situation, plan, enough);
      const stage = outcome.changesTo ?? present;
      lost[stage] = Math.min(lost[stage]!, outcome.lost);
      if (outcome.lost < least) {
        least = outcome.lost;
        best = stage;
      }
      if (clock() > until) break;
    }
    return this.#propose(best, this.#reasons(view, present, best, lost));
  }

  /** Puts what cameras see into the model. */
  #place(view: JunctionView, model: ApproachModel): void {
    model.clear();
    for (const [lane, { vehicles, waitingInside }] of view.lanes.entries()) {
      const movements = this.#numbers.movementsOf[lane]!;
      for (const { track, distance, speed } of vehicles)
        model.add(lane, distance, speed, movements[this.#shares[lane]!.guess(fractionOf(track))]!);
      for (const [index, count] of waitingInside?.entries() ?? []) model.putInside(movements[index]!, count);
    }
    for (const [exit, { standing }] of view.exits.entries()) {
      // Where nobody stands it flows, and takes as many as come.
      if (!standing) continue;
      const places = Math.floor(this.#junction.exits[exit]!.length / ROOM_OF_ONE);
      model.leaveRoom(exit, Math.max(0, places - standing));
    }
  }

  #arrivals(): Arrival[] {
    const arrivals = this.#rates.flatMap((rate, lane) => {
      const times = rate.arrivals(this.#settings.horizon, fractionOf(`arrival ${lane}`));
      return times.map((at, index): Arrival => {
        const movement = this.#shares[lane]!.guess(fractionOf(`arrival ${lane} ${index}`));
        return { lane, at, movement: this.#numbers.movementsOf[lane]![movement]! };
      });
    });
    return arrivals.sort((a, b) => a.at - b.at);
  }

  *#plans(view: JunctionView, present: number): Iterable<Plan> {
    for (const gapSeconds of this.#settings.gaps) {
      yield { to: null, hold: 0, gapSeconds };
      for (const hold of this.#settings.holds)
        for (const stage of this.#junction.stages.keys()) {
          if (stage === present) continue;
          const earliest = Math.ceil(view.earliestChange[stage] ?? 0);
          // What may not begin yet can only be waited for.
          yield { to: stage, hold: Math.max(hold, earliest), gapSeconds };
        }
    }
  }

  #reasons(view: JunctionView, present: number, best: number, lost: readonly number[]): DecisionReason[] {
    const other = lost.flatMap((seconds, stage) => (stage === best ? [] : [seconds]));
    const second = Math.min(...other);
    const reasons: DecisionReason[] = [];
    const { horizon } = this.#settings;
    if (Number.isFinite(second)) {
      const values = { lost: Math.round(lost[best]!), other: Math.round(second), horizon };
      reasons.push({ code: best === present ? 'goes-on-loses-least' : 'change-loses-least', values });
    } else reasons.push({ code: 'no-better-stage', values: { lost: Math.round(lost[best]!), horizon } });
    const standing = view.lanes.map(({ vehicles }, lane) =>
      this.#rollout!.serves(best, lane) ? vehicles.filter(({ speed }) => speed < STANDING).length : 0,
    );
    const most = Math.max(0, ...standing);
    if (most > 0) {
      const lane = this.#junction.lanes[standing.indexOf(most)]!.name;
      reasons.push({ code: 'lets-queue-go', values: { lane, vehicles: most } });
    }
    return reasons;
  }

  #propose(stage: number, reasons: readonly DecisionReason[]): Proposal {
    return { stage: this.#junction.stages[stage]!.id, reasons };
  }
}
