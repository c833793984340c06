import type { Junction } from '@amaan/contracts/traffic/junction';
import { cycleOf } from '../signals/envelope/plan-clock.ts';

/** Seconds that the queue before the stop line gets to drive off before the vehicle comes. */
const QUEUE_SECONDS = 8;

/**
 * How long before an emergency vehicle a junction must begin to change, in the worst case: somebody's green has just begun,
 * and people on foot have just started.
 */
export function leadSecondsOf({ groups }: Junction): number {
  const most = (of: (group: Junction['groups'][number]) => number) => Math.max(0, ...groups.map(of));
  return (
    most(({ minGreen }) => minGreen) + most(({ yellow, clearance }) => yellow + clearance) + QUEUE_SECONDS
  );
}

/** One round of the fixed plan: after it everybody who waited for an emergency vehicle was served once. */
export function recoverySecondsOf({ fixedPlan }: Junction): number {
  return cycleOf(fixedPlan);
}
