/**
 * Days of an incident in several replicas, side by side in one number: the inner loop of the Knox test asks of them all at
 * once whether they are near in time. A lane is a day (counted from the first) below a bit that stays free for the answer.
 */
export interface DayLanes {
  /** Lanes to a number. */
  readonly count: number;
  /** Bits to a lane. */
  readonly bits: number;
}

/** @param span how many days there are from the first to the last @param reach longest difference that counts */
export function dayLanes(span: number, reach: number): DayLanes {
  const largest = span + reach;
  if (largest < 2 ** 9) return { count: 3, bits: 10 };
  if (largest < 2 ** 15) return { count: 2, bits: 16 };
  return { count: 1, bits: Math.ceil(Math.log2(largest + 1)) + 1 };
}

/** @param days of each incident, one array a lane and at most as many as there are lanes */
export function packDays(days: readonly Int32Array[], { bits }: DayLanes): Int32Array {
  const packed = new Int32Array(days[0]!.length);
  for (const [lane, own] of days.entries())
    for (let at = 0; at < packed.length; at += 1) packed[at]! |= own[at]! << (bits * lane);
  return packed;
}
