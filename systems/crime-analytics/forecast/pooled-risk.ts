import { type CellHistory, countWithin, TARGET } from './cell-history.ts';
import { densityMixture } from './density-mixture.ts';
import { asDensity, pastCounts, spread } from './past-incidents.ts';
import { riskRegression } from './risk-regression.ts';
import type { TrialPeriods } from './trial-origins.ts';

/** What the model says at the origin. */
export interface PooledRisk {
  /** A density over the slots. */
  readonly density: Float64Array;
  readonly settings: Readonly<Record<string, number>>;
}

/**
 * Four opinions of where incidents will happen, pooled with equal weights as the geometric mean of their densities (a
 * logarithmic opinion pool: C. Genest and J. V. Zidek, Statistical Science 1 (1986), 114–135): a mixture of densities, a
 * log-linear regression, the cell's own count, and the density map that is also a baseline. Equal weights, since weights
 * learned from few incidents do worse than none (J. H. Stock and M. W. Watson, Journal of Forecasting 23 (2004), 405–430).
 *
 * The pool is then raised to the power with which it told the trial periods best, so that expected counts are neither too
 * sharp nor too flat; the order of the cells stays.
 *
 * @param trials Periods before the origin on which everything is learned
 * @param kdeMetres Bandwidth of the density map
 */
export function pooledRisk(
  history: CellHistory,
  origin: number,
  trials: TrialPeriods,
  kdeMetres: number,
): PooledRisk {
  const mixture = densityMixture(history, origin, trials);
  const regression = riskRegression(history, trials);
  const pool = (moment: number): Float64Array => {
    const counts = pastCounts(history, moment, { role: TARGET });
    return geometricMean([
      mixture.at(moment),
      regression.at(moment),
      withFloor(counts, COUNT_FLOOR),
      withFloor(spread(history, counts, kdeMetres), KDE_FLOOR),
    ]);
  };
  const tried = trials.origins.map((start) => ({
    pool: pool(start),
    after: countWithin(history, start, start + trials.horizon),
  }));
  const power = bestPower(tried);
  return {
    density: asDensity(pool(origin).map((value) => value ** power)),
    settings: { power, trials: trials.origins.length, kdeMetres, ...mixture.weights },
  };
}

/** What is added to a density everywhere, as parts of an even one, so that a cell without incidents is not impossible. */
const COUNT_FLOOR = 1;
const KDE_FLOOR = 0.05;

function withFloor(values: Float64Array, floor: number): Float64Array {
  return asDensity(values).map((value) => value + floor / values.length);
}

function geometricMean(densities: readonly Float64Array[]): Float64Array {
  const first = densities[0]!;
  return asDensity(
    first.map((_, slot) =>
      densities.reduce((product, density) => product * density[slot]! ** (1 / densities.length), 1),
    ),
  );
}

/** The power of a density, 0.3 to 2, that makes incidents likeliest; a weak prior holds it at 1 where there are none. */
function bestPower(tried: readonly { readonly pool: Float64Array; readonly after: Float64Array }[]): number {
  const logLikelihood = (power: number): number => {
    let sum = 0;
    for (const { pool, after } of tried) {
      const sharpened = asDensity(pool.map((value) => value ** power));
      for (let slot = 0; slot < after.length; slot += 1)
        if (after[slot]! > 0) sum += after[slot]! * Math.log(sharpened[slot]!);
    }
    return sum - 2 * Math.log(power) ** 2;
  };
  // Golden-section search; the likelihood of one scale parameter has one top.
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.3, 2];
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atA, atB] = [logLikelihood(a), logLikelihood(b)];
  for (let round = 0; round < 20; round += 1) {
    if (atA > atB) {
      [high, b, atB] = [b, a, atA];
      a = high - ratio * (high - low);
      atA = logLikelihood(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + ratio * (high - low);
      atB = logLikelihood(b);
    }
  }
  return (low + high) / 2;
}
