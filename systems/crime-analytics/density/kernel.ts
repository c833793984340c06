/**
 * The bump that each incident is spread to. `gaussian`: exp(−d²/2h²) / 2πh², bandwidth h its standard deviation, cut
 * off at 5 h (4 millionths of it lie beyond). `quartic`: 3 (1 − d²/h²)² / πh² up to the bandwidth h, 0 beyond; what
 * crime mapping mostly uses.
 *
 * Source: B. W. Silverman, *Density Estimation for Statistics and Data Analysis* (1986), section 4.2 (K₂ there is the
 * quartic kernel).
 */
export type Kernel = 'gaussian' | 'quartic';

/** Beyond how many bandwidths nothing is left of a kernel. */
export const KERNEL_REACH: Readonly<Record<Kernel, number>> = { gaussian: 5, quartic: 1 };

/** The kernel's height at a distance, per square metre. */
export function kernelHeight(kernel: Kernel, distance: number, bandwidth: number): number {
  const square = (distance / bandwidth) ** 2;
  if (kernel === 'quartic') return square < 1 ? kernelPeak(kernel, bandwidth) * (1 - square) ** 2 : 0;
  return square <= KERNEL_REACH.gaussian ** 2 ? kernelPeak(kernel, bandwidth) * Math.exp(-square / 2) : 0;
}

/** Its height in the middle, per square metre. */
export function kernelPeak(kernel: Kernel, bandwidth: number): number {
  return (kernel === 'quartic' ? 3 : 0.5) / (Math.PI * bandwidth * bandwidth);
}
