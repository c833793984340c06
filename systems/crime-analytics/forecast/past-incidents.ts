import { byCell, bySlot, type CellHistory, isBefore, slotCount } from './cell-history.ts';

const DAY = 86_400_000;

export interface PastFilter {
  readonly role: number;
  /** Only this offence. */
  readonly offence?: number;
  /** Only the last so many days. */
  readonly days?: number;
  /** Each incident counts half as much for every so many days that it is old. */
  readonly halfLifeDays?: number;
}

/** What each slot saw before a moment: a (weighted) number of incidents. */
export function pastCounts(history: CellHistory, moment: number, filter: PastFilter): Float64Array {
  const counts = new Float64Array(slotCount(history));
  const { halfLifeDays } = filter;
  for (const at of pastIncidents(history, moment, filter)) {
    const age = halfLifeDays ? (moment - middle(history, at)) / (halfLifeDays * DAY) : 0;
    counts[history.slot[at]!]! += history.weight[at]! * 0.5 ** age;
  }
  return counts;
}

/**
 * In how many weeks before a moment each slot saw any incident: one who breaks ten windows in a night makes a count of ten
 * and a place that is hit every other week one of five, which is the worse one.
 */
export function pastWeeks(history: CellHistory, moment: number, filter: PastFilter): Float64Array {
  const counts = new Float64Array(slotCount(history));
  const seen = new Set<number>();
  for (const at of pastIncidents(history, moment, filter)) {
    const slot = history.slot[at]!;
    const week = Math.floor((moment - middle(history, at)) / (7 * DAY));
    const key = week * slotCount(history) + slot;
    if (seen.has(key)) continue;
    seen.add(key);
    counts[slot]! += history.weight[at]!;
  }
  return counts;
}

/** Spreads values of slots normally over the study area. @param metres Standard deviation on each axis */
export function spread(history: CellHistory, values: Float64Array, metres: number): Float64Array {
  const { cells } = history;
  return bySlot(cells, cells.spread(byCell(cells, values), metres));
}

/** A density over the slots: values that sum to 1, everywhere the same where there is nothing. */
export function asDensity(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  return sum > 0
    ? values.map((value) => value / sum)
    : new Float64Array(values.length).fill(1 / values.length);
}

function* pastIncidents(history: CellHistory, moment: number, filter: PastFilter): Generator<number> {
  const since = filter.days === undefined ? -Infinity : moment - filter.days * DAY;
  for (let at = 0; at < history.length; at += 1) {
    if (history.role[at] !== filter.role || !isBefore(history, at, moment)) continue;
    if (filter.offence !== undefined && history.offence[at] !== filter.offence) continue;
    if (middle(history, at) >= since) yield at;
  }
}

function middle(history: CellHistory, at: number): number {
  return (history.from[at]! + history.until[at]!) / 2;
}
