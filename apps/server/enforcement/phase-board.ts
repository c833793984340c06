import type { Bus, Subscription } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import { SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { LONGEST_SILENCE_MS, SignalPhases } from '@amaan/contracts/violations/signal-timeline';

/** What enforced junctions show now, as workers hear it too. */
export class PhaseBoard implements AsyncDisposable {
  readonly #now: () => number;
  readonly #heard = new Map<Identifier, { readonly phases: SignalPhases; readonly at: number }>();
  readonly #subscription: Subscription;

  constructor({ bus, now }: { readonly bus: Pick<Bus, 'listen'>; readonly now: () => number }) {
    this.#now = now;
    this.#subscription = bus.listen(SIGNAL_SUBJECTS.phases, (payload) => {
      const phases = SignalPhases.safeParse(payload);
      if (phases.success) this.#heard.set(phases.data.junctionId, { phases: phases.data, at: now() });
    });
  }

  /** What a junction said last; null: it has been silent for longer than a worker would believe it. */
  phasesOf(junctionId: Identifier): SignalPhases | null {
    const heard = this.#heard.get(junctionId);
    return heard !== undefined && this.#now() - heard.at <= LONGEST_SILENCE_MS ? heard.phases : null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }
}
