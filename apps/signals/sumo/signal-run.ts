import type { Fallback } from '@amaan/contracts/traffic/signal-decision';
import type {
  ControllerFactory,
  JunctionView,
  Proposal,
  SignalController,
} from '@amaan/traffic-management/signals/controller';
import { SafetyEnvelope } from '@amaan/traffic-management/signals/envelope/safety-envelope';
import type { Variables } from '../traci/traci-client.ts';
import { ApproachSight, type ApproachState } from './approach-sight.ts';
import { CameraError } from './camera-error.ts';
import type { Network } from './network.ts';
import { type SignalJunction, stateLetters } from './signal-junction.ts';

/** How a signal is seen and led. */
export interface SignalRunOptions {
  /** Null: the fixed plan leads. */
  readonly controller: ControllerFactory | null;
  /** Null: the simulator's truth. Otherwise random numbers of the cameras' errors. */
  readonly cameraRandom: (() => number) | null;
  /** Metres before the stop line. */
  readonly range: number;
  /** Seconds of the simulation's clock from which on the cameras give nothing more. */
  readonly cameraEnds: number;
}

/** A junction that changed between being led by its controller and by its fixed plan. */
export interface LeadChange {
  readonly junction: string;
  readonly now: number;
  readonly fallback: Fallback | null;
}

/** One signal of a run: what is seen of it, who decides, and the envelope between the decision and SUMO. */
export class SignalRun {
  readonly #signal: SignalJunction;
  readonly #envelope: SafetyEnvelope;
  readonly #controller: SignalController | null;
  readonly #sight: ApproachSight;
  readonly #camera: CameraError | null;
  readonly #options: SignalRunOptions;
  #seen: ApproachState;
  #departed: number[];
  /** Of each lane and movement, since the controller was asked last. */
  #turned: number[][];
  #seenAt: number;
  #letters = '';
  #fallback: Fallback | null = null;
  /** Milliseconds that each decision took. */
  readonly decisionMs: number[] = [];

  /** @throws AmaanError `JUNCTION_CONTRADICTION` */
  constructor(network: Network, signal: SignalJunction, begin: number, options: SignalRunOptions) {
    this.#signal = signal;
    this.#options = options;
    this.#envelope = new SafetyEnvelope(signal.junction, begin);
    this.#controller = options.controller?.(signal.junction) ?? null;
    this.#sight = new ApproachSight(network, signal, options.range);
    this.#camera = options.cameraRandom ? new CameraError(options.cameraRandom, options.range) : null;
    this.#seen = this.#sight.look([]);
    this.#departed = signal.junction.lanes.map(() => 0);
    this.#turned = signal.junction.lanes.map(({ movements }) => movements.map(() => 0));
    this.#seenAt = begin;
  }

  get id(): string {
    return this.#signal.signal.id;
  }

  /** The junctions around which vehicles have to be looked at. */
  get junctions(): readonly string[] {
    return this.#signal.signal.junctions;
  }

  get isAdaptive(): boolean {
    return this.#controller !== null;
  }

  /** Takes in what drives around the signal at a moment. */
  look(vehicles: Iterable<readonly [string, Variables]>, now: number): void {
    if (!this.#controller || now >= this.#options.cameraEnds) return;
    const state = this.#sight.look(vehicles);
    this.#seen = this.#camera?.see(state) ?? state;
    this.#departed = this.#departed.map((count, lane) => count + this.#seen.departed[lane]!);
    this.#turned = this.#turned.map((counts, lane) =>
      counts.map((count, movement) => count + this.#seen.turned[lane]![movement]!),
    );
    this.#seenAt = now;
  }

  /**
   * Decides and goes one second on.
   * @returns the signal's new letters where they change, and whether its lead changed
   */
  step(now: number): { readonly letters: string | null; readonly lead: LeadChange | null } {
    const { proposal, hasFailed, decisionMs } = this.#decide(now);
    const state = this.#envelope.step({
      now,
      lead: this.#controller ? 'controller' : 'plan',
      proposal,
      decisionMs,
      hasFailed,
      dataAge: now - this.#seenAt,
      slowInside: this.#seen.slowInside,
    });
    const letters = stateLetters(this.#signal, state.lights, state.stage, state.next);
    const isNew = letters !== this.#letters;
    this.#letters = letters;
    const hasLeadChanged = state.fallback !== this.#fallback;
    this.#fallback = state.fallback;
    const lead = hasLeadChanged ? { junction: this.id, now, fallback: state.fallback } : null;
    return { letters: isNew ? letters : null, lead };
  }

  #decide(now: number): { proposal: Proposal | null; hasFailed: boolean; decisionMs: number } {
    if (!this.#controller || this.#envelope.isChanging)
      return { proposal: null, hasFailed: false, decisionMs: 0 };
    const view = this.#view(now);
    this.#departed = this.#departed.map(() => 0);
    this.#turned = this.#turned.map((counts) => counts.map(() => 0));
    const began = performance.now();
    let proposal: Proposal | null = null;
    let hasFailed = false;
    try {
      proposal = this.#controller.decide(view, now);
    } catch {
      hasFailed = true;
    }
    const decisionMs = performance.now() - began;
    this.decisionMs.push(decisionMs);
    return { proposal, hasFailed, decisionMs };
  }

  #view(now: number): JunctionView {
    const { lanes, exits } = this.#signal.junction;
    return {
      lanes: lanes.map(({ id }, index) => {
        const vehicles = this.#seen.lanes[index]!;
        const isOccupied = (vehicles[0]?.distance ?? Number.POSITIVE_INFINITY) < STOP_LINE;
        return {
          ...{ lane: id, vehicles, departed: this.#departed[index]!, isOccupied },
          ...{ turned: this.#turned[index]!, waitingInside: this.#seen.waitingInside[index]! },
          reach: this.#sight.reach[index]!,
        };
      }),
      exits: exits.map(({ id }, index) => ({ lane: id, ...this.#seen.exits[index]! })),
      slowInside: this.#seen.slowInside,
      range: this.#options.range,
      stage: this.#envelope.stage,
      greenFor: this.#envelope.greenFor(now),
      earliestChange: this.#envelope.earliestChange(now),
    };
  }
}

/** Metres before the stop line in which its detector sees a vehicle. */
const STOP_LINE = 5;
