import type { CallPhaseFigures } from '@amaan/contracts/service/call-performance';
import { CALL_PHASES, type CallPhase } from '@amaan/contracts/service/call-phases';
import type { CallColumns } from '../call-columns.ts';
import { callFigures } from '../call-figures.ts';
import type { CallMoments } from '../call-record.ts';

/** Calls that all came in, in columns. */
export function columnsOfCalls(calls: readonly CallMoments[]): CallColumns {
  const column = (name: keyof CallMoments) => Float64Array.from(calls, (call) => call[name] ?? Number.NaN);
  return {
    length: calls.length,
    receivedAt: column('receivedAt'),
    dispatchedAt: column('dispatchedAt'),
    arrivedAt: column('arrivedAt'),
    closedAt: column('closedAt'),
  };
}

/** Figures of all phases of a few calls as one group. */
export function figuresOfCalls(
  calls: readonly CallMoments[],
  targets: Readonly<Record<CallPhase, number>>,
  now: number,
): CallPhaseFigures[] {
  const columns = columnsOfCalls(calls);
  const whole = { of: new Int32Array(calls.length), count: 1 };
  return CALL_PHASES.map(
    (phase) => callFigures(columns, [whole], { phase, target: targets[phase], now })[0]![0]!,
  );
}
