import { type CellHistory, countWithin, firstTarget, TARGET } from './cell-history.ts';
import { chooseCells, hitsIn } from './choose-cells.ts';
import { pastCounts, spread } from './past-incidents.ts';
import type { BaselineName } from './place-forecast.ts';
import type { TrialPeriods } from './trial-origins.ts';

const DAY = 86_400_000;
const LOOK_BACK_DAYS = [30, 60, 90, 180, 365];

/** A baseline's risk by slot, without a scale. */
export interface Baseline {
  readonly name: BaselineName;
  readonly risk: Float64Array;
  readonly settings: Readonly<Record<string, number>>;
}

/**
 * What an agency would do without a model: count all incidents so far in each cell, count the last so many days, draw a
 * density map. How many days, and how wide the map is spread, is chosen as the model's own settings are, by what told the
 * trial periods best at the very share of the area that is asked for.
 */
export function baselines(
  history: CellHistory,
  origin: number,
  trials: TrialPeriods,
  areaFraction: number,
): Baseline[] {
  const known = (origin - firstTarget(history)) / DAY;
  const target = { role: TARGET };
  const after = trials.origins.map((start) => countWithin(history, start, start + trials.horizon));
  const hits = (risk: (moment: number) => Float64Array): number =>
    trials.origins.reduce(
      (sum, start, n) => sum + hitsIn(after[n]!, chooseCells(risk(start), areaFraction)),
      0,
    );
  const countOf = (days: number) => (moment: number) => pastCounts(history, moment, { ...target, days });
  const densityOf = (metres: number) => (moment: number) =>
    spread(history, pastCounts(history, moment, target), metres);
  // All days come first: they stay where nothing shorter was better.
  const days = best([Infinity, ...LOOK_BACK_DAYS.filter((one) => one < known)], (one) => hits(countOf(one)));
  const side = history.cells.sideMetres;
  const metres = best([side, side / 2, side * 2, side * 4], (one) => hits(densityOf(one)));
  const all = Math.ceil(Math.max(0, Number.isFinite(known) ? known : 0));
  return [
    { name: 'count-all', risk: countOf(Infinity)(origin), settings: { days: all } },
    {
      name: 'count-last',
      risk: countOf(days)(origin),
      settings: { days: Number.isFinite(days) ? days : all },
    },
    { name: 'kde', risk: densityOf(metres)(origin), settings: { metres } },
  ];
}

/** The first of those with the highest value. */
function best(options: readonly number[], value: (option: number) => number): number {
  let [chosen, highest] = [options[0]!, -Infinity];
  for (const option of options) {
    const found = value(option);
    if (found > highest) [chosen, highest] = [option, found];
  }
  return chosen;
}
