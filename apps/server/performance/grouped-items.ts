import type { CallGroups } from '@amaan/governance-monitoring/service/call-columns';
import type { TimedItems } from './timed-items.ts';

/** What is known of a group of alerts or calls. */
export interface GroupedItems {
  readonly count: number;
  readonly within: number;
  /** Of how many it is known whether they were in time. */
  readonly judged: number;
  /** How many reached the phase. */
  readonly reached: number;
}

/** Counts the items of each group. */
export function groupItems(
  { length, seconds, inTime }: TimedItems,
  { of, count }: CallGroups,
): GroupedItems[] {
  const groups = Array.from({ length: count }, () => ({ count: 0, within: 0, judged: 0, reached: 0 }));
  for (let index = 0; index < length; index++) {
    const group = groups[of[index]!];
    if (group === undefined) continue;
    group.count += 1;
    if (inTime[index]! >= 0) group.judged += 1;
    if (inTime[index] === 1) group.within += 1;
    if (!Number.isNaN(seconds[index]!)) group.reached += 1;
  }
  return groups;
}
