import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { drawsFrom } from '../simulation/draws.ts';
import { boundedShares } from './bounded-shares.ts';
import type { FeedbackLoopResult, FeedbackLoopSettings, FeedbackWeek } from './feedback-loop.ts';

/** Patrols go to the busiest quarter of the areas, as hot-spot policing does. */
const VISITED_PART = 0.25;
/** So that the streams of two replicas have nothing in common. */
const REPLICA_STRIDE = 7919;

/**
 * Shows what becomes of patrols that are sent by their own records. Every week offences happen in each area, people report
 * some of them wherever patrols are, patrols find some of the others where they are, and next week's patrols go to the areas
 * that have most on record. Whatever an unequal past put on top is looked at, so more is found there, so it stays on top
 * (K. Lum, W. Isaac, To predict and serve?, Significance 13 (2016), 14–19; D. Ensign et al., Runaway feedback loops in
 * predictive policing, FAT* 2018).
 *
 * @param report Called as replicas are done
 * @throws CrimeAnalyticsError `FEEDBACK_SETTINGS_INVALID`
 */
export function simulateFeedbackLoop(
  settings: FeedbackLoopSettings,
  report?: (done: number, total: number) => void,
): FeedbackLoopResult {
  check(settings);
  const { trueRates, weeks, replicas } = settings;
  const areas = trueRates.length;
  const all = trueRates.reduce((sum, rate) => sum + rate, 0);
  const trueShares = trueRates.map((rate) => rate / all);
  const patrols = new Float64Array(weeks * areas);
  const recorded = new Float64Array(weeks * areas);
  const distortions = Array.from({ length: weeks }, () => new Float64Array(replicas));
  for (let replica = 0; replica < replicas; replica += 1) {
    runReplica(settings, replica, (week, shares, records) => {
      const total = records.reduce((sum, one) => sum + one, 0);
      let apart = 0;
      for (let area = 0; area < areas; area += 1) {
        patrols[week * areas + area]! += shares[area]! / replicas;
        recorded[week * areas + area]! += records[area]! / total / replicas;
        apart += Math.abs(shares[area]! - trueShares[area]!) / 2;
      }
      distortions[week]![replica] = apart;
    });
    report?.(replica + 1, replicas);
  }
  return {
    trueShares,
    weeks: distortions.map(
      (ofWeek, week): FeedbackWeek => ({
        patrolShares: [...patrols.subarray(week * areas, (week + 1) * areas)],
        recordedShares: [...recorded.subarray(week * areas, (week + 1) * areas)],
        distortion: ofWeek.reduce((sum, one) => sum + one, 0) / replicas,
        distortionInterval: middle95(ofWeek),
      }),
    ),
  };
}

/** One city's course; told of each week: where patrols were, and all that is on record at its end. */
function runReplica(
  settings: FeedbackLoopSettings,
  replica: number,
  tell: (week: number, shares: Float64Array, records: Float64Array) => void,
): void {
  const { seed, trueRates, recordedBefore, reportedShare, foundShare, weeks, guards } = settings;
  const draws = drawsFrom(seed + replica * REPLICA_STRIDE);
  const areas = trueRates.length;
  const records = Float64Array.from(recordedBefore);
  /** What patrols are sent by: the records, or what the guards make of them. */
  const believed = Float64Array.from(recordedBefore);
  for (let week = 0; week < weeks; week += 1) {
    const shares = patrolShares(believed, guards);
    for (let area = 0; area < areas; area += 1) {
      const rate = trueRates[area]!;
      const reported = draws.poisson(rate * reportedShare);
      const found = draws.poisson(rate * (1 - reportedShare) * foundShare * shares[area]!);
      records[area]! += reported + found;
      believed[area]! += reported + found * weightOfFound(shares[area]!, areas, guards);
    }
    tell(week, shares, records);
  }
}

/** What a found offence counts for when patrols are sent. */
function weightOfFound(share: number, areas: number, guards: FeedbackLoopSettings['guards']): number {
  if (guards.leaveOutFound) return 0;
  // What would have been found, had patrols been everywhere alike (Horvitz and Thompson's weights).
  return guards.exposure && share > 0 ? 1 / (share * areas) : 1;
}

/** Where patrols go: the busiest areas in proportion to their records, then within the bounds. */
function patrolShares(records: Float64Array, guards: FeedbackLoopSettings['guards']): Float64Array {
  const areas = records.length;
  const visited = Math.max(1, Math.round(VISITED_PART * areas));
  const order = Array.from(records.keys()).sort((a, b) => records[b]! - records[a]! || a - b);
  const wished = new Float64Array(areas);
  for (const area of order.slice(0, visited)) wished[area] = Math.max(records[area]!, 1e-9);
  return boundedShares(wished, guards.leastOfFairShare / areas, (guards.mostTimesFairShare ?? areas) / areas);
}

function middle95(values: Float64Array): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  return [sorted[Math.floor(0.025 * last)]!, sorted[Math.ceil(0.975 * last)]!];
}

function check({ trueRates, recordedBefore, guards, ...settings }: FeedbackLoopSettings): void {
  const { reportedShare, foundShare, weeks, replicas } = settings;
  const isShare = (value: number) => value >= 0 && value <= 1;
  const isRate = (value: number) => value >= 0 && Number.isFinite(value);
  const most = guards.mostTimesFairShare;
  const sound =
    trueRates.length >= 2 &&
    trueRates.length === recordedBefore.length &&
    [...trueRates, ...recordedBefore].every(isRate) &&
    [trueRates, recordedBefore].every((rates) => rates.some((rate) => rate > 0)) &&
    [reportedShare, foundShare, guards.leastOfFairShare].every(isShare) &&
    (most === null || most >= 1) &&
    [weeks, replicas].every((count) => Number.isInteger(count) && count >= 1);
  if (!sound)
    throw new CrimeAnalyticsError(
      'FEEDBACK_SETTINGS_INVALID',
      'The loop needs two areas or more with as many records, shares between 0 and 1, and a week and a replica at least.',
    );
}
