import type { Bus, Subscription } from '@amaan/bus/bus';
import { CLOCK_SUBJECT, type ClockAnswer } from '@amaan/contracts/control-clock';
import { instantOf } from '@amaan/contracts/instant';

/** Tells workers and the process of signal control the time that their clocks are proven against. */
export class ClockDesk implements AsyncDisposable {
  readonly #subscription: Subscription;

  constructor({ bus, now }: { readonly bus: Pick<Bus, 'respond'>; readonly now: () => number }) {
    this.#subscription = bus.respond(
      CLOCK_SUBJECT,
      async (): Promise<ClockAnswer> => ({ time: instantOf(now()) }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }
}
