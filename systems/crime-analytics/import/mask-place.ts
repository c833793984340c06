import { createHmac } from 'node:crypto';

/** Edge of the squares that single incidents are moved within, in metres. */
export const MASK_METRES = 100;
/** How far the place that is shown may lie from the true one: the square's diagonal, in metres. */
export const MASKED_WITHIN_METRES = Math.ceil(MASK_METRES * Math.SQRT2);

const HOUR_MS = 60 * 60_000;

/**
 * Where an incident is drawn for those who may not see its place: somewhere in its square of 100 metres. Where in it
 * depends on a secret key and on which incident it is, and not on its place: the picture tells the square and nothing more,
 * and asking again gives the same.
 *
 * @param east @param north metres in the plane
 * @param which names the incident
 */
export function maskPlace(
  east: number,
  north: number,
  which: string,
  key: Uint8Array,
): readonly [east: number, north: number] {
  const digest = createHmac('sha256', key).update(which).digest();
  const within = (at: number, value: number) =>
    (Math.floor(value / MASK_METRES) + digest.readUInt32BE(at) / 2 ** 32) * MASK_METRES;
  return [within(0, east), within(4, north)];
}

/** Times that are shown beside a masked place: opened to whole hours, so that a log of calls does not give it away. */
export function maskTimes(from: number, until: number): readonly [from: number, until: number] {
  return [Math.floor(from / HOUR_MS) * HOUR_MS, Math.ceil((until + 1) / HOUR_MS) * HOUR_MS];
}
