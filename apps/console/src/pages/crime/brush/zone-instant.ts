const DAY_MS = 86_400_000;

/**
 * When a local month begins.
 * @param month `YYYY-MM`
 * @param timeZone IANA name
 * @returns Unix milliseconds
 */
export function monthStart(month: string, timeZone: string): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return midnight(Date.UTC(year, number - 1), timeZone);
}

/**
 * When the local day of a moment begins, or another day so many after it.
 * @param at Unix milliseconds
 * @param after 0: that day itself
 */
export function dayStart(at: number, timeZone: string, after = 0): number {
  const local = at + leadOf(at, timeZone);
  return midnight((Math.floor(local / DAY_MS) + after) * DAY_MS, timeZone);
}

/** When clocks of a zone show a midnight that is given as if they showed UTC. */
function midnight(asUtc: number, timeZone: string): number {
  // The clock's lead at about that time, and once more at what follows from it: clocks may change in between.
  const first = asUtc - leadOf(asUtc, timeZone);
  return asUtc - leadOf(first, timeZone);
}

/** The month so many after another, or before where it is negative, `YYYY-MM`. */
export function monthAfter(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by)).toISOString().slice(0, 7);
}

/** How far the clocks of a zone are before UTC, in milliseconds. */
function leadOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
