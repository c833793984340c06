import { ControlClock } from '@amaan/analytics/clock/control-clock';
import { ControlFeed } from '@amaan/analytics/permits/control-feed';
import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import {
  type AssignedJunction,
  FixedPlanNow,
  LaneStates,
  SIGNAL_SUBJECTS,
  SignalAssignment,
  type SignalReport,
  type SignalsLive,
} from '@amaan/contracts/traffic/signal-messages';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import type { Logger } from 'pino';
import { PhaseWatch } from '../phases/phase-watch.ts';
import { ControlDesk } from './control-desk.ts';
import { DecisionLog, event } from './decision-log.ts';
import { EmergencyDesk } from './emergency-desk.ts';
import { JunctionRunner } from './junction-runner.ts';
import { type OpenOutput, openOutput } from './open-output.ts';
import { SightBoard } from './sight-board.ts';

/** The envelope is stepped so often: its longest reds hold for one second between two steps at most. */
const STEP_MS = 500;
const LIVE_MS = 1_000;
/** What is enforced is looked at so often: a change is then known to the twentieth of a second, give or take the way. */
const LOOK_MS = 100;
/** The assignment is asked for anew this often, in case an announcement was missed. */
const REFRESH_MS = 30_000;

export interface SignalsProcessOptions {
  readonly bus: Bus;
  readonly logger: Logger;
  /** Unix milliseconds and a clock that nobody can set; left out: the machine's. */
  readonly clock?: PermitClock;
  /** Whether it goes on by itself; left out: yes. Tests step it. */
  readonly runs?: boolean;
}

interface Running {
  readonly runner: JunctionRunner;
  readonly output: OpenOutput;
  /** What it was made of: another version, controller or output makes another one. */
  readonly key: string;
}

/**
 * The process of signal control: takes its junctions and permits from the server, sees lanes through the cameras of workers,
 * lets a controller decide each second, the safety envelope have the last word, and the outputs follow. Cut off from the
 * server it goes on until its permits end; told to stop, it stops within the step.
 */
export class SignalsProcess implements AsyncDisposable {
  readonly id: Identifier = newIdentifier();
  readonly #options: SignalsProcessOptions;
  readonly #clock: PermitClock;
  readonly #desk: ControlDesk;
  readonly #sights = new SightBoard();
  readonly #emergency = new EmergencyDesk();
  readonly #log = new DecisionLog();
  readonly #controlClock: ControlClock;
  readonly #phases: PhaseWatch;
  readonly #junctions = new Map<Identifier, Running>();
  readonly #feed: ControlFeed<SignalAssignment>;
  readonly #subscriptions: Subscription[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #reporting = new Set<Promise<void>>();
  #isFresh = true;

