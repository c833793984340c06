import type { Figure } from '@amaan/contracts/monitoring';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';

/** Of fewer no share is told: it would say nothing. */
const LEAST_TRIALS = 10;

/**
 * A share with its 95 % interval (Wilson), or that there is too little to say one: also where more was wrong than was
 * counted, because the number of searched faces has not come in yet.
 */
export function shareOf(wrong: number, all: number): Figure {
  if (all < LEAST_TRIALS || wrong > all)
    return { state: 'not-enough-data', count: all, needed: LEAST_TRIALS };
  return { state: 'known', value: wrong / all, ...wilsonInterval(wrong, all), count: all };
}
