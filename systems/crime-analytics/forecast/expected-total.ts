import { type CellHistory, firstTarget, isBefore, TARGET } from './cell-history.ts';

const DAY = 86_400_000;
/** How fast the past fades: the level of three months ago counts half. */
const HALF_LIFE_DAYS = 90;

/**
 * How many incidents the study area can expect: the rate of the past, which fades with a half-life of 90 days, times the
 * length of the horizon. Seasons are not in it: a year of data cannot tell a season from a trend.
 */
export function expectedTotal(history: CellHistory, origin: number, horizonDays: number): number {
  const begin = firstTarget(history);
  if (!(begin < origin)) return 0;
  let incidents = 0;
  for (let at = 0; at < history.length; at += 1) {
    if (history.role[at] !== TARGET || !isBefore(history, at, origin)) continue;
    const age = (origin - (history.from[at]! + history.until[at]!) / 2) / DAY;
    incidents += history.weight[at]! * 0.5 ** (age / HALF_LIFE_DAYS);
  }
  const days = (HALF_LIFE_DAYS / Math.LN2) * (1 - 0.5 ** ((origin - begin) / DAY / HALF_LIFE_DAYS));
  return (incidents / days) * horizonDays;
}
