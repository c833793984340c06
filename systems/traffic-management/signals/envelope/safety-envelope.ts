import { AmaanError } from '@amaan/contracts/problem';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type { Fallback, Light, SignalState } from '@amaan/contracts/traffic/signal-decision';
import { checkJunction } from '../check-junction.ts';
import type { Proposal } from '../controller.ts';
import { JunctionTables } from '../junction-tables.ts';
import { type PlanMoment, planAt } from './plan-clock.ts';
import { type ServiceRound, serviceRound } from './service-round.ts';

/** A decision that took longer, in milliseconds, counts as none. */
export const LATEST_DECISION_MS = 200;
/** Measurements older than this, in seconds, count as none. */
export const OLDEST_DATA = 3;
/** Seconds without fault after which the controller leads again. */
export const RECOVERY = 5;
/** The longest time between two steps that the longest reds are kept for, in seconds. */
export const LONGEST_PERIOD = 1;

/** What the envelope is told in each step. Anything in it may be wrong. */
export interface EnvelopeInput {
  /** Seconds of the clock that the plan's offset counts on. */
  readonly now: number;
  /** Who should lead: a plan that leads is no fall-back. */
  readonly lead: 'controller' | 'plan';
  /** The controller's newest proposal; while the signal changes none is needed. */
  readonly proposal: Pick<Proposal, 'stage'> | null;
  /** Milliseconds that it took. */
  readonly decisionMs: number;
  /** Seconds since the newest measurement. */
  readonly dataAge: number;
  /** The controller threw an error instead of deciding. */
  readonly hasFailed?: boolean;
  /** Vehicles that are slow inside the junction. */
  readonly slowInside: number;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly began: number;
  /** Seconds of yellow that the plan gives; groups' own may be longer. */
  readonly yellow: number;
  /** Nothing turns green before, by the plan. */
  readonly notBefore: number;
  readonly ending: readonly number[];
  readonly starting: readonly number[];
  /** When everything was ready for the new greens; null before. */
  readyAt: number | null;
}

/**
 * The only way from a controller to a signal. It shows one stage at a time and goes from one to the next by yellow and
 * all-red; what it shows keeps the shortest greens, yellows, clearances, pedestrians' times, the conflict matrix and the
 * longest reds, whatever controllers say. Without a sound proposal the fixed plan leads, through the same rules.
 *
 * It is a pure state machine: step it at least once a second and show what it returns.
 */
export class SafetyEnvelope {
  readonly #junction: Junction;
  readonly #tables: JunctionTables;
  readonly #round: ServiceRound;
  #now: number;
  #stage: number;
  #stageSince: number;
  #change: Change | null = null;
  readonly #greenSince: number[];
  /** Until when a group's yellow lasts at the least (pedestrians: until its walk ended). */
  readonly #yellowUntil: number[];
  /** When a group was first shown red: what conflicts with it waits its clearance from there. Infinite before. */
  readonly #endedAt: number[];
  /** When a group's green ended: its red counts from there. */
  readonly #redSince: number[];
  #fallback: Fallback | null = null;
  #soundSince: number | null = null;

