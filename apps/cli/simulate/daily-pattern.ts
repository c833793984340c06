/** Traffic of each hour of the day as a multiple of the day's mean: quiet nights, two rush hours. */
const HOURS = [
  0.35, 0.22, 0.16, 0.14, 0.2, 0.45, 0.85, 1.45, 1.75, 1.45, 1.2, 1.15, 1.2, 1.3, 1.25, 1.2, 1.3, 1.6, 1.85,
  1.6, 1.25, 0.95, 0.7, 0.43,
];
const PAKISTAN_OFFSET_HOURS = 5;

/**
 * How busy the streets of Lahore are at a moment, as a multiple of the day's mean; linear between full hours.
 * @param now Unix time in milliseconds.
 */
export function dailyPattern(now: number): number {
  const hours = (now / 3_600_000 + PAKISTAN_OFFSET_HOURS) % 24;
  const hour = Math.floor(hours);
  const share = hours - hour;
  return HOURS[hour]! * (1 - share) + HOURS[(hour + 1) % 24]! * share;
}
