import type { Histogram } from '@amaan/contracts/monitoring';

/**
 * How measured values fall into bins. A histogram holds counts by the name of a bin; two of them are added
 * bin by bin, so that hours become days and cameras become groups without loss.
 */

/** Quantiles read from logarithmic bins are off by this fraction at most. */
export const LOG_BIN_ERROR = 0.05;
const GAMMA = (1 + LOG_BIN_ERROR) / (1 - LOG_BIN_ERROR);
const LN_GAMMA = Math.log(GAMMA);
/** What is smaller counts as this: a millisecond, a variance of one grey level squared. */
const SMALLEST = 1;

const CONFIDENCE_BINS = 20;
const BRIGHTNESS_WIDTH = 8;

/**
 * The logarithmic bin of a positive value: bin i holds (γ^(i−1), γ^i] with γ = (1 + α) / (1 − α).
 * Source: C. Masson, J. E. Rim, H. K. Lee, "DDSketch", PVLDB 12 (2019) 2195–2205, section 2.
 */
export function logBin(value: number): number {
  return Math.ceil(Math.log(Math.max(SMALLEST, value)) / LN_GAMMA);
}

/** The value that stands for a logarithmic bin: no value of the bin is further off than `LOG_BIN_ERROR`. */
export function logBinValue(bin: number): number {
  return (2 * GAMMA ** bin) / (GAMMA + 1);
}

/** The bin of a confidence: 0.05 wide, 1 belongs to the last. */
export function confidenceBin(confidence: number): number {
  return Math.min(CONFIDENCE_BINS - 1, Math.max(0, Math.floor(confidence * CONFIDENCE_BINS)));
}

/** The middle of a confidence bin. */
export function confidenceBinValue(bin: number): number {
  return (bin + 0.5) / CONFIDENCE_BINS;
}

/** The bin of a brightness of 0 to 255. */
export function brightnessBin(brightness: number): number {
  return Math.floor(Math.min(255, Math.max(0, brightness)) / BRIGHTNESS_WIDTH);
}

/** The middle of a brightness bin. */
export function brightnessBinValue(bin: number): number {
  return (bin + 0.5) * BRIGHTNESS_WIDTH;
}

/** Counts one more in a bin of a histogram that is being filled. */
export function countIn(histogram: Record<string, number>, bin: string | number, times = 1): void {
  histogram[bin] = (histogram[bin] ?? 0) + times;
}

/** The sum of histograms, bin by bin. */
export function addHistograms(histograms: Iterable<Histogram>): Histogram {
  const sum: Record<string, number> = {};
  for (const histogram of histograms)
    for (const bin of Object.keys(histogram)) countIn(sum, bin, histogram[bin]);
  return sum;
}

/** How many values a histogram holds. */
export function totalOf(histogram: Histogram): number {
  let total = 0;
  for (const bin of Object.keys(histogram)) total += histogram[bin] ?? 0;
  return total;
}

/** Bins in the order of their numbers, with their counts. */
export function numericBins(histogram: Histogram): { bin: number; count: number }[] {
  return Object.keys(histogram)
    .map((bin) => ({ bin: Number(bin), count: histogram[bin] ?? 0 }))
    .sort((a, b) => a.bin - b.bin);
}
