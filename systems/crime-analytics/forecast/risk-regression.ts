import { type CellHistory, countWithin, SUPPORTING, slotCount, TARGET } from './cell-history.ts';
import { asDensity, pastCounts, pastWeeks, spread } from './past-incidents.ts';
import { poissonRidge } from './poisson-ridge.ts';
import type { TrialPeriods } from './trial-origins.ts';

/** Penalty on standardised logarithms: the proof that moves a coefficient is that of some thirty incidents. */
const RIDGE = 30;

/** Where incidents may happen next, from a regression learned on trial periods. */
export interface RiskRegression {
  /** A density over the slots from what is known at a moment. */
  readonly at: (moment: number) => Float64Array;
}

/**
 * A log-linear risk of each cell: Poisson regression of what came in trial periods on the logarithms of what was known
 * before them. Where a mixture adds densities up, this multiplies powers of them: a cell that many signs agree on rises
 * more than their sum (risk terrain modelling has this form: L. W. Kennedy et al., J. Quantitative Criminology 27 (2011),
 * 339–362).
 */
export function riskRegression(history: CellHistory, trials: TrialPeriods): RiskRegression {
  const slots = slotCount(history);
  const periods = trials.origins.map((start) => featuresAt(history, start));
  const columns = (periods[0] ?? []).map((_, n) => {
    const column = new Float64Array(slots * periods.length);
    for (const [period, features] of periods.entries()) column.set(features[n]!, period * slots);
    return column;
  });
  const counts = new Float64Array(slots * periods.length);
  for (const [period, start] of trials.origins.entries())
    counts.set(countWithin(history, start, start + trials.horizon), period * slots);
  if (columns.length === 0) return { at: () => asDensity(new Float64Array(slots)) };
  const regression = poissonRidge(columns, counts, RIDGE);
  return {
    at: (moment) => asDensity(regression.predict(featuresAt(history, moment))),
  };
}

/**
 * The logarithms of densities relative to an even one. What an empty cell gets for its own count is half an incident; the
 * square root before spreading keeps one very busy building from lending its risk to the block.
 */
function featuresAt(history: CellHistory, moment: number): Float64Array[] {
  const slots = slotCount(history);
  const target = { role: TARGET };
  const counts = pastCounts(history, moment, target);
  const roots = counts.map(Math.sqrt);
  const half = (values: Float64Array) => (0.5 * slots) / Math.max(1, sum(values));
  const log = (values: Float64Array, floor: number) =>
    asDensity(values).map((value) => Math.log(value * slots + floor));
  const features = [
    log(counts, half(counts)),
    log(pastWeeks(history, moment, target), half(counts)),
    log(pastCounts(history, moment, { ...target, halfLifeDays: 60 }), half(counts)),
    ...[150, 300, 800].map((metres) => log(spread(history, roots, metres), 0.05)),
  ];
  if (!history.role.includes(SUPPORTING)) return features;
  const others = { role: SUPPORTING };
  const otherCounts = pastCounts(history, moment, others);
  features.push(log(pastWeeks(history, moment, others), half(otherCounts)));
  features.push(log(spread(history, otherCounts.map(Math.sqrt), 200), 0.05));
  return features;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
