import type { Instant } from '@amaan/contracts/instant';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';

/** The two moments that pictures of a violation show: when it began, and when it was over; null: it has one moment alone. */
export interface ViolationMoments {
  readonly entry: Instant;
  readonly exit: Instant | null;
}

/** Which moments a person has to see to judge a violation. */
export function violationMoments(violation: SuspectedViolation): ViolationMoments {
  switch (violation.kind) {
    case 'red-light':
    case 'prohibited-turn':
      return { entry: violation.entry.at, exit: violation.exit.at };
    case 'stop-line':
      // Standing beyond the line, while it still stands there.
      return { entry: violation.entry.at, exit: violation.lastSeenAt };
    case 'wrong-way':
    case 'lane':
    case 'no-parking':
      return { entry: violation.from, exit: violation.to };
    case 'speed':
      return { entry: violation.crossing.at, exit: null };
    case 'average-speed':
      return { entry: violation.exit.at, exit: null };
    case 'helmet':
    case 'seat-belt':
      return { entry: violation.verdicts[0]?.at ?? violation.firstSeenAt, exit: null };
  }
}
