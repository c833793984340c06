import type { CivicFigures } from '@amaan/contracts/civic/civic-settings';
import type { Figure } from '@amaan/contracts/monitoring';
import { share } from '../derive-figures.ts';
import { rankInterval } from '../quantile.ts';

/** One time that a department had a ticket; instants in milliseconds. */
export interface DepartmentTurn {
  readonly department: string;
  readonly sentAt: number;
  readonly dueAt: number;
  readonly doneAt: number | null;
  readonly reopened: boolean;
  readonly current: boolean;
}

/** Below this many nothing is said. */
export const FEWEST_TURNS = 10;
const HOUR_MS = 60 * 60_000;

/**
 * How departments kept their deadlines. Deadlines that are still to come say nothing yet; a ticket that was taken away
 * from a department before its deadline does not count against it. Shares have Wilson's interval, the median that of
 * order statistics. Departments stand by name: an order by their figures would say more than the intervals do.
 */
export function civicFigures(turns: readonly DepartmentTurn[], now: number): CivicFigures {
  const names = [...new Set(turns.map(({ department }) => department))].sort();
  return {
    departments: names.map((department) => {
      const own = turns.filter((turn) => turn.department === department);
      const judged = own.filter(({ dueAt, doneAt, current }) => doneAt !== null || (current && dueAt <= now));
      const done = judged.filter(({ doneAt }) => doneAt !== null);
      const inTime = done.filter(({ doneAt, dueAt }) => doneAt! <= dueAt).length;
      return {
        department,
        due: judged.length,
        inTime: share(inTime, judged.length, FEWEST_TURNS),
        medianHours: medianOf(done.map(({ sentAt, doneAt }) => (doneAt! - sentAt) / HOUR_MS)),
        overdueNow: own.filter(({ current, dueAt }) => current && dueAt <= now).length,
        reopened: share(done.filter(({ reopened }) => reopened).length, done.length, FEWEST_TURNS),
      };
    }),
  };
}

function medianOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  if (count < FEWEST_TURNS) return { state: 'not-enough-data', count, needed: FEWEST_TURNS };
  const [low, high] = rankInterval(count, 0.5);
  const at = (rank: number) => sorted[rank - 1]!;
  return { state: 'known', value: at(Math.ceil(count / 2)), low: at(low), high: at(high), count };
}
