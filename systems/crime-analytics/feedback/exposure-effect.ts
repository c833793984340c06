import { type CellHistory, isBefore, slotCount, slotsOf, TARGET } from '../forecast/cell-history.ts';
import type { ExposureEffect } from '../forecast/place-forecast.ts';
import type { PatrolExposure } from './patrol-exposure.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** A coefficient beyond this, in either direction, is a slip of the data. */
const LARGEST = 5;

/** Patrol hours by slot and week before the origin; week 0 is the last one. */
export interface ExposureByWeek {
  readonly weeks: number;
  /** Hours in `slot × weeks + week`. */
  readonly hours: Float64Array;
}

/** Adds the stays of patrols up by cell and week. A stay counts in the week of its middle. */
export function exposureByWeek(
  history: CellHistory,
  exposure: PatrolExposure,
  origin: number,
): ExposureByWeek {
  let first = origin;
  for (let at = 0; at < exposure.length; at += 1) first = Math.min(first, exposure.from[at]!);
  // Ten years are more than any effect of patrols lasts.
  const weeks = Math.min(520, Math.ceil((origin - first) / WEEK));
  const slotOf = slotsOf(history.cells);
  const hours = new Float64Array(slotCount(history) * weeks);
  for (let at = 0; at < exposure.length; at += 1) {
    const [from, until] = [exposure.from[at]!, exposure.until[at]!];
    const cell = history.cells.at(exposure.x[at]!, exposure.y[at]!);
    const week = Math.floor((origin - (from + until) / 2) / WEEK);
    if (cell < 0 || week < 0 || week >= weeks) continue;
    hours[slotOf[cell]! * weeks + week]! += Math.max(0, until - from) / HOUR;
  }
  return { weeks, hours };
}

/**
 * How reports change with patrols: each cell compared with itself in other weeks, so that patrols being sent to where there
 * is more does not look like an effect of theirs. A Poisson regression with a level of its own for every cell, which drops
 * out when the cell's total is taken as given (J. A. Hausman, B. H. Hall, Z. Griliches, Econometrica 52 (1984), 909–938);
 * weeks that were busy everywhere are allowed for; the interval is robust to repeats within a cell.
 *
 * @returns `null` where patrols and reports do not vary together anywhere, so that nothing can be told
 */
export function exposureEffect(
  history: CellHistory,
  { weeks, hours }: ExposureByWeek,
  origin: number,
): ExposureEffect | null {
  const counts = countsByWeek(history, weeks, origin);
  const level = new Float64Array(weeks);
  for (let at = 0; at < counts.length; at += 1) level[at % weeks]! += counts[at]!;
  const slots = Array.from({ length: slotCount(history) }, (_, slot) => slot).filter((slot) => {
    const [begin, end] = [slot * weeks, (slot + 1) * weeks];
    const stays = hours.subarray(begin, end);
    return counts.subarray(begin, end).some((count) => count > 0) && stays.some((one) => one !== stays[0]);
  });
  let beta = 0;
  let [information, spread] = [0, 0];
  for (let round = 0; round < 50; round += 1) {
    let gradient = 0;
    [information, spread] = [0, 0];
    for (const slot of slots) {
      let [total, seen, weight, mean, square] = [0, 0, 0, 0, 0];
      for (let week = 0; week < weeks; week += 1) {
        const at = slot * weeks + week;
        const share = level[week]! * Math.exp(beta * hours[at]!);
        total += counts[at]!;
        seen += counts[at]! * hours[at]!;
        weight += share;
        mean += share * hours[at]!;
        square += share * hours[at]! ** 2;
      }
      mean /= weight;
      const one = seen - total * mean;
      gradient += one;
      spread += one * one;
      information += total * (square / weight - mean * mean);
    }
    if (!(information > 1e-9)) return null;
    const step = Math.max(-0.5, Math.min(0.5, gradient / information));
    beta = Math.max(-LARGEST, Math.min(LARGEST, beta + step));
    if (Math.abs(step) < 1e-9) break;
  }
  const error = Math.sqrt(spread) / information;
  const interval = [Math.exp(beta - 1.96 * error), Math.exp(beta + 1.96 * error)] as const;
  return { ratioPerHour: Math.exp(beta), interval, corrected: interval[0] > 1 };
}

/**
 * Weighs incidents down by what patrols being there added to their being reported, so that a place is not forecast for
 * having been patrolled (D. Ensign et al., Runaway feedback loops in predictive policing, FAT* 2018). Only where reports
 * surely rise with patrols: where they fall nothing is added to cells that were patrolled.
 */
export function withoutExposure(
  history: CellHistory,
  { weeks, hours }: ExposureByWeek,
  effect: ExposureEffect,
  origin: number,
): CellHistory {
  const weight = history.weight.map((one, at) => {
    const week = Math.floor((origin - history.from[at]!) / WEEK);
    if (week < 0 || week >= weeks) return one;
    return one * effect.ratioPerHour ** -hours[history.slot[at]! * weeks + week]!;
  });
  return { ...history, weight };
}

function countsByWeek(history: CellHistory, weeks: number, origin: number): Float64Array {
  const counts = new Float64Array(slotCount(history) * weeks);
  for (let at = 0; at < history.length; at += 1) {
    if (history.role[at] !== TARGET || !isBefore(history, at, origin)) continue;
    const week = Math.floor((origin - history.from[at]!) / WEEK);
    if (week >= 0 && week < weeks) counts[history.slot[at]! * weeks + week]! += 1;
  }
  return counts;
}
