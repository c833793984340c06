import { crimeAnalytics } from '@amaan/crime-analytics/system';

/** Places of victims of which there are fewer than this in one square stay out of pictures. */
export const LEAST_SENSITIVE: number = crimeAnalytics.settings.leastSensitive;
/** Edge of the square. */
export const SENSITIVE_METRES: number = crimeAnalytics.settings.sensitiveMetres;

/**
 * Which incidents may be counted in pictures of places: all but those of victim-sensitive offences that are alone, or two,
 * in their square of the plane.
 * @param sensitive 1 where the incident's place can give its victim away
 * @returns 1 for each incident that may be counted
 */
export function withholdRare(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  sensitive: ArrayLike<number>,
): Uint8Array {
  const squareOf = (at: number) =>
    `${Math.floor(x[at]! / SENSITIVE_METRES)} ${Math.floor(y[at]! / SENSITIVE_METRES)}`;
  const counts = new Map<string, number>();
  for (let at = 0; at < x.length; at += 1)
    if (sensitive[at]) counts.set(squareOf(at), (counts.get(squareOf(at)) ?? 0) + 1);
  return Uint8Array.from({ length: x.length }, (_, at) =>
    !sensitive[at] || counts.get(squareOf(at))! >= LEAST_SENSITIVE ? 1 : 0,
  );
}
