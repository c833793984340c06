import type { Light, SignalState } from '@amaan/contracts/traffic/signal-decision';

/** A signal's own clock minus this process's, in milliseconds, and when they were last compared, Unix milliseconds. */
export interface OutputClock {
  readonly offsetMs: number;
  readonly errorMs: number;
  readonly comparedAt: number;
}

/**
 * Where the states of one junction go. Every call either does what it says or throws an `AmaanError` with one sentence;
 * after an error the junction is left to its own fixed plan, and `prepare` is tried again.
 */
export interface SignalOutput extends AsyncDisposable {
  /** Looks whether the signal can be led as the junction's definition says. */
  prepare(): Promise<void>;
  /** Makes the signal follow a state of the safety envelope. To be told again at least once a second. */
  show(state: SignalState): Promise<void>;
  /** Leaves the signal to its own fixed plan. */
  release(): Promise<void>;
  /** What the signal shows, in the junction's order of groups. */
  read(): Promise<Light[]>;
  /** How far its clock is, from all readings so far; null: not known. */
  readonly clock: OutputClock | null;
}
