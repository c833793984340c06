import type { Junction } from '@amaan/contracts/traffic/junction';
import type { Light, SignalState } from '@amaan/contracts/traffic/signal-decision';
import { SafetyEnvelope } from '@amaan/traffic-management/signals/envelope/safety-envelope';
import type { OutputClock, SignalOutput } from './signal-output.ts';

/** A made-up signal in this process: it shows what it is told, or runs the fixed plan. It never fails. */
export class SimulatedOutput implements SignalOutput {
  readonly #plan: SafetyEnvelope;
  readonly #now: () => number;
  #state: SignalState | null = null;

  /** @param now Unix seconds */
  constructor(junction: Junction, now: () => number) {
    this.#now = now;
    this.#plan = new SafetyEnvelope(junction, now());
  }

  async prepare(): Promise<void> {
    this.#state = null;
  }

  async show(state: SignalState): Promise<void> {
    this.#state = state;
  }

  async release(): Promise<void> {
    this.#state = null;
  }

  async read(): Promise<Light[]> {
    const planned = this.#plan.step({
      ...{ now: this.#now(), lead: 'plan', proposal: null, decisionMs: 0, dataAge: 0, slowInside: 0 },
    });
    return [...(this.#state ?? planned).lights];
  }

  /** It goes by this process's clock. */
  get clock(): OutputClock {
    return { offsetMs: 0, errorMs: 0, comparedAt: this.#now() * 1000 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#state = null;
  }
}