  constructor(options: SignalsProcessOptions) {
    const { bus, logger } = options;
    this.#options = options;
    this.#clock = options.clock ?? new PermitClock();
    this.#desk = new ControlDesk(() => this.#clock.now(), logger);
    this.#controlClock = new ControlClock({ bus, now: () => this.#clock.now().getTime() });
    this.#phases = new PhaseWatch({
      announce: (phases) => bus.announce(SIGNAL_SUBJECTS.phases, phases),
      report: (reports) => this.#report(reports),
      clock: () => this.#controlClock.proof,
    });
    this.#feed = new ControlFeed({
      bus,
      ...{ subject: SIGNAL_SUBJECTS.assignment, schema: SignalAssignment, id: this.id },
      apply: (assignment) => this.#apply(assignment),
      logger,
    });
    this.#subscriptions.push(
      bus.listen(SUBJECTS.revocation, (payload) => this.#revoke(payload)),
      bus.listen(SIGNAL_SUBJECTS.fixedPlanNow, (payload) => this.#fix(payload)),
      bus.listen(SIGNAL_SUBJECTS.laneStates, (payload) => this.#see(payload)),
      bus.listen(SIGNAL_SUBJECTS.assignmentChanged, () => this.#feed.refresh()),
      bus.listen(SUBJECTS.assignmentChanged, () => this.#feed.refresh()),
    );
    this.#timers.push(setInterval(() => this.#feed.refresh(), REFRESH_MS));
    if (options.runs ?? true)
      this.#timers.push(
        setInterval(() => this.step(), STEP_MS),
        setInterval(() => this.tell(), LIVE_MS),
        setInterval(() => this.look(), LOOK_MS),
      );
    this.#feed.refresh();
  }

  /** What one junction shows and thinks now, or null when it is not run here. */
  liveOf(junctionId: Identifier): JunctionLive | null {
    return this.#junctions.get(junctionId)?.runner.live(this.#now) ?? null;
  }

  /** What was opened for one junction: for tests, which break it. */
  outputOf(junctionId: Identifier): OpenOutput | null {
    return this.#junctions.get(junctionId)?.output ?? null;
  }

  /** One step of all junctions. */
  step(): void {
    const now = this.#now;
    this.#emergency.step(now);
    const reports: SignalReport[] = [];
    for (const { runner, output } of this.#junctions.values()) {
      if (output.road) this.#sights.take(output.road.step(now, runner.lights));
      const decision = runner.step(now);
      if (decision) reports.push(...this.#log.decision(runner.junctionId, decision));
      reports.push(...this.#log.problem(runner.junctionId, runner.problem, now));
    }
    this.#report(reports);
  }

  /** Asks the signals that rules are enforced by what they show. */
  look(): void {
    for (const [id, { output }] of this.#junctions) if (this.#phases.isWatched(id)) output.keeper?.look();
  }

  /** Says what all junctions show. */
  tell(): void {
    const now = this.#now;
    this.#phases.beat();
    const waves = this.#emergency.progress((junctionId, waveId) => {
      const running = this.#junctions.get(junctionId);
      if (!running) return 'It stays on its fixed plan.';
      return running.runner.problemWithWave(waveId);
    });
    const live: SignalsLive = {
      processId: this.id,
      at: instantOf(now * 1000),
      junctions: [...this.#junctions.values()].map(({ runner }) => runner.live(now)),
      waves: waves.filter(({ stops }) => stops.length > 0),
    };
    this.#options.bus.announce(SIGNAL_SUBJECTS.live, live);
  }

  /** Stops; every signal that it led is left to its own plan. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    await this.#feed[Symbol.asyncDispose]();
    for (const { runner } of this.#junctions.values()) runner.fix();
    await Promise.all([...this.#junctions.values()].map(({ output }) => output[Symbol.asyncDispose]()));
    await this.#controlClock[Symbol.asyncDispose]();
    await Promise.all(this.#reporting);
  }

  get #now(): number {
    return this.#clock.now().getTime() / 1000;
  }

  async #apply(assignment: SignalAssignment): Promise<void> {
    await this.#desk.apply(assignment);
    const wanted = new Map(assignment.junctions.map((assigned) => [assigned.junctionId, assigned]));
    for (const [id, running] of this.#junctions) {
      const assigned = wanted.get(id);
      if (assigned && keyOf(assigned) === running.key) continue;
      running.runner.fix();
      this.#junctions.delete(id);
      await running.output[Symbol.asyncDispose]();
      if (!assigned) this.#log.forget(id);
    }
    this.#phases.follow(assignment.junctions.filter(({ isEnforced }) => isEnforced));
    for (const assigned of assignment.junctions) await this.#run(assigned);
    this.#emergency.apply(
      assignment.waves,
      new Map(assignment.junctions.map(({ junctionId, definition }) => [junctionId, definition])),
    );
    if (this.#isFresh) this.#tellStart(assignment.junctions);
    this.#isFresh = false;
  }

  /** Takes a junction over, or goes on with it under a new mode. */
  async #run(assigned: AssignedJunction): Promise<void> {
    const { junctionId } = assigned;
    const known = this.#junctions.get(junctionId);
    const output = known?.output ?? (await this.#open(assigned));
    if (output === null) return;
    if (known && known.runner.assigned.mode === assigned.mode) {
      known.runner.unfix();
      return;
    }
    // Another mode begins anew, on the fixed plan; the output goes on.
    try {
      const runner = new JunctionRunner({
        ...{ assigned, output: output.keeper, now: this.#now },
        ...{ desk: this.#desk, sights: this.#sights, emergency: this.#emergency },
      });
      this.#junctions.set(junctionId, { runner, output, key: keyOf(assigned) });
    } catch (error) {
      this.#options.logger.error({ err: error, junction: junctionId }, 'a junction stays on its fixed plan');
      this.#junctions.delete(junctionId);
      await output[Symbol.asyncDispose]();
    }
  }

  /** A junction that contradicts itself is not touched: the plan of its own cabinet runs. */
  async #open(assigned: AssignedJunction): Promise<OpenOutput | null> {
    if (assigned.contradictions.length > 0) return null;
    try {
      return await openOutput(
        assigned,
        () => this.#clock.now().getTime(),
        (reading) => this.#phases.see(assigned.junctionId, reading),
      );
    } catch (error) {
      this.#options.logger.error({ err: error, junction: assigned.junctionId }, 'an output was not opened');
      return null;
    }
  }

  #tellStart(junctions: readonly AssignedJunction[]): void {
    const text = 'The process of signal control started; the junction ran its fixed plan until now.';
    this.#report(
      junctions
        .filter(({ mode }) => mode === 'control')
        .map(({ junctionId }) => event(junctionId, this.#now, 'recovered', 'PROCESS_STARTED', text)),
    );
  }

  #revoke(payload: unknown): void {
    const revocation = Revocation.safeParse(payload);
    if (!revocation.success || revocation.data.cameras !== null) return;
    this.#desk.revoke(revocation.data.permitId);
    // Not at the next step: now.
    this.step();
  }

  #fix(payload: unknown): void {
    const order = FixedPlanNow.safeParse(payload);
    if (!order.success) return;
    for (const junctionId of order.data.junctions) {
      this.#emergency.skip(junctionId);
      this.#junctions.get(junctionId)?.runner.fix();
    }
  }

  #see(payload: unknown): void {
    const states = LaneStates.safeParse(payload);
    if (states.success) this.#sights.take(states.data);
  }

  #report(reports: readonly SignalReport[]): void {
    if (reports.length === 0) return;
    const { bus, logger } = this.#options;
    const messages = reports.map((payload) => ({ id: newIdentifier(), payload }));
    const sent = bus
      .publish(SIGNAL_SUBJECTS.reports, messages)
      .catch((error: unknown) => logger.error({ err: error }, 'decisions could not be reported'))
      .finally(() => this.#reporting.delete(sent));
    this.#reporting.add(sent);
  }
}

/** What makes another runner and output necessary. */
function keyOf({ version, controller, output }: AssignedJunction): string {
  return JSON.stringify([version, controller, output]);
}
