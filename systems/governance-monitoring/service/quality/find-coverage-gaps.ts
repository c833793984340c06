import { finding, type QualityFinding } from './quality-finding.ts';

const HOUR_MS = 60 * 60_000;
/** A gap must be this unlikely by chance, over all hours that were looked at. */
const ALPHA = 0.001;
/** What is usual cannot be told from fewer days. */
const FEWEST_DAYS = 4;

/**
 * Hours in which no call came though calls were to be expected: a run of empty hours is a gap when it is less likely than one in a
 * thousand (Poisson with the median of the same hour of the other days, Bonferroni over the hours of the period).
 *
 * @param received when calls of one site came in, milliseconds since 1970
 * @param until of the period, but never later than now
 */
export function findCoverageGaps(received: Iterable<number>, from: number, until: number): QualityFinding[] {
  const first = Math.ceil(from / HOUR_MS);
  const hours = Math.floor(until / HOUR_MS) - first;
  if (hours < FEWEST_DAYS * 24) return [];
  const counts = new Uint32Array(hours);
  for (const moment of received) {
    const hour = Math.floor(moment / HOUR_MS) - first;
    if (hour >= 0 && hour < hours) counts[hour]! += 1;
  }
  const usual = Array.from({ length: 24 }, (_, phase) => {
    const same = [...counts].filter((_, hour) => hour % 24 === phase).sort((a, b) => a - b);
    return same[Math.floor(same.length / 2)] ?? 0;
  });
  const gaps: QualityFinding[] = [];
  let expected = 0;
  for (let hour = 0, begin = 0; hour <= hours; hour++) {
    if (hour < hours && counts[hour] === 0) {
      expected += usual[hour % 24]!;
      continue;
    }
    const p = Math.exp(-expected) * hours;
    if (expected > 0 && p < ALPHA)
      gaps.push(
        finding('coverage-gap', hour - begin, hours, {
          ...{ p, from: (first + begin) * HOUR_MS, until: (first + hour) * HOUR_MS },
          seconds: ((hour - begin) * HOUR_MS) / 1000,
        }),
      );
    expected = 0;
    begin = hour + 1;
  }
  return gaps;
}
