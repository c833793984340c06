/**
 * Pairs of incidents by band of days, wherever they are.
 * @param breaks as `KnoxBands.days`
 */
export function countEverywhere(day: Int32Array, breaks: readonly number[]): Float64Array {
  const first = day.reduce((low, at) => Math.min(low, at), Infinity);
  const last = day.reduce((high, at) => Math.max(high, at), -Infinity);
  const perDay = new Float64Array(last - first + 1);
  for (const at of day) perDay[at - first]! += 1;
  const counts = new Float64Array(breaks.length - 1);
  const reach = Math.min(perDay.length, Math.ceil(breaks.findLast(Number.isFinite)!));
  let all = (day.length * (day.length - 1)) / 2;
  for (let apart = 0, band = 0; apart < reach; apart += 1) {
    while (apart >= breaks[band + 1]!) band += 1;
    let pairs = 0;
    for (let at = 0; at + apart < perDay.length; at += 1)
      pairs += apart === 0 ? (perDay[at]! * (perDay[at]! - 1)) / 2 : perDay[at]! * perDay[at + apart]!;
    counts[band]! += pairs;
    all -= pairs;
  }
  if (breaks.at(-1) === Infinity) counts[counts.length - 1] = all;
  return counts;
}
