import { AmaanError } from '@amaan/contracts/problem';
import type { Light, SignalState } from '@amaan/contracts/traffic/signal-decision';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type { OutputClock, SignalOutput } from './signal-output.ts';

/** After an error an output is looked at again so often, in milliseconds. */
const RETRY_MS = 5_000;

/** What a signal showed when it was asked. Times are Unix milliseconds. */
export interface OutputReading {
  readonly lights: readonly Light[];
  readonly askedAt: number;
  readonly heardAt: number;
  readonly clock: OutputClock | null;
}

export interface OutputKeeperOptions {
  /** Milliseconds of a clock that goes on; left out: this process's. */
  readonly now?: () => number;
  /** Unix milliseconds; left out: the machine's clock. */
  readonly time?: () => number;
  /** Told of every reading; null: it could not be read. */
  readonly onRead?: (reading: OutputReading | null) => void;
}

/**
 * Drives one output without ever being waited for: one call after the other, a new state taking the place of one that still
 * waits. After an error it leaves the signal to its own plan, and prepares it anew until that succeeds.
 */
export class OutputKeeper implements AsyncDisposable {
  readonly #output: SignalOutput;
  readonly #now: () => number;
  readonly #time: () => number;
  readonly #onRead: (reading: OutputReading | null) => void;
  #isReady = false;
  #problem: SignalProblem | null = null;
  #shown: Light[] | null = null;
  #wanted: SignalState | null = null;
  /** Whether something was wanted that was not tried yet. */
  #isDue = false;
  /** Whether it was told something since it was last left alone. */
  #isLed = false;
  #triedAt = Number.NEGATIVE_INFINITY;
  #working: Promise<void> | null = null;

  constructor(output: SignalOutput, options: OutputKeeperOptions = {}) {
    this.#output = output;
    this.#now = options.now ?? (() => performance.now());
    this.#time = options.time ?? Date.now;
    this.#onRead = options.onRead ?? (() => undefined);
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
    this.#isDue = true;
    this.#working ??= this.#run(async () => undefined);
  }

  /** Only asks what it shows, unless something is under way that asks anyway. */
  look(): void {
    if (this.#isReady) this.#working ??= this.#run(() => this.#read());
  }

  /** Resolves when what was wanted so far is done, or has failed. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.settled();
    await this.#output[Symbol.asyncDispose]();
  }

  /** Does something, and then whatever became wanted meanwhile. */
  async #run(first: () => Promise<void>): Promise<void> {
    try {
      await first();
    } catch (error) {
      await this.#fail(error);
    }
    while (this.#isDue) {
      this.#isDue = false;
      await this.#work();
    }
    this.#working = null;
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
      await this.#read();
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #read(): Promise<void> {
    const askedAt = this.#time();
    const lights = await this.#output.read();
    this.#shown = lights;
    this.#onRead({ lights, askedAt, heardAt: this.#time(), clock: this.#output.clock });
  }

  async #fail(error: unknown): Promise<void> {
    this.#isReady = false;
    this.#shown = null;
    this.#onRead(null);
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
