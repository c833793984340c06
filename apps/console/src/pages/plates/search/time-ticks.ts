const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
];

export interface TimeTicks {
  /** Unix milliseconds, on full local minutes, hours or days. */
  readonly at: readonly number[];
  /** Whether they are days: the time of day says nothing then. */
  readonly days: boolean;
}

/**
 * Round local times between two instants, at most so many.
 * @param offsetMinutes what `Date.getTimezoneOffset` says: UTC minus local time
 */
export function timeTicks(from: number, to: number, most: number, offsetMinutes: number): TimeTicks {
  const step = STEPS.find((length) => (to - from) / length <= most) ?? STEPS.at(-1)!;
  const offset = offsetMinutes * MINUTE;
  const at: number[] = [];
  for (let tick = Math.ceil((from - offset) / step) * step + offset; tick <= to; tick += step) at.push(tick);
  return { at, days: step >= DAY };
}
