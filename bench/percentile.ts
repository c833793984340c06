/** The value below which a fraction of the sample lies (nearest rank). `NaN` for an empty sample. */
export function percentile(sample: readonly number[], fraction: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)] ?? Number.NaN;
}
