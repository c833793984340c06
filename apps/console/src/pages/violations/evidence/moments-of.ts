import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import type { Suspicion } from '../parts/suspicion-of.ts';

/** A moment of a passage: when, and how far that may be off. */
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

/**
 * When a picture of the evidence was taken: the first one at the moment that the suspicion names, the second one when it
 * was over; null: that is not said.
 */
export function takenAt(
  { capturedAt, violation }: Pick<Suspicion, 'capturedAt' | 'violation'>,
  picture: 'entry' | 'exit',
): string | null {
  if (picture === 'entry') return capturedAt;
  switch (violation.kind) {
    case 'red-light':
    case 'prohibited-turn':
    case 'average-speed':
      return violation.exit.at;
    case 'stop-line':
      return new Date(Date.parse(violation.restedFrom) + violation.restSeconds * 1_000).toISOString();
    case 'wrong-way':
    case 'lane':
    case 'no-parking':
      return violation.to;
    default:
      return null;
  }
}

/** Whether the first picture is that of a line, or only that of the beginning. */
export function isAtLine({ kind }: SuspectedViolation): boolean {
  return !['wrong-way', 'lane', 'no-parking', 'helmet', 'seat-belt'].includes(kind);
}
