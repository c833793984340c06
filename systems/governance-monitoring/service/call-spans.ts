import type { CallPhase } from '@amaan/contracts/service/call-phases';
import type { CallMoments } from './call-record.ts';

/** How a call stands in a phase. */
export type CallSpan =
  /** It took so many seconds. */
  | { readonly state: 'reached'; readonly seconds: number }
  /** It has lasted for so many seconds. */
  | { readonly state: 'waiting'; readonly seconds: number }
  /** The call is over, and nobody wrote the moment down. */
  | { readonly state: 'missing' }
  /** The call never came to need it: it was closed without a unit, or none was sent yet. */
  | { readonly state: 'none' };

/** Whether a moment lies before one that must come first. */
export function isBackwards({ receivedAt, dispatchedAt, arrivedAt, closedAt }: CallMoments): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const moment of [receivedAt, dispatchedAt, arrivedAt, closedAt]) {
    if (moment === null) continue;
    if (moment < last) return true;
    last = moment;
  }
  return false;
}

/** Whether a call was closed and no unit was ever sent, as far as is known. */
export function isWithoutUnit({ dispatchedAt, arrivedAt, closedAt }: CallMoments): boolean {
  return closedAt !== null && dispatchedAt === null && arrivedAt === null;
}

/** How a call stands in a phase. @param now milliseconds since 1970 */
export function callSpan(call: CallMoments, phase: CallPhase, now: number): CallSpan {
  const { receivedAt, dispatchedAt, arrivedAt, closedAt } = call;
  const [begin, end] = {
    dispatch: [receivedAt, dispatchedAt],
    travel: [dispatchedAt, arrivedAt],
    arrival: [receivedAt, arrivedAt],
    closure: [receivedAt, closedAt],
  }[phase] as [number | null, number | null];
  if (begin !== null && end !== null) return { state: 'reached', seconds: (end - begin) / 1000 };
  if (isWithoutUnit(call)) return { state: 'none' };
  if (closedAt !== null) return { state: 'missing' };
  if (begin === null) return { state: phase === 'travel' && arrivedAt !== null ? 'missing' : 'none' };
  // Who has arrived was sent, whether or not it is written down.
  if (phase === 'dispatch' && arrivedAt !== null) return { state: 'missing' };
  return { state: 'waiting', seconds: Math.max(0, (now - begin) / 1000) };
}
