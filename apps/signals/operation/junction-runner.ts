import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Light, SignalDecision, SignalState } from '@amaan/contracts/traffic/signal-decision';
import type { JunctionLive, SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type { AssignedJunction } from '@amaan/contracts/traffic/signal-messages';
import { recoverySecondsOf } from '@amaan/traffic-management/emergency/stop-seconds';
import type { JunctionView, Proposal, SignalController } from '@amaan/traffic-management/signals/controller';
import { controllerOf } from '@amaan/traffic-management/signals/controllers/controller-of';
import { OLDEST_DATA, SafetyEnvelope } from '@amaan/traffic-management/signals/envelope/safety-envelope';
import type { ControlDesk } from './control-desk.ts';
import type { EmergencyDesk, PreEmption } from './emergency-desk.ts';
import { fallbackSentence } from './fallback-sentence.ts';
import type { OutputKeeper } from './output-keeper.ts';
import type { SightBoard } from './sight-board.ts';

/** Controllers decide once a second; the envelope is stepped more often. */
const DECISION_SECONDS = 0.95;

export interface JunctionRunnerOptions {
  readonly assigned: AssignedJunction;
  readonly desk: Pick<ControlDesk, 'denialOf' | 'untilOf'>;
  readonly sights: Pick<SightBoard, 'views' | 'ages' | 'live'>;
  readonly emergency: Pick<EmergencyDesk, 'preEmptionOf'>;
  /** Where its states go; null: nowhere. */
  readonly output: OutputKeeper | null;
  /** What to build the controller with; left out: the ones of the library. Tests bring broken ones. */
  readonly controller?: SignalController | null;
  /** Unix seconds at which it begins. */
  readonly now: number;
}

interface Deciding {
  proposal: Proposal | null;
  ms: number;
  hasFailed: boolean;
}

/**
 * One junction: asks its controller once a second, lets the safety envelope decide what is shown, and hands that to the
 * output while, and only while, its mode is `control`, its permit holds, nobody has returned it to its fixed plan, and its
 * output obeys. Otherwise the signal runs the fixed plan of its own cabinet.
 */
export class JunctionRunner {
  readonly #options: JunctionRunnerOptions;
  readonly #envelope: SafetyEnvelope;
  readonly #controller: SignalController | null;
  /** Returned to its fixed plan by hand; the next assignment says what holds from then on. */
  #isFixed = false;
  #decidedAt = Number.NEGATIVE_INFINITY;
  #deciding: Deciding = { proposal: null, ms: 0, hasFailed: false };
  #preEmption: PreEmption | null = null;
  /** After an emergency wave the fixed plan leads until then. */
  #recoveringUntil = Number.NEGATIVE_INFINITY;
  #state: SignalState;
  #now: number;

  /** @throws AmaanError `JUNCTION_CONTRADICTION` */
  constructor(options: JunctionRunnerOptions) {
    const { assigned, now } = options;
    this.#options = options;
    this.#now = now;
    this.#envelope = new SafetyEnvelope(assigned.definition, now);
    this.#controller =
      options.controller === undefined
        ? (controllerOf(assigned.controller)?.(assigned.definition) ?? null)
        : options.controller;
    this.#state = this.#envelope.step({
      ...{ now, lead: 'plan', proposal: null, decisionMs: 0, dataAge: 0, slowInside: 0 },
    });
  }

  get junctionId(): Identifier {
    return this.#options.assigned.junctionId;
  }

  get assigned(): AssignedJunction {
    return this.#options.assigned;
  }

  /** What is shown, as far as is known: what the signal itself says, or else what the envelope says. */
  get lights(): readonly Light[] {
    return this.#options.output?.shown ?? this.#state.lights;
  }

  /** Leaves it to its fixed plan at once. */
  fix(): void {
    this.#isFixed = true;
    this.#lead(null);
  }

  /** An assignment that came after somebody returned it to its fixed plan says that it may be led again. */
  unfix(): void {
    this.#isFixed = false;
  }

  /** Why it is not led although its mode is `control`, or what is wrong with its output; null: nothing. */
  get problem(): SignalProblem | null {
    const { output, assigned } = this.#options;
    if (output?.problem) return output.problem;
    if (assigned.mode !== 'control') return null;
    if (output === null) return { code: 'OUTPUT_MISSING', message: 'It has no output.' };
    if (this.#isFixed) return { code: 'FIXED_PLAN', message: 'Somebody returned it to its fixed plan.' };
    const denial = this.#options.desk.denialOf(this.junctionId);
    if (denial) return { code: denial.code, message: denial.message };
    const { fallback } = this.#state;
    if (fallback === null) return null;
    const message = fallbackSentence(fallback, { blind: this.#blind(), decisionMs: this.#deciding.ms });
    return { code: fallback, message };
  }

  /** Why it does not give way to an emergency wave, in one sentence, or null. */
  problemWithWave(waveId: Identifier): string | null {
    if (this.assigned.mode !== 'control') return 'It is not controlled, so it stays on its fixed plan.';
    if (this.#preEmption && this.#preEmption.waveId !== waveId)
      return 'It gives way to another emergency vehicle that asked first.';
    const { problem } = this;
    // Whom an emergency vehicle needs does not depend on what cameras see.
    return problem === null || problem.code === 'stale-data' ? null : problem.message;
  }

  /** Goes on in time. @param now Unix seconds of a clock that never goes back */
  step(now: number): SignalDecision | null {
    const { assigned, output, desk, emergency } = this.#options;
    this.#now = now;
    const mayLead =
      assigned.mode === 'control' &&
      !this.#isFixed &&
      output?.isReady === true &&
      desk.denialOf(this.junctionId) === null;
    const before = this.#preEmption;
    this.#preEmption = mayLead ? emergency.preEmptionOf(this.junctionId, now) : null;
    if (before && !this.#preEmption) this.#recoveringUntil = now + recoverySecondsOf(assigned.definition);
    // The end of a change is no reason to wait for the next second without a proposal.
    const isAwaited = !this.#envelope.isChanging && this.#deciding.proposal === null;
    const isDue = isAwaited || now - this.#decidedAt >= DECISION_SECONDS;
    if (isDue) this.#decide(now);
    const isRecovering = now < this.#recoveringUntil && !this.#preEmption;
    const wave = this.#preEmption;
    const ages = this.#options.sights.ages(this.junctionId, assigned.definition, now);
    this.#state = this.#envelope.step({
      now,
      // Without a controller, or while it works off what had to wait, the plan leads and that is no fall-back.
      lead: mayLead && (wave || (this.#controller && !isRecovering)) ? 'controller' : 'plan',
      proposal: wave ? { stage: wave.stage } : this.#deciding.proposal,
      decisionMs: wave ? 0 : this.#deciding.ms,
      hasFailed: wave ? false : this.#deciding.hasFailed,
      dataAge: wave ? 0 : Math.max(0, ...ages.map((age) => age ?? Number.POSITIVE_INFINITY)),
      slowInside: 0,
    });
    this.#lead(mayLead ? this.#state : null);
    return isDue && assigned.mode !== 'observe' ? this.#decision(now) : null;
  }

  live(now: number): JunctionLive {
    const { assigned, output, desk, sights } = this.#options;
    const { proposal, ms } = this.#deciding;
    return {
      junctionId: this.junctionId,
      siteId: assigned.siteId,
      at: instantOf(now * 1000),
      mode: assigned.mode,
      controller: assigned.controller,
      state: this.#state,
      shown: output?.shown ?? null,
      proposal: assigned.mode === 'observe' || !proposal ? null : copyOf(proposal),
      decisionMs: ms,
      dataAge: this.#dataAge(now),
      lanes: sights.live(this.junctionId, assigned.definition, now),
      permitUntil: desk.untilOf(this.junctionId),
      waveId: this.#preEmption?.waveId ?? null,
      problem: this.problem,
      simulated: assigned.output.kind === 'simulated',
    };
  }

  #decide(now: number): void {
    const { assigned, sights } = this.#options;
    this.#decidedAt = now;
    if (assigned.mode === 'observe' || !this.#controller || this.#envelope.isChanging) {
      this.#deciding = { proposal: null, ms: 0, hasFailed: false };
      return;
    }
    const view: JunctionView = {
      ...sights.views(this.junctionId, assigned.definition),
      exits: assigned.definition.exits.map(({ id }) => ({ lane: id, vehicles: null, standing: null })),
      slowInside: 0,
      stage: this.#envelope.stage,
      greenFor: this.#envelope.greenFor(now),
      earliestChange: this.#envelope.earliestChange(now),
    };
    const began = performance.now();
    try {
      const proposal = this.#controller.decide(view, now);
      this.#deciding = { proposal, ms: performance.now() - began, hasFailed: false };
    } catch {
      this.#deciding = { proposal: null, ms: performance.now() - began, hasFailed: true };
    }
  }

  #lead(state: SignalState | null): void {
    this.#options.output?.want(state);
  }

  #decision(now: number): SignalDecision {
    const { assigned } = this.#options;
    const { proposal, ms } = this.#deciding;
    const wave = this.#preEmption;
    return {
      junction: assigned.definition.id,
      at: instantOf(now * 1000),
      mode: assigned.mode,
      controller: assigned.controller,
      proposed: wave?.stage ?? proposal?.stage ?? null,
      reasons: wave
        ? [{ code: 'emergency-wave', values: { wave: wave.waveId, seconds: Math.round(wave.expectedIn) } }]
        : proposal
          ? copyOf(proposal).reasons
          : [],
      state: this.#state,
      decisionMs: ms,
      // Nothing that JSON can say is older than a day.
      dataAge: this.#dataAge(now) ?? 86_400,
    };
  }

  /** Seconds since the oldest of the lanes was seen; null: one of them is not seen at all. */
  #dataAge(now: number): number | null {
    const ages = this.#options.sights.ages(this.junctionId, this.assigned.definition, now);
    return ages.includes(null) ? null : Math.max(0, ...ages.map((age) => age ?? 0));
  }

  #blind(): string[] {
    const { definition } = this.assigned;
    const ages = this.#options.sights.ages(this.junctionId, definition, this.#now);
    return definition.lanes
      .filter((_, index) => !((ages[index] ?? Number.POSITIVE_INFINITY) <= OLDEST_DATA))
      .map(({ name }) => name);
  }
}

function copyOf({ stage, reasons }: Proposal): { stage: string; reasons: Proposal['reasons'][number][] } {
  return { stage, reasons: reasons.slice(0, 20) };
}
