import type { Bus } from '@amaan/bus/bus';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import { type FixedPlanNow, SIGNAL_SUBJECTS } from '@amaan/contracts/traffic/signal-messages';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';

/** Tells the process of signal control and the consoles what was committed. */
export class SignalChanges {
  readonly #bus: Pick<Bus, 'announce'>;
  readonly #publish: (update: LiveUpdate) => void;

  constructor(bus: Pick<Bus, 'announce'>, publish: (update: LiveUpdate) => void) {
    this.#bus = bus;
    this.#publish = publish;
  }

  /** What the process is to do changed. */
  changed(): void {
    this.#bus.announce(SIGNAL_SUBJECTS.assignmentChanged, {});
    this.told();
  }

  /** Only people have to read anew. */
  told(): void {
    this.#publish({ type: 'signals-changed' });
  }

  /** Junctions leave control at once: told before everything else, and without anything to be asked for first. */
  fixedPlan(junctions: readonly Identifier[], revocations: readonly Revocation[], reason: string): void {
    for (const revocation of revocations) this.#bus.announce(SUBJECTS.revocation, revocation);
    if (junctions.length > 0) {
      const now: FixedPlanNow = { junctions: [...junctions], reason };
      this.#bus.announce(SIGNAL_SUBJECTS.fixedPlanNow, now);
    }
    this.changed();
  }
}
