import { finding, type QualityFinding } from './quality-finding.ts';

const HOUR_MS = 60 * 60_000;
/** A step of a clock that is no delay on the way. */
const JUMP_MS = 30_000;
/** A feed that is alive says so every few minutes. */
const SILENCE_MS = 2 * HOUR_MS;

/** An hour in which a feed was heard. Its least lag is what its clock is off, since only the way can add to it. */
export interface HeardHour {
  readonly hour: number;
  readonly leastLagMs: number;
}

/** Whether the clock of a feed jumped, and when it was silent. @param hours in their order @param until of the period, never later than now */
export function judgeFeed(hours: readonly HeardHour[], until: number): QualityFinding[] {
  const found: QualityFinding[] = [];
  for (const [index, { hour, leastLagMs }] of hours.entries()) {
    const next = hours[index + 1];
    const silentUntil = next?.hour ?? Math.floor(until / HOUR_MS) * HOUR_MS;
    const silent = silentUntil - hour - HOUR_MS;
    if (silent >= SILENCE_MS)
      found.push(
        finding('feed-silent', Math.round(silent / HOUR_MS), hours.length, {
          ...{ from: hour + HOUR_MS, until: silentUntil, seconds: silent / 1000 },
        }),
      );
    if (next !== undefined && Math.abs(next.leastLagMs - leastLagMs) > JUMP_MS)
      found.push(
        finding('clock-jump', 1, hours.length, {
          ...{ from: hour, until: next.hour + HOUR_MS, seconds: (next.leastLagMs - leastLagMs) / 1000 },
        }),
      );
  }
  return found;
}
