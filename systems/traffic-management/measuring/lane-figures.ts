import type { LaneFigures, LaneSums, Measured } from '@amaan/contracts/traffic/lane-measures';
import { levelOfService } from './level-of-service.ts';

/**
 * What the sums of a lane over some time mean. What was not measured is null.
 *
 * - flow q = vehicles / time that was seen, with the error √n of a count of arrivals by chance
 * - density k = Σ time in the lane / (length · time), flow-weighted speed v = Σ distance / Σ time in the lane
 *   (Edie, "Discussion of traffic stream measurements and definitions", 1963)
 * - errors of means: the spread of what was measured over √n; for speeds also the error that all of them share
 *
 * @param seconds length of the time asked for; what part of it was seen is `coverage`
 */
export function laneFigures(sums: LaneSums, seconds: number): LaneFigures {
  const observedSeconds = sums.observedMs / 1000;
  const vehicles = Object.values(sums.counts).reduce((sum, count) => sum + count, 0);
  const hours = observedSeconds / 3600;
  const delay = meanOf(sums.delays, sums.delaySumMs, sums.delaySquares, 1000);
  return {
    observedSeconds,
    coverage: seconds > 0 ? Math.min(1, observedSeconds / seconds) : 0,
    counts: sums.counts,
    vehicles,
    flowVehPerHour:
      hours > 0 ? { value: vehicles / hours, error: Math.sqrt(vehicles) / hours, n: vehicles } : null,
    speedKmh: meanSpeed(sums),
    speed85Kmh: percentileOf(sums.speedHistogram, 0.85),
    headwaySeconds: meanOf(sums.headways, sums.headwaySumMs, sums.headwaySquares, 1000),
    gapSeconds: meanOf(sums.gaps, sums.gapSumMs, sums.gapSquares, 1000),
    occupancy: sums.observedMs > 0 ? Math.min(1, sums.occupiedMs / sums.observedMs) : null,
    densityVehPerKm: sums.areaMetreMs > 0 ? (1000 * sums.presentMs) / sums.areaMetreMs : null,
    spaceMeanSpeedKmh:
      sums.presentMs > 0 && sums.areaMetreMs > 0 ? (36 * sums.travelledCm) / sums.presentMs : null,
    queueVehicles: queueOf(sums.queueWatchedMs, sums.queueVehicleMs, sums.maxQueueVehicles),
    queueMetres: queueOf(sums.queueMetresWatchedMs, sums.queueMetreMs, sums.maxQueueM),
    delaySeconds: delay,
    levelOfService: delay ? levelOfService(delay.value) : null,
  };
}

/** Of n things by their sum and sum of squares, in units of which `perUnit` make one. */
function meanOf(n: number, sum: number, squares: number, perUnit: number): Measured | null {
  if (n === 0) return null;
  const mean = sum / n;
  const variance = n > 1 ? Math.max(0, (squares - n * mean * mean) / (n - 1)) : null;
  return {
    value: mean / perUnit,
    error: variance === null ? null : Math.sqrt(variance / n) / perUnit,
    n,
  };
}

/**
 * The mean of the speeds that vehicles had. Its error is that of the measuring: what averages out, by the larger of what the
 * errors were stated to be, and what all speeds share. How different vehicles are is no error of the mean of these.
 */
function meanSpeed(sums: LaneSums): Measured | null {
  const n = sums.speeds;
  if (n === 0) return null;
  const noise = Math.sqrt(sums.speedNoiseSquares) / n;
  return { value: sums.speedSum / n / 100, error: Math.hypot(noise, sums.speedBiasSum / n) / 100, n };
}

/** The value below which a share of a histogram of whole km/h lies, straight within a bin; null for an empty one. */
function percentileOf(histogram: LaneSums['speedHistogram'], share: number): number | null {
  const bins = Object.entries(histogram)
    .map(([from, count]) => [Number(from), count] as const)
    .toSorted(([a], [b]) => a - b);
  const all = bins.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return null;
  let below = 0;
  for (const [from, count] of bins) {
    if (below + count >= share * all) return from + (share * all - below) / count;
    below += count;
  }
  return null;
}

function queueOf(watchedMs: number, sum: number, max: number) {
  return watchedMs > 0 ? { mean: sum / watchedMs, max } : null;
}
