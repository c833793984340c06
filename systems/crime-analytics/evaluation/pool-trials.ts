import { ReplicaRandom } from '../replica-random.ts';
import { calibration } from './calibration.ts';
import type { BaselineRatio, ForecastScore, Interval, SurfaceScore } from './forecast-score.ts';
import type { TrialScore } from './score-trial.ts';

/** Replicas of the bootstrap: the ends of a 95 % interval are steady to about a hundredth of its width. */
const REPLICAS = 2000;

/**
 * Takes trials of the same method together: hits over incidents of all of them. The intervals come from a bootstrap of
 * clusters (C. A. Field and A. H. Welsh, Journal of the Royal Statistical Society B 69 (2007), 369–390) of one cell and week,
 * in which all surfaces are judged on the same draws, so that what a quiet month does to both falls out of their ratio.
 *
 * @param trials At least one; all with the same surfaces and share of the area
 */
export function poolTrials(trials: readonly TrialScore[], seed: number): ForecastScore {
  const names = trials[0]!.surfaces.map(({ name }) => name);
  const { areaFraction } = trials[0]!;
  const incidents = total(trials.map((trial) => trial.incidents));
  const perfect = total(trials.map((trial) => trial.perfectHits));
  const hits = names.map((_, n) => total(trials.flatMap((trial) => [...trial.surfaces[n]!.hits])));
  const draws = bootstrap(trials, names.length, seed);
  const surfaces = names.map((name, n): SurfaceScore => {
    const hitRate = incidents > 0 ? hits[n]! / incidents : 0;
    return {
      name,
      hitRate,
      pai: hitRate / areaFraction,
      pei: perfect > 0 ? hits[n]! / perfect : 0,
      paiInterval: interval(draws.map((draw) => draw.hits[n]! / draw.incidents / areaFraction)) ?? [0, 0],
      calibration: calibration(
        areaFraction,
        addUp(trials.map((trial) => trial.surfaces[n]!.expected)),
        addUp(trials.map((trial) => trial.surfaces[n]!.observed)),
      ),
    };
  });
  const [model, ...baselines] = surfaces;
  const ratios = baselines.map(({ name }, n): BaselineRatio => {
    const ofDraws = draws.map((draw) => ratio(draw.hits[0]!, draw.hits[n + 1]!));
    const whole = ratio(hits[0]!, hits[n + 1]!);
    return {
      baseline: name,
      ratio: whole !== null && Number.isFinite(whole) ? whole : null,
      interval: interval(ofDraws),
    };
  });
  return {
    incidents,
    outside: total(trials.map((trial) => trial.outside)),
    model: model!,
    baselines,
    strongest: baselines.reduce((best, one) => (one.pai > best.pai ? one : best)),
    ratios,
  };
}

interface Draw {
  readonly incidents: number;
  /** Of each surface. */
  readonly hits: Float64Array;
}

function bootstrap(trials: readonly TrialScore[], surfaces: number, seed: number): Draw[] {
  const counts = Float64Array.from(trials.flatMap((trial) => [...trial.clusters]));
  const hits = Array.from({ length: surfaces }, (_, n) =>
    Float64Array.from(trials.flatMap((trial) => [...trial.surfaces[n]!.hits])),
  );
  if (counts.length === 0) return [];
  return Array.from({ length: REPLICAS }, (_, replica) => {
    const random = new ReplicaRandom(seed, replica);
    const draw = { incidents: 0, hits: new Float64Array(surfaces) };
    for (let n = 0; n < counts.length; n += 1) {
      const cluster = random.below(counts.length);
      draw.incidents += counts[cluster]!;
      for (let surface = 0; surface < surfaces; surface += 1) draw.hits[surface]! += hits[surface]![cluster]!;
    }
    return draw;
  });
}

/** `Infinity` where only the baseline hit nothing; `null` where neither hit anything. */
function ratio(model: number, baseline: number): number | null {
  if (baseline > 0) return model / baseline;
  return model > 0 ? Infinity : null;
}

/** The 2.5 and 97.5 % quantiles; `null` where any replica has no value or an infinite one is among them. */
function interval(values: readonly (number | null)[]): Interval | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0 || known.length < values.length * 0.975) return null;
  const low = known[Math.floor(0.025 * (known.length - 1))]!;
  const high = known[Math.ceil(0.975 * (known.length - 1))]!;
  return Number.isFinite(high) ? [low, high] : null;
}

function addUp(rows: readonly Float64Array[]): Float64Array {
  return rows.reduce((sums, row) => sums.map((sum, n) => sum + row[n]!));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
