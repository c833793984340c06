/** 0.975 quantiles of Student's t for 1, 2, … 19 degrees of freedom (Abramowitz and Stegun, 1964, table 26.10). */
const STUDENT_T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093,
];

/** The mean of a few runs and its 95 % confidence interval by Student's t; no interval for a single one. */
export function meanInterval(values: readonly number[]): {
  readonly mean: number;
  readonly interval?: readonly [low: number, high: number];
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const quantile = STUDENT_T[values.length - 2] ?? 1.96;
  const half = quantile * Math.sqrt(variance / values.length);
  return { mean, interval: [mean - half, mean + half] };
}
