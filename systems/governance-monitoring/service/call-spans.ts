import type { CallPhase } from '@amaan/contracts/service/call-phases';
import type { CallColumns } from './call-columns.ts';
import type { CallMoments } from './call-record.ts';

/** How a call stands in a phase. */
export const SPAN = {
  /** It never came to need it: it was closed without a unit, or none was sent yet. */
  none: 0,
  reached: 1,
  waiting: 2,
  /** The call is over, and nobody wrote the moment down. */
  missing: 3,
} as const;

/** How calls stand in a phase. */
export interface CallSpans {
  /** Of `SPAN`. */
  readonly state: Uint8Array;
  /** Milliseconds that it took, or has lasted for who waits; else NaN. */
  readonly ms: Float64Array;
}

/** Whether a moment lies before one that must come first. */
export function isBackwards({ receivedAt, dispatchedAt, arrivedAt, closedAt }: CallMoments): boolean {
  const known = (moment: number | null) => moment ?? Number.NaN;
  return runBackwards(known(receivedAt), known(dispatchedAt), known(arrivedAt), known(closedAt));
}

/** The same of a call of columns. */
export function isBackwardsAt(calls: CallColumns, index: number): boolean {
  const { receivedAt, dispatchedAt, arrivedAt, closedAt } = calls;
  return runBackwards(receivedAt[index]!, dispatchedAt[index]!, arrivedAt[index]!, closedAt[index]!);
}

/** What is not known (NaN) is neither before nor after anything. */
function runBackwards(received: number, dispatched: number, arrived: number, closed: number): boolean {
  return (
    dispatched < received ||
    arrived < received ||
    arrived < dispatched ||
    closed < received ||
    closed < dispatched ||
    closed < arrived
  );
}

/** Whether a call was closed and no unit was ever sent, as far as is known. */
export function isWithoutUnit({ dispatchedAt, arrivedAt, closedAt }: CallMoments): boolean {
  return closedAt !== null && dispatchedAt === null && arrivedAt === null;
}

/** `isWithoutUnit` of a call of columns. */
export function isWithoutUnitAt({ dispatchedAt, arrivedAt, closedAt }: CallColumns, index: number): boolean {
  return (
    !Number.isNaN(closedAt[index]!) && Number.isNaN(dispatchedAt[index]!) && Number.isNaN(arrivedAt[index]!)
  );
}

/** One call of columns. */
export function callAt(calls: CallColumns, index: number): CallMoments {
  const known = (moment: number) => (Number.isNaN(moment) ? null : moment);
  return {
    receivedAt: calls.receivedAt[index]!,
    dispatchedAt: known(calls.dispatchedAt[index]!),
    arrivedAt: known(calls.arrivedAt[index]!),
    closedAt: known(calls.closedAt[index]!),
  };
}

/** How each call stands in a phase. @param now milliseconds since 1970 */
export function callSpans(calls: CallColumns, phase: CallPhase, now: number): CallSpans {
  const { length, dispatchedAt, arrivedAt, closedAt } = calls;
  const { from, to } = endsOf(calls, phase);
  const state = new Uint8Array(length);
  const ms = new Float64Array(length).fill(Number.NaN);
  for (let index = 0; index < length; index++) {
    const begin = from[index]!;
    const isSent = !Number.isNaN(dispatchedAt[index]!);
    const hasArrived = !Number.isNaN(arrivedAt[index]!);
    const span = to[index]! - begin;
    if (!Number.isNaN(span)) {
      state[index] = SPAN.reached;
      ms[index] = span;
    } else if (!Number.isNaN(closedAt[index]!)) {
      if (isSent || hasArrived) state[index] = SPAN.missing;
    } else if (Number.isNaN(begin)) {
      if (phase === 'travel' && hasArrived) state[index] = SPAN.missing;
    } else if (phase === 'dispatch' && hasArrived) {
      // Who has arrived was sent, whether or not it is written down.
      state[index] = SPAN.missing;
    } else {
      state[index] = SPAN.waiting;
      ms[index] = Math.max(0, now - begin);
    }
  }
  return { state, ms };
}

function endsOf(calls: CallColumns, phase: CallPhase): { from: Float64Array; to: Float64Array } {
  switch (phase) {
    case 'dispatch':
      return { from: calls.receivedAt, to: calls.dispatchedAt };
    case 'travel':
      return { from: calls.dispatchedAt, to: calls.arrivedAt };
    case 'arrival':
      return { from: calls.receivedAt, to: calls.arrivedAt };
    case 'closure':
      return { from: calls.receivedAt, to: calls.closedAt };
  }
}
