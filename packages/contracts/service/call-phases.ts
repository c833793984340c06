/**
 * What is timed of a call: from the call to the dispatch of the first unit, from there to its arrival, from the call to the
 * arrival, and from the call until it was closed.
 */
export const CALL_PHASES = ['dispatch', 'travel', 'arrival', 'closure'] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

/** Everything that is timed: alerts have the first three and the last, calls the last four. */
export const TIMED_PHASES = ['alert', 'acknowledgement', 'dispatch', 'travel', 'arrival', 'closure'] as const;
export type TimedPhase = (typeof TIMED_PHASES)[number];
