import type { Bus } from '@amaan/bus/bus';
import { CLOCK_SUBJECT, ClockAnswer } from '@amaan/contracts/control-clock';
import { instantOf } from '@amaan/contracts/instant';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import { ClockBounds } from './clock-bounds.ts';

/** How often the control plane is asked for its clock. */
const ASK_MS = 5_000;
const PATIENCE_MS = 2_000;

export interface ControlClockOptions {
  readonly bus: Pick<Bus, 'request'>;
  /** This process's clock, Unix milliseconds; left out: the machine's. */
  readonly now?: () => number;
  /** Whether it asks by itself; left out: yes. Tests ask. */
  readonly runs?: boolean;
}

/**
 * Compares this process's clock with the control plane's: an answer that came within so many milliseconds says where that
 * clock stood in between (Cristian, Probabilistic clock synchronization, 1989), and all answers together say it better.
 * While nobody answers the error grows, and after a minute there is no proof.
 */
export class ControlClock implements AsyncDisposable {
  readonly #bus: ControlClockOptions['bus'];
  readonly #now: () => number;
  readonly #bounds = new ClockBounds();
  readonly #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> | null = null;

  constructor({ bus, now = Date.now, runs = true }: ControlClockOptions) {
    this.#bus = bus;
    this.#now = now;
    if (!runs) return;
    this.#timer = setInterval(() => void this.ask(), ASK_MS);
    this.#timer.unref();
    void this.ask();
  }

  /** How far this process's clock is from the control plane's now; null: nobody said for a minute. */
  get proof(): ClockProof | null {
    const known = this.#bounds.get(this.#now());
    if (known === null) return null;
    const { offsetMs, errorMs, comparedAt } = known;
    return { offsetMs, errorMs, measuredAt: instantOf(Math.round(comparedAt - offsetMs)) };
  }

  /** Asks once; it never rejects. */
  ask(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#asking;
  }

  async #ask(): Promise<void> {
    const sent = this.#now();
    try {
      const answer = ClockAnswer.safeParse(await this.#bus.request(CLOCK_SUBJECT, {}, PATIENCE_MS));
      const heard = this.#now();
      if (!answer.success) return;
      const time = Date.parse(answer.data.time);
      // The answer is cut to whole milliseconds.
      this.#bounds.add(heard, sent - (time + 1), heard - time);
    } catch {
      // That nobody answers is what the growing error says.
    }
  }
}
