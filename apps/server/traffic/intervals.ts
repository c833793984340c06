import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { TrafficStep } from '@amaan/contracts/traffic/api-lanes';

/** One interval; `to` is not part of it. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a step is, the day of a change of clocks apart. */
export const STEP_MS: Readonly<Record<TrafficStep, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': HOUR_MS,
  '1d': DAY_MS,
};

/**
 * The whole intervals of a step that touch a period. Hours and days begin by the clocks of the time zone, so a day in
 * which clocks change has 23 or 25 hours.
 *
 * @returns at most `most` of them
 */
export function intervalsOf(
  { from, to }: Interval,
  step: TrafficStep,
  timeZone: string,
  most: number,
): Interval[] {
  const clock = zoneClock(timeZone);
  const end = Date.parse(to);
  const intervals: Interval[] = [];
  for (let begin = stepStart(Date.parse(from), step, clock); begin < end && intervals.length < most; ) {
    const next = step === '1d' ? dayStart(begin + DAY_MS + DAY_MS / 2, clock) : begin + STEP_MS[step];
    intervals.push({ from: instantOf(begin), to: instantOf(next) });
    begin = next;
  }
  return intervals;
}

/** Whether a time zone's hours begin with those of UTC through a period, so that stored hours make its hours and days. */
export function hasWholeHours({ from, to }: Interval, timeZone: string): boolean {
  const clock = zoneClock(timeZone);
  return [from, to].every((instant) => clock(Date.parse(instant)) % HOUR_MS === 0);
}

function stepStart(time: number, step: TrafficStep, clock: ZoneClock): number {
  if (step === '1d') return dayStart(time, clock);
  const local = time + clock(time);
  return time - (local % STEP_MS[step]);
}

/** When the local day of a moment began. Where clocks change at night, the offset of that moment counts and not today's. */
function dayStart(time: number, clock: ZoneClock): number {
  const local = time + clock(time);
  const midnight = local - (local % DAY_MS);
  const guess = midnight - clock(time);
  return midnight - clock(guess);
}

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. */
type ZoneClock = (time: number) => number;

function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return (time) => {
    const parts = Object.fromEntries(
      format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    const local = Date.UTC(year!, month! - 1, day, hour, minute, second);
    return local - Math.floor(time / 1000) * 1000;
  };
}
