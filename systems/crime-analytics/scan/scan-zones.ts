import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import type { ScanPlaces, ScanWindows } from './scan-question.ts';

/** Circles of places around each place, growing by the next nearest: circle k of a centre holds its first members. */
export interface ScanZones {
  /** The members of centre c are `member[start[c]]` … `member[start[c + 1] − 1]`, nearest first. */
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Metres from the centre to each member. */
  readonly metres: Float64Array;
  /** 1 where the members up to this one make a circle: all that are as far away are in it. */
  readonly closes: Uint8Array;
}

/** Distances that differ by less, relatively, count as equal: cells of a grid lie in rings. */
const SAME_DISTANCE = 1e-9;
/** More members than this are a slip: 10,000 places with a thousand others in the largest circle of each have as many. */
const MOST_MEMBERS = 10_000_000;

/**
 * @param share of all that is at risk, by place; sums to 1
 * @throws CrimeAnalyticsError `SCAN_TOO_LARGE`
 */
export function scanZones(
  { x, y }: ScanPlaces,
  share: Float64Array,
  { maxShare, maxMetres = Infinity }: ScanWindows,
): ScanZones {
  const count = x.length;
  const start = new Int32Array(count + 1);
  const member: number[] = [];
  const metres: number[] = [];
  const closes: number[] = [];
  const away = new Float64Array(count);
  for (let centre = 0; centre < count; centre += 1) {
    for (let place = 0; place < count; place += 1)
      away[place] = Math.sqrt((x[place]! - x[centre]!) ** 2 + (y[place]! - y[centre]!) ** 2);
    const near: number[] = [];
    for (let place = 0; place < count; place += 1) if (away[place]! <= maxMetres) near.push(place);
    near.sort((a, b) => away[a]! - away[b]! || a - b);
    let held = 0;
    let at = 0;
    while (at < near.length) {
      let end = at;
      let ring = 0;
      const farthest = away[near[at]!]! * (1 + SAME_DISTANCE);
      while (end < near.length && away[near[end]!]! <= farthest) {
        ring += share[near[end]!]!;
        end += 1;
      }
      held += ring;
      if (held > maxShare * (1 + SAME_DISTANCE)) break;
      for (; at < end; at += 1) {
        member.push(near[at]!);
        metres.push(away[near[at]!]!);
        closes.push(at === end - 1 ? 1 : 0);
      }
    }
    start[centre + 1] = member.length;
    if (member.length > MOST_MEMBERS)
      throw new CrimeAnalyticsError(
        'SCAN_TOO_LARGE',
        'There are too many places in too large circles: choose larger cells or a smaller radius.',
      );
  }
  return {
    start,
    member: Int32Array.from(member),
    metres: Float64Array.from(metres),
    closes: Uint8Array.from(closes),
  };
}
