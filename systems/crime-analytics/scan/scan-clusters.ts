import { type BestCircle, bestCircles } from './best-circles.ts';
import { type ScanBasis, scanBasis } from './scan-basis.ts';
import type { ScanCluster, ScanQuestion } from './scan-question.ts';

/** Replicas of the same data reach the same ratio by another order of sums. */
const ROUNDING = 1e-9;

/**
 * The most likely cluster and the secondary ones: of each centre its best circle, from the highest ratio down, left out
 * where a place already belongs to one before ("no geographical overlap" of SaTScan 9.6, M. Kulldorff, SaTScan user guide).
 * @param highest ratios of the replicas; with none p is 1 for all
 * @param most how many are told at the most
 * @throws CrimeAnalyticsError `SCAN_INVALID`, `SCAN_TOO_LARGE`
 */
export function scanClusters(question: ScanQuestion, highest: Float64Array, most = 50): ScanCluster[] {
  const basis = scanBasis(question);
  const taken = new Uint8Array(question.places.x.length);
  const clusters: ScanCluster[] = [];
  for (const circle of bestCircles(basis).sort((a, b) => b.ratio - a.ratio || b.members - a.members)) {
    if (clusters.length >= most) break;
    const places = placesOf(basis, circle);
    if (places.some((place) => taken[place] === 1)) continue;
    for (const place of places) taken[place] = 1;
    clusters.push(cluster(question, basis, circle, places, highest));
  }
  return clusters;
}

function placesOf({ zones }: ScanBasis, { centre, members }: BestCircle): Int32Array {
  const first = zones.start[centre]!;
  return zones.member.slice(first, first + members);
}

function cluster(
  { places: { population } }: ScanQuestion,
  { zones, total }: ScanBasis,
  { centre, members, firstStep, lastStep, cases, expected, ratio }: BestCircle,
  places: Int32Array,
  highest: Float64Array,
): ScanCluster {
  const outside = (total - cases) / (total - expected);
  const asHigh = highest.reduce((count, other) => count + (other >= ratio * (1 - ROUNDING) ? 1 : 0), 0);
  return {
    centre,
    places,
    radiusMetres: zones.metres[zones.start[centre]! + members - 1]!,
    firstStep,
    lastStep,
    population: population ? places.reduce((sum, place) => sum + population[place]!, 0) : null,
    cases,
    expected,
    relativeRisk: outside > 0 ? cases / expected / outside : null,
    logLikelihoodRatio: ratio,
    p: (1 + asHigh) / (1 + highest.length),
  };
}
