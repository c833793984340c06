import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';

/** A moment of a passage: when, how far that may be off, and where on the picture. */
export interface PassageMoment {
  readonly name: 'entry' | 'exit' | 'rest';
  readonly at: number;
  readonly errorMs: number;
}

/** The moments that are compared with the signal, in order of time, Unix milliseconds. */
export function momentsOf(violation: SuspectedViolation): readonly PassageMoment[] {
  if (violation.kind !== 'red-light' && violation.kind !== 'stop-line') return [];
  const { entry } = violation;
  const first = { name: 'entry', at: Date.parse(entry.at), errorMs: entry.errorMs } as const;
  if (violation.kind === 'stop-line')
    return [first, { name: 'rest', at: Date.parse(violation.restedFrom), errorMs: 0 }];
  return [first, { name: 'exit', at: Date.parse(violation.exit.at), errorMs: violation.exit.errorMs }];
}
