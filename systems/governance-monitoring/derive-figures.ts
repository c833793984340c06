import type { Figure, Histogram, MonitoringMetric } from '@amaan/contracts/monitoring';
import { addHistograms, brightnessBinValue, countIn, logBinValue, totalOf } from './bins.ts';
import { expectedCalibrationError } from './calibration.ts';
import { distanceInterval, kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { type BinPair, binsOfNames, binsOfReference, populationStability } from './population-stability.ts';
import { quantile, quantileInterval } from './quantile.ts';
import { differenceInterval, wilsonInterval, Z_95 } from './wilson-interval.ts';

/** What was measured over a window, of one AI system on one camera group. */
export interface Measured {
  readonly hours: number;
  readonly volume: number;
  readonly latency: Histogram;
  readonly confidence: Histogram;
  readonly objects: Histogram;
  readonly samples: number;
  readonly brightness: Histogram;
  readonly sharpness: Histogram;
  readonly resolution: Histogram;
}

/**
 * Reviewed alerts that agree in everything here. The parts are places, times and things. What a person is
 * (ethnicity, religion, sex, age) is never a part: Amaan does not know it and must not guess it.
 */
export interface ReviewedPart {
  readonly objectClass: string;
  readonly timeOfDay: 'day' | 'night';
  /** Of `confidenceBin`. */
  readonly confidenceBin: number;
  readonly reviewed: number;
  readonly rejected: number;
  /** Rejected because the object was wrong or nothing was there: the model's own errors. */
  readonly wrong: number;
}

export interface Reviews {
  readonly parts: readonly ReviewedPart[];
  /** Milliseconds from the alert to its review, in logarithmic bins. */
  readonly reviewTime: Histogram;
}

export interface Situation {
  readonly present: Measured;
  readonly reviews: Reviews;
  /** What the present is compared with; null: there is none yet. */
  readonly reference: Measured | null;
}

export const NOTHING_MEASURED: Measured = {
  hours: 0,
  volume: 0,
  latency: {},
  confidence: {},
  objects: {},
  samples: 0,
  brightness: {},
  sharpness: {},
  resolution: {},
};

/** Joins measurements that follow one another. */
export function joinMeasured(all: readonly Omit<Measured, 'hours'>[], hours: number): Measured {
  const sum = (key: 'volume' | 'samples') => all.reduce((total, one) => total + one[key], 0);
  const add = (key: Exclude<keyof Measured, 'hours' | 'volume' | 'samples'>) =>
    addHistograms(all.map((one) => one[key]));
  return {
    hours,
    volume: sum('volume'),
    samples: sum('samples'),
    latency: add('latency'),
    confidence: add('confidence'),
    objects: add('objects'),
    brightness: add('brightness'),
    sharpness: add('sharpness'),
    resolution: add('resolution'),
  };
}

/** A metric of a situation, or the statement that there is too little to say it. */
export function deriveFigure(metric: MonitoringMetric, situation: Situation, needed: number): Figure {
  const { present, reviews, reference } = situation;
  const { parts } = reviews;
  switch (metric) {
    case 'volume-ratio':
      return volumeRatio(present, reference, needed);
    case 'latency-p95':
      return quantileFigure(present.latency, 0.95, needed);
    case 'review-time-median':
      return quantileFigure(reviews.reviewTime, 0.5, needed);
    case 'override-rate':
      return share(total(parts, 'rejected'), total(parts, 'reviewed'), needed);
    case 'error-rate':
      return share(total(parts, 'wrong'), total(parts, 'reviewed'), needed);
    case 'error-gap':
      return errorGap(parts, needed);
    case 'calibration-error':
      return calibrationFigure(parts, needed);
    case 'brightness-drift':
    case 'sharpness-drift':
    case 'resolution-drift':
    case 'object-mix-drift':
    case 'confidence-drift':
      return driftOf(metric, present, reference, needed).psi;
    case 'brightness-ks':
    case 'sharpness-ks':
    case 'resolution-ks':
    case 'confidence-ks':
      return distanceFigure(metric, present, reference, needed);
  }
}

export type DriftMetric = Extract<MonitoringMetric, `${string}-drift`>;
type KsMetric = Extract<MonitoringMetric, `${string}-ks`>;

/** Reference and present of one distribution, and how far they are apart. */
export function driftOf(
  metric: DriftMetric,
  present: Measured,
  reference: Measured | null,
  needed: number,
): { bins: BinPair[]; psi: Figure; ks: { distance: number; p: number } | null; ordered: boolean } {
  const { of, tenths, orderOf, labelOf } = DISTRIBUTIONS[metric];
  const ordered = orderOf !== null;
  const now = present[of];
  const then = reference?.[of] ?? {};
  const count = Math.min(totalOf(now), totalOf(then));
  const bins = tenths ? binsOfReference(then, now, labelOf) : binsOfNames(then, now);
  if (count < needed) return { bins, psi: tooFew(count, needed), ks: null, ordered };
  const { value, low, high } = populationStability(bins);
  return {
    bins,
    psi: { state: 'known', value, low, high, count: totalOf(now) },
    ks: ordered ? kolmogorovSmirnov(orderOf(then), orderOf(now)) : null,
    ordered,
  };
}

const DISTRIBUTIONS: Record<
  DriftMetric,
  {
    readonly of: 'brightness' | 'sharpness' | 'resolution' | 'objects' | 'confidence';
    /** Compared by tenths of the reference; otherwise by the names of the bins. */
    readonly tenths: boolean;
    /** The histogram with numbers that order its bins; null: they have no order. */
    readonly orderOf: ((histogram: Histogram) => Histogram) | null;
    readonly labelOf: (from: number, to: number) => string;
  }
> = {
  'brightness-drift': {
    of: 'brightness',
    tenths: true,
    orderOf: (histogram) => histogram,
    labelOf: (from, to) => `${brightnessBinValue(from) - 4}–${brightnessBinValue(to) + 4}`,
  },
  'sharpness-drift': {
    of: 'sharpness',
    tenths: true,
    orderOf: (histogram) => histogram,
    labelOf: (from, to) => `${Math.round(logBinValue(from))}–${Math.round(logBinValue(to))}`,
  },
  'resolution-drift': { of: 'resolution', tenths: false, orderOf: byPixels, labelOf: () => '' },
  'object-mix-drift': { of: 'objects', tenths: false, orderOf: null, labelOf: () => '' },
  'confidence-drift': {
    of: 'confidence',
    tenths: true,
    orderOf: (histogram) => histogram,
    labelOf: (from, to) => `${(from / 20).toFixed(2)}–${((to + 1) / 20).toFixed(2)}`,
  },
};

/** How far two distributions are apart, as a figure that a rule can judge. */
function distanceFigure(
  metric: KsMetric,
  present: Measured,
  reference: Measured | null,
  needed: number,
): Figure {
  const drift = metric.replace('-ks', '-drift') as DriftMetric;
  const { of } = DISTRIBUTIONS[drift];
  const { ks } = driftOf(drift, present, reference, needed);
  const [now, then] = [totalOf(present[of]), totalOf(reference?.[of] ?? {})];
  if (ks === null) return tooFew(Math.min(now, then), needed);
  return {
    state: 'known',
    value: ks.distance,
    ...distanceInterval(ks.distance, then, now),
    count: now,
  };
}

/** Resolutions by how many pixels they have. */
function byPixels(histogram: Histogram): Histogram {
  const ordered: Record<string, number> = {};
  for (const [name, count] of Object.entries(histogram)) {
    const [width = 0, height = 0] = name.split('x').map(Number);
    countIn(ordered, width * height, count);
  }
  return ordered;
}

/** A share with Wilson's interval. @param z left out: at 95 % */
export function share(successes: number, trials: number, needed: number, z?: number): Figure {
  if (trials < needed) return tooFew(trials, needed);
  return {
    state: 'known',
    value: successes / trials,
    ...wilsonInterval(successes, trials, z),
    count: trials,
  };
}

/**
 * A quantile with its interval from order statistics.
 * @param representative the value that stands for a bin; left out: the bins are logarithmic
 */
export function quantileFigure(
  histogram: Histogram,
  fraction: number,
  needed: number,
  representative: (bin: number) => number = logBinValue,
): Figure {
  const count = totalOf(histogram);
  const value = quantile(histogram, fraction, representative);
  const interval = quantileInterval(histogram, fraction, representative);
  if (count < needed || value === null || interval === null) return tooFew(count, needed);
  return { state: 'known', value, ...interval, count };
}

/** Of each dimension, each part with the share of its alerts in which the model was wrong. */
export function errorParts(
  parts: readonly ReviewedPart[],
): { dimension: 'object-class' | 'time-of-day'; part: string; wrong: number; reviewed: number }[] {
  const dimensions = [
    { dimension: 'object-class', of: (part: ReviewedPart) => part.objectClass },
    { dimension: 'time-of-day', of: (part: ReviewedPart) => part.timeOfDay },
  ] as const;
  return dimensions.flatMap(({ dimension, of }) =>
    [...new Set(parts.map(of))].sort().map((part) => {
      const own = parts.filter((one) => of(one) === part);
      return { dimension, part, wrong: total(own, 'wrong'), reviewed: total(own, 'reviewed') };
    }),
  );
}

/** The part that is wrong most certainly more often than the rest of its dimension. */
function errorGap(parts: readonly ReviewedPart[], needed: number): Figure {
  const all = { wrong: total(parts, 'wrong'), reviewed: total(parts, 'reviewed') };
  let widest: Extract<Figure, { state: 'known' }> | null = null;
  for (const { part, wrong, reviewed } of errorParts(parts)) {
    const rest = { successes: all.wrong - wrong, trials: all.reviewed - reviewed };
    if (reviewed < needed || rest.trials < needed) continue;
    const interval = differenceInterval({ successes: wrong, trials: reviewed }, rest);
    const value = wrong / reviewed - rest.successes / rest.trials;
    if (widest === null || interval.low > widest.low)
      widest = { state: 'known', value, ...interval, count: reviewed, about: part };
  }
  return widest ?? tooFew(all.reviewed, 2 * needed);
}

function calibrationFigure(parts: readonly ReviewedPart[], needed: number): Figure {
  const count = total(parts, 'reviewed');
  const error = expectedCalibrationError(reviewedBins(parts));
  if (count < needed || error === null) return tooFew(count, needed);
  return { state: 'known', ...error, count };
}

/** Reviewed alerts by confidence bin, in order. */
export function reviewedBins(
  parts: readonly ReviewedPart[],
): { bin: number; reviewed: number; right: number }[] {
  return [...new Set(parts.map(({ confidenceBin }) => confidenceBin))]
    .sort((a, b) => a - b)
    .map((bin) => {
      const own = parts.filter(({ confidenceBin }) => confidenceBin === bin);
      const reviewed = total(own, 'reviewed');
      return { bin, reviewed, right: reviewed - total(own, 'wrong') };
    });
}

/**
 * Observations an hour against the reference's, with the interval of a Poisson count of the present (the
 * reference is long): Wilson and Hilferty's approximation of the exact one, Breslow and Day, Statistical Methods
 * in Cancer Research II (1987), page 69.
 */
function volumeRatio(present: Measured, reference: Measured | null, needed: number): Figure {
  const perHour = reference === null || reference.hours === 0 ? 0 : reference.volume / reference.hours;
  const expected = perHour * present.hours;
  if (expected < needed) return tooFew(Math.floor(expected), needed);
  const count = present.volume;
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z_95 / (3 * Math.sqrt(count))) ** 3;
  const more = count + 1;
  const high = more * (1 - 1 / (9 * more) + Z_95 / (3 * Math.sqrt(more))) ** 3;
  return { state: 'known', value: count / expected, low: low / expected, high: high / expected, count };
}

function tooFew(count: number, needed: number): Figure {
  return { state: 'not-enough-data', count, needed };
}

function total(parts: readonly ReviewedPart[], key: 'reviewed' | 'rejected' | 'wrong'): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}
