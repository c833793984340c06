/** Farther from the middle of all incidents than so many times the distance that three of four keep is a slip of the pen. */
const FAR = 10;
/** At least so far, metres: incidents of one market must not make the next street a slip. */
const NEAR = 5000;

/**
 * Tells places of the city from slips: a coordinate with a digit too many would make the study area reach to the next
 * country. The middle is the median, which a few slips cannot move.
 *
 * @returns Whether a place is an ordinary one
 */
export function ordinaryPlaces(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): (x: number, y: number) => boolean {
  const [middleX, middleY] = [quantile(Float64Array.from(x), 0.5), quantile(Float64Array.from(y), 0.5)];
  const distances = Float64Array.from(x, (one, at) => Math.hypot(one - middleX, y[at]! - middleY));
  const limit = Math.max(NEAR, FAR * quantile(distances, 0.75));
  return (oneX, oneY) => Math.hypot(oneX - middleX, oneY - middleY) <= limit;
}

function quantile(values: Float64Array, share: number): number {
  return values.sort()[Math.floor(share * (values.length - 1))] ?? 0;
}
