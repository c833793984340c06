import { type CellHistory, countWithin, firstTarget, isBefore, TARGET } from './cell-history.ts';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
/** How fast the past fades: the level of three months ago counts half. */
const HALF_LIFE_DAYS = 90;
/** A year tells of the season only when so much was known before its horizon that there was a level to depart from. */
const LEARNING_DAYS = 180;
/** A season is believed as far as it has more proof than so many incidents. */
const DOUBT = 50;

/**
 * How many incidents the study area can expect: the rate of the past, which fades with a half-life of 90 days, times the
 * length of the horizon and its season.
 */
export function expectedTotal(history: CellHistory, origin: number, horizonDays: number): number {
  return recentRate(history, origin) * horizonDays * season(history, origin, horizonDays);
}

/** Incidents a day as they were lately. */
function recentRate(history: CellHistory, origin: number): number {
  const begin = firstTarget(history);
  if (!(begin < origin)) return 0;
  let incidents = 0;
  for (let at = 0; at < history.length; at += 1) {
    if (history.role[at] !== TARGET || !isBefore(history, at, origin)) continue;
    const age = (origin - (history.from[at]! + history.until[at]!) / 2) / DAY;
    incidents += history.weight[at]! * 0.5 ** (age / HALF_LIFE_DAYS);
  }
  const days = (HALF_LIFE_DAYS / Math.LN2) * (1 - 0.5 ** ((origin - begin) / DAY / HALF_LIFE_DAYS));
  return incidents / days;
}

/**
 * By how much the same days of earlier years departed from what their own past had told; 1 where no year is whole. It is
 * drawn towards 1 by a doubt that is worth 50 incidents, since one year cannot tell a season from chance.
 */
function season(history: CellHistory, origin: number, horizonDays: number): number {
  const begin = firstTarget(history);
  let [seen, expected] = [DOUBT, DOUBT];
  for (let then = origin - YEAR; then - LEARNING_DAYS * DAY >= begin; then -= YEAR) {
    const end = Math.min(origin, then + horizonDays * DAY);
    for (const count of countWithin(history, then, end)) seen += count;
    expected += recentRate(history, then) * ((end - then) / DAY);
  }
  return seen / expected;
}
