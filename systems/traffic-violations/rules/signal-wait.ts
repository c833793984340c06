import type { WatchMoment } from '../detection/rule-watch.ts';
import type { SignalReading, SignalWatch } from '../signal/signal-reading.ts';

/** How long the controller's word on a moment is waited for, and how far before it the timeline is kept. */
const PATIENCE_MS = 5000;
const LEAD_MS = 10_000;

/**
 * What a signal showed over a time, by the worker's clock in Unix milliseconds, once that is known or was waited for long
 * enough.
 */
export function signalWait(
  signal: SignalWatch,
  from: number,
  to: number,
  { worker, capturedAt }: WatchMoment,
): SignalReading | 'wait' {
  const reading = signal.read(from - LEAD_MS, to, worker);
  return reading.knownUntil < to && capturedAt - to < PATIENCE_MS ? 'wait' : reading;
}
