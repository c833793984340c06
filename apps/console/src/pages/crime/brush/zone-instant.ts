/**
 * When a local month begins.
 * @param month `YYYY-MM`
 * @param timeZone IANA name
 * @returns Unix milliseconds
 */
export function monthStart(month: string, timeZone: string): number {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const asUtc = Date.UTC(year, number - 1);
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
