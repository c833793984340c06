import { type CellHistory, countWithin, isBefore, SUPPORTING, slotCount, TARGET } from './cell-history.ts';
import { mixtureWeights } from './mixture-weights.ts';
import { asDensity, pastCounts, pastWeeks, spread } from './past-incidents.ts';
import type { TrialPeriods } from './trial-origins.ts';

/** Supporting offences that are looked at one by one: the most frequent ones, where there are enough of them to say where. */
const MOST_SINGLE_OFFENCES = 12;
const FEWEST_OF_A_SINGLE_OFFENCE = 100;

/** Bandwidths from half a street block to a quarter of a city, metres. */
const BANDWIDTHS = [75, 150, 300, 600, 1200];

/** A mixture of densities whose weights were learned on trial periods. */
export interface DensityMixture {
  /** The mixture as it is known at a moment: a density over the slots. */
  readonly at: (moment: number) => Float64Array;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Where incidents may happen next, as a mixture of what is known of the past: the long-term density at several bandwidths,
 * the recent one (half-lives of 30 and 90 days), near repeats (7 days, 150 m), where other offences were, and anywhere at
 * all. With an exponential decay in time and a normal one in space and weights by expectation and maximisation it is the
 * self-exciting process of G. O. Mohler et al. (JASA 106 (2011), 100–108) on cells, with several kernels and covariates
 * and its parameters judged on periods ahead.
 *
 * @param trials Periods of the past; the weights are those with which each was told best from what came before it
 */
export function densityMixture(history: CellHistory, origin: number, trials: TrialPeriods): DensityMixture {
  const single = frequentOffences(history, origin);
  const densities = (moment: number) => componentsAt(history, moment, single);
  const names = [...densities(origin).keys()];
  const rows = names.map((): number[] => []);
  const counts: number[] = [];
  for (const start of trials.origins) {
    const after = countWithin(history, start, start + trials.horizon);
    const components = [...densities(start).values()];
    for (let slot = 0; slot < after.length; slot += 1) {
      if (after[slot] === 0) continue;
      counts.push(after[slot]!);
      for (let n = 0; n < rows.length; n += 1) rows[n]!.push(components[n]![slot]!);
    }
  }
  const weights = mixtureWeights(
    rows.map((row) => Float64Array.from(row)),
    Float64Array.from(counts),
  );
  return {
    at: (moment) => {
      const mixed = new Float64Array(slotCount(history));
      for (const [n, density] of [...densities(moment).values()].entries())
        for (let slot = 0; slot < mixed.length; slot += 1) mixed[slot]! += weights[n]! * density[slot]!;
      return mixed;
    },
    weights: Object.fromEntries(names.map((name, n) => [name, weights[n]!])),
  };
}

/** The densities that are mixed, by name, each from what was known at a moment. */
function componentsAt(
  history: CellHistory,
  moment: number,
  single: readonly number[],
): Map<string, Float64Array> {
  const target = { role: TARGET };
  const others = { role: SUPPORTING };
  const counts = pastCounts(history, moment, target);
  const otherCounts = pastCounts(history, moment, others);
  const components = new Map<string, Float64Array>([
    ['count', counts],
    ['weeks', pastWeeks(history, moment, target)],
    ['recent-30', pastCounts(history, moment, { ...target, halfLifeDays: 30 })],
    ['recent-90', pastCounts(history, moment, { ...target, halfLifeDays: 90 })],
    ['near-repeat', spread(history, pastCounts(history, moment, { ...target, halfLifeDays: 7 }), 150)],
    ...BANDWIDTHS.map((metres) => [`spread-${metres}`, spread(history, counts, metres)] as const),
    ['anywhere', new Float64Array(slotCount(history)).fill(1)],
  ]);
  if (history.role.includes(SUPPORTING)) {
    components.set('others', otherCounts);
    components.set('others-weeks', pastWeeks(history, moment, others));
    components.set('others-spread-150', spread(history, otherCounts, 150));
    components.set(
      'any-offence',
      counts.map((count, slot) => (count + otherCounts[slot]! > 0 ? 1 : 0)),
    );
    for (const offence of single)
      components.set(`offence-${offence}`, pastWeeks(history, moment, { ...others, offence }));
  }
  return new Map([...components].map(([name, values]) => [name, asDensity(values)]));
}

function frequentOffences(history: CellHistory, origin: number): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < history.length; at += 1) {
    if (history.role[at] !== SUPPORTING || !isBefore(history, at, origin)) continue;
    counts.set(history.offence[at]!, (counts.get(history.offence[at]!) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST_OF_A_SINGLE_OFFENCE)
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, MOST_SINGLE_OFFENCES)
    .map(([offence]) => offence);
}