  /**
   * Begins where the fixed plan stands.
   * @param now seconds of the clock that the plan's offset counts on
   * @throws AmaanError `JUNCTION_CONTRADICTION` where the junction contradicts itself: then its signal must be left to the
   * plan of its own cabinet.
   */
  constructor(junction: Junction, now: number) {
    const [contradiction] = checkJunction(junction, LONGEST_PERIOD);
    if (contradiction) throw new AmaanError('JUNCTION_CONTRADICTION', contradiction.sentence);
    this.#junction = junction;
    this.#tables = new JunctionTables(junction);
    this.#round = serviceRound(junction, LONGEST_PERIOD);
    this.#now = now;
    const moment = planAt(junction.fixedPlan, now);
    this.#stage = this.#stageOfStep(moment.step);
    this.#stageSince = now - moment.elapsed;
    const { groups } = this.#tables;
    this.#greenSince = groups.map(() => this.#stageSince);
    // Whoever is red at the beginning counts as cleared and as just having turned red.
    this.#endedAt = groups.map(() => Number.NEGATIVE_INFINITY);
    this.#yellowUntil = groups.map(() => Number.NEGATIVE_INFINITY);
    this.#redSince = groups.map(() => now);
    if (moment.isChanging) {
      const step = junction.fixedPlan.steps[moment.step]!;
      this.#begin(this.#stageOfStep(moment.next), this.#stageSince + step.green, moment);
      // A yellow that was over before the beginning ended when it should.
      for (const [group, until] of this.#yellowUntil.entries())
        if (until <= now) this.#endedAt[group] = until;
    }
  }

  /** Goes on in time and says what the signal has to show from now on. */
  step(input: EnvelopeInput): SignalState {
    if (Number.isFinite(input.now) && input.now > this.#now) this.#now = input.now;
    const isPlanLed = this.#isPlanLed(input);
    const forced = this.#forced();
    if (!this.#change) this.#consider(input, isPlanLed, forced);
    if (this.#change) this.#advance(this.#change, isPlanLed ? 0 : input.slowInside);
    return {
      stage: this.#idOf(this.#stage),
      next: this.#change ? this.#idOf(this.#change.to) : null,
      since: Math.max(0, this.#now - (this.#change?.began ?? this.#stageSince)),
      lights: this.#tables.groups.map((_, group) => this.#lightOf(group)),
      source: isPlanLed ? 'plan' : 'controller',
      fallback: this.#fallback,
      forced: forced === null ? null : (this.#junction.groups[forced]?.id ?? null),
    };
  }

  /** Whether a change is under way, in which proposals are not looked at. */
  get isChanging(): boolean {
    return this.#change !== null;
  }

  /** The stage that is green, or was before the change. */
  get stage(): string {
    return this.#idOf(this.#stage);
  }

  /** Seconds since the stage turned green. */
  greenFor(now: number): number {
    return Math.max(0, now - this.#stageSince);
  }

  /** Seconds until a change to each stage may begin, by the shortest greens of the groups that it ends. */
  earliestChange(now: number): number[] {
    return Array.from({ length: this.#tables.stages }, (_, to) => this.#greenOwed(to, now));
  }

  #isPlanLed(input: EnvelopeInput): boolean {
    if (input.lead === 'plan') {
      this.#fallback = null;
      this.#soundSince = null;
      return true;
    }
    const fault = this.#faultOf(input);
    if (fault !== null) {
      this.#fallback = fault;
      this.#soundSince = null;
    } else if (this.#fallback !== null) {
      this.#soundSince ??= this.#now;
      if (this.#now - this.#soundSince >= RECOVERY) this.#fallback = null;
    }
    return this.#fallback !== null;
  }

  #faultOf({ proposal, decisionMs, dataAge, hasFailed }: EnvelopeInput): Fallback | null {
    if (hasFailed) return 'controller-failed';
    // Written so that NaN counts as a fault.
    if (!(dataAge <= OLDEST_DATA)) return 'stale-data';
    if (!(decisionMs <= LATEST_DECISION_MS)) return 'late-decision';
    if (this.#change) return null;
    if (!proposal) return 'no-proposal';
    return this.#tables.stageOf(proposal.stage) === undefined ? 'unknown-stage' : null;
  }

  /** The group that has been red for longest, if serving everybody once more would just keep its longest red. */
  #forced(): number | null {
    let oldest: number | null = null;
    for (const [group, { maxRed }] of this.#tables.groups.entries()) {
      if (this.#isShownGreen(group)) continue;
      if (this.#now - this.#redSince[group]! < maxRed - this.#round.seconds) continue;
      if (oldest === null || this.#redSince[group]! < this.#redSince[oldest]!) oldest = group;
    }
    return oldest;
  }

  /** Begins a change where one is wanted and allowed. */
  #consider(input: EnvelopeInput, isPlanLed: boolean, forced: number | null): void {
    const moment = isPlanLed ? planAt(this.#junction.fixedPlan, this.#now) : null;
    let wanted = moment ? this.#wantedByPlan(moment) : this.#tables.stageOf(input.proposal?.stage ?? '');
    if (forced !== null) wanted = this.#round.home[forced];
    if (wanted === undefined || wanted === this.#stage) return;
    if (this.#greenOwed(wanted, this.#now) > 0) return;
    this.#begin(wanted, this.#now, moment);
  }

  /** The stage of the plan's step, or the next step's where the step would not get its shortest green any more. */
  #wantedByPlan({ step, next, isChanging, greenLeft }: PlanMoment): number {
    const stage = this.#stageOfStep(step);
    if (isChanging) return this.#stageOfStep(next);
    if (stage === this.#stage) return stage;
    const { groups } = this.#tables;
    const starting = this.#tables.starting(this.#stage, stage).map((group) => groups[group]!.minGreen);
    const ending = this.#tables.ending(this.#stage, stage).map((group) => groups[group]!.yellow);
    const worthwhile = Math.max(0, ...starting) + Math.max(0, ...ending);
    return greenLeft >= worthwhile ? stage : this.#stageOfStep(next);
  }

  /** Seconds of green that a change to a stage would take from shortest greens. */
  #greenOwed(to: number, now: number): number {
    const owed = this.#tables
      .ending(this.#stage, to)
      .map((group) => this.#tables.groups[group]!.minGreen - (now - this.#greenSince[group]!));
    return Math.max(0, ...owed);
  }

  #begin(to: number, began: number, moment: PlanMoment | null): void {
    const step = moment ? this.#junction.fixedPlan.steps[moment.step] : undefined;
    // Only where the plan's own change is under way do its times count.
    const isPlansOwn =
      step && moment?.isChanging && this.#tables.stageOf(step.stage) === this.#stage ? step : null;
    const yellow = isPlansOwn?.yellow ?? 0;
    const ending = this.#tables.ending(this.#stage, to);
    for (const group of ending) this.#redSince[group] = began;
    this.#change = {
      from: this.#stage,
      to,
      began,
      yellow,
      notBefore: began + yellow + (isPlansOwn?.allRed ?? 0),
      ending,
      starting: this.#tables.starting(this.#stage, to),
      readyAt: null,
    };
    for (const group of ending) {
      this.#yellowUntil[group] = began + this.#yellowOf(group, yellow);
      this.#endedAt[group] = Number.POSITIVE_INFINITY;
    }
  }

  #advance(change: Change, slowInside: number): void {
    for (const group of change.ending)
      if (this.#yellowUntil[group]! <= this.#now)
        this.#endedAt[group] = Math.min(this.#endedAt[group]!, this.#now);
    if (!this.#isReady(change)) return;
    change.readyAt ??= this.#now;
    const waited = this.#now - change.readyAt;
    if (slowInside > 0 && change.starting.length > 0 && waited < this.#junction.clearingExtension) return;
    for (const group of change.starting) this.#greenSince[group] = this.#now;
    this.#stage = change.to;
    this.#stageSince = this.#now;
    this.#change = null;
  }

  /** Whether every yellow is over and nobody is still clearing from whom the new greens could be hit. */
  #isReady({ ending, starting, notBefore }: Change): boolean {
    if (this.#now < notBefore) return false;
    if (ending.some((group) => this.#now < this.#endedAt[group]!)) return false;
    return starting.every((group) =>
      this.#tables.foes[group]!.every((foe) => {
        return (
          this.#isShownGreen(foe) || this.#now - this.#endedAt[foe]! >= this.#tables.groups[foe]!.clearance
        );
      }),
    );
  }

  #yellowOf(group: number, planYellow: number): number {
    const { kind, yellow } = this.#tables.groups[group]!;
    return kind === 'pedestrian' ? 0 : Math.max(yellow, planYellow);
  }

  #isShownGreen(group: number): boolean {
    return this.#tables.isGreen(this.#stage, group) && !this.#change?.ending.includes(group);
  }

  #lightOf(group: number): Light {
    if (this.#isShownGreen(group)) {
      // Through a change, a group gives way if it has to in either stage.
      const stages = this.#change ? [this.#change.from, this.#change.to] : [this.#stage];
      return stages.some((stage) => this.#tables.service[stage]?.[group] === 'yield') ? 'yield' : 'green';
    }
    const { kind, clearance } = this.#tables.groups[group]!;
    if (this.#endedAt[group]! > this.#now) return 'yellow';
    const isClearing = kind === 'pedestrian' && this.#now - this.#endedAt[group]! < clearance;
    return isClearing ? 'clearing' : 'red';
  }

  #stageOfStep(step: number): number {
    return this.#tables.stageOf(this.#junction.fixedPlan.steps[step]!.stage)!;
  }

  #idOf(stage: number): string {
    return this.#junction.stages[stage]!.id;
  }
}
