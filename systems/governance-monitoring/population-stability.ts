import type { Histogram } from '@amaan/contracts/monitoring';
import { numericBins, totalOf } from './bins.ts';
import { type Interval, Z_95 } from './wilson-interval.ts';

/** Bins that a distribution is cut into for its index: tenths of the reference. */
const PARTS = 10;

/**
 * Customary readings of the index (N. Siddiqi, Credit Risk Scorecards, 2006): below 0.1 the same population,
 * up to 0.25 worth a look, above it another one. They are customs and not a test, so the interval is reported
 * beside the index and the rules compare the whole interval.
 */
export const PSI_READING = { look: 0.1, shifted: 0.25 } as const;

/** One bin's counts in reference and present. */
export interface BinPair {
  readonly label: string;
  readonly reference: number;
  readonly present: number;
}

/**
 * The population stability index Σ (p − q) ln(p / q) of the present p against the reference q, with its 95 %
 * interval. Half an observation is added to each bin, so that an empty one neither divides by zero nor takes
 * part with a number out of the air.
 *
 * It is Jeffreys' symmetric divergence (H. Jeffreys, Proc. R. Soc. A 186 (1946) 453–461). With N and M
 * observations and B bins it is about (B − 1)(1/N + 1/M) even when nothing changed (B. Yurdakul and J. Naranjo,
 * "Statistical properties of the population stability index", J. Risk Model Validation 14 (2020) 89–100), which
 * is why a minimum count is asked for. The interval is the delta method for two multinomial samples.
 */
export function populationStability(bins: readonly BinPair[]): { readonly value: number } & Interval {
  const present = shares(bins.map((bin) => bin.present));
  const reference = shares(bins.map((bin) => bin.reference));
  let value = 0;
  const slopes = { present: [] as number[], reference: [] as number[] };
  for (const [index, p] of present.share.entries()) {
    const q = reference.share[index]!;
    value += (p - q) * Math.log(p / q);
    slopes.present.push(Math.log(p / q) + 1 - q / p);
    slopes.reference.push(Math.log(q / p) + 1 - p / q);
  }
  const variance =
    varianceOf(present.share, slopes.present) / present.total +
    varianceOf(reference.share, slopes.reference) / reference.total;
  const reach = Z_95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(0, value - reach), high: value + reach };
}

/**
 * Pairs the bins of two histograms of an ordered value, joined so that each holds about a tenth of the reference:
 * the bins are the reference's, whatever the present does.
 */
export function binsOfReference(
  reference: Histogram,
  present: Histogram,
  labelOf: (from: number, to: number) => string,
): BinPair[] {
  const total = totalOf(reference);
  const all = numericBins(
    Object.fromEntries([...Object.keys(reference), ...Object.keys(present)].map((bin) => [bin, 0])),
  );
  const pairs: BinPair[] = [];
  let open: { from: number; to: number; reference: number; present: number } | null = null;
  let left = total;
  for (const { bin } of all) {
    open ??= { from: bin, to: bin, reference: 0, present: 0 };
    open.to = bin;
    open.reference += reference[bin] ?? 0;
    open.present += present[bin] ?? 0;
    // The last tenth takes the rest, so that no bin is left with next to nothing of the reference.
    if (open.reference < total / PARTS || left - open.reference < total / PARTS) continue;
    left -= open.reference;
    pairs.push({ label: labelOf(open.from, open.to), reference: open.reference, present: open.present });
    open = null;
  }
  if (open !== null)
    pairs.push({ label: labelOf(open.from, open.to), reference: open.reference, present: open.present });
  return pairs;
}

/** Pairs the bins of two histograms of names, such as object classes. */
export function binsOfNames(reference: Histogram, present: Histogram): BinPair[] {
  return [...new Set([...Object.keys(reference), ...Object.keys(present)])]
    .sort()
    .map((name) => ({ label: name, reference: reference[name] ?? 0, present: present[name] ?? 0 }));
}

function shares(counts: readonly number[]): { readonly share: readonly number[]; readonly total: number } {
  const smoothed = counts.map((count) => count + 0.5);
  const total = smoothed.reduce((sum, count) => sum + count, 0);
  return { share: smoothed.map((count) => count / total), total };
}

function varianceOf(share: readonly number[], slope: readonly number[]): number {
  let mean = 0;
  let square = 0;
  for (const [index, p] of share.entries()) {
    mean += p * slope[index]!;
    square += p * slope[index]! ** 2;
  }
  return square - mean * mean;
}
