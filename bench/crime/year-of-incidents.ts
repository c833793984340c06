import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';

/** As many incidents as the aims of speed speak of. */
export const YEAR_OF_INCIDENTS = 100_000;

const DAY_MS = 86_400_000;
/** Pakistan's time. */
const LOCAL = 5 * 3_600_000;

/** A simulated year of the city, each incident on the day of the middle of its interval. */
export function yearOfIncidents() {
  const incidents = simulateIncidents({
    seed: 1,
    count: YEAR_OF_INCIDENTS,
    from: Date.UTC(2025, 0, 1) - LOCAL,
    until: Date.UTC(2026, 0, 1) - LOCAL,
  });
  const { from, until } = incidents;
  const day = Int32Array.from(from, (at, index) => Math.floor(((at + until[index]!) / 2 + LOCAL) / DAY_MS));
  return { ...incidents, day };
}
