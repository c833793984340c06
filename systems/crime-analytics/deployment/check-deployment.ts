import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { DeploymentQuestion } from './deployment-plan.ts';

const WEEK_HOURS = 168;
/** More visits than this are a slip of the keyboard: a thousand patrols of a week have fewer. */
const MOST_VISITS = 200_000;

/** @throws CrimeAnalyticsError `DEPLOYMENT_INVALID` for what no plan can be made of */
export function checkDeployment(question: DeploymentQuestion): void {
  const wrong = firstWrong(question);
  if (wrong !== null) throw new CrimeAnalyticsError('DEPLOYMENT_INVALID', wrong);
}

function firstWrong(question: DeploymentQuestion): string | null {
  const { expected, hoursOfWeek, areaOfCell, areas, shifts, visitMinutes, bounds } = question;
  if (expected.length !== areaOfCell.length) return 'The forecast and the areas do not cover the same cells.';
  if (hoursOfWeek.length !== WEEK_HOURS) return 'The hours of the week are not 168.';
  if (!(visitMinutes > 0)) return 'A visit must last above 0 minutes.';
  if (shifts.length === 0) return 'There is no shift.';
  const hours = shifts.flatMap((shift) => shift.hours);
  if (hours.some((hour) => !(Number.isInteger(hour) && hour >= 0 && hour < WEEK_HOURS)))
    return 'An hour of a shift is none of the week.';
  if (new Set(hours).size < hours.length) return 'Two shifts share an hour.';
  if (shifts.some(({ patrolHours }) => !(patrolHours >= 0))) return 'Patrol hours cannot be negative.';
  const visits = shifts.reduce((sum, { patrolHours }) => sum + (patrolHours * 60) / visitMinutes, 0);
  if (!(visits <= MOST_VISITS)) return `The patrol hours make more than ${MOST_VISITS} visits.`;
  const shares = areas.reduce((sum, { fairShare }) => sum + fairShare, 0);
  if (areas.some(({ fairShare }) => !(fairShare >= 0)) || (areas.length > 0 && Math.abs(shares - 1) > 1e-6))
    return 'The fair shares of the areas do not sum to 1.';
  if (areaOfCell.some((area) => area >= areas.length)) return 'A cell lies in an area that is not known.';
  const sound =
    bounds.mostTimesFairShare >= 1 &&
    bounds.leastOfFairShare >= 0 &&
    bounds.leastOfFairShare <= 1 &&
    bounds.mostPeriodsInRow >= 1 &&
    bounds.mostVisitsPerCell >= 1 &&
    bounds.leftOutShare >= 0 &&
    bounds.leftOutShare <= 0.5;
  return sound ? null : 'A bound of fairness is out of range.';
}
