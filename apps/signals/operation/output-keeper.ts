import { AmaanError } from '@amaan/contracts/problem';
import type { Light, SignalState } from '@amaan/contracts/traffic/signal-decision';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type { SignalOutput } from './signal-output.ts';

/** After an error an output is looked at again so often, in milliseconds. */
const RETRY_MS = 5_000;

/**
 * Drives one output without ever being waited for: one call after the other, a new state taking the place of one that still
 * waits. After an error it leaves the signal to its own plan, and prepares it anew until that succeeds.
 */
export class OutputKeeper implements AsyncDisposable {
  readonly #output: SignalOutput;
  readonly #now: () => number;
  #isReady = false;
  #problem: SignalProblem | null = null;
  #shown: Light[] | null = null;
  #wanted: SignalState | null = null;
  /** Whether it was told something since it was last left alone. */
  #isLed = false;
  #triedAt = Number.NEGATIVE_INFINITY;
  #working: Promise<void> | null = null;

  /** @param now milliseconds of a clock that goes on */
  constructor(output: SignalOutput, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
  }

  /** Whether it can be led now. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** What is wrong with it, or null. */
  get problem(): SignalProblem | null {
    return this.#problem;
  }

  /** What it showed when it was last asked, or null. */
  get shown(): Light[] | null {
    return this.#shown;
  }

  /**
   * Says what the signal is to show from now on, or leaves it to its own plan.
   * @param state null: its own plan
   */
  want(state: SignalState | null): void {
    this.#wanted = state;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** Resolves when what was wanted so far is done, or has failed. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.settled();
    await this.#output[Symbol.asyncDispose]();
  }

  async #work(): Promise<void> {
    try {
      if (!this.#isReady) {
        if (this.#now() - this.#triedAt < RETRY_MS) return;
        this.#triedAt = this.#now();
        await this.#output.prepare();
        this.#isReady = true;
        this.#problem = null;
      }
      const wanted = this.#wanted;
      if (wanted) {
        this.#isLed = true;
        await this.#output.show(wanted);
      } else if (this.#isLed) {
        await this.#output.release();
        this.#isLed = false;
      }
      this.#shown = await this.#output.read();
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<void> {
    this.#isReady = false;
    this.#shown = null;
    this.#triedAt = this.#now();
    const code = error instanceof AmaanError ? error.code : 'OUTPUT_FAILED';
    const message = error instanceof Error ? error.message : String(error);
    this.#problem = { code, message };
    if (!this.#isLed) return;
    try {
      await this.#output.release();
      this.#isLed = false;
    } catch {
      // It does not take that either: it goes back by itself when it hears nothing (its backup time), and is told again
      // as soon as it answers.
    }
  }
}
