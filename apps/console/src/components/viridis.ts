/**
 * Viridis (van der Walt & Smith, 2015) at five places: it grows evenly lighter, so that one reads it without seeing
 * its hues.
 */
const PLACES = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;

/**
 * Red, green and blue from 0 to 255.
 * @param share from 0, dark, to 1, light; what is beyond is taken as the end
 */
export function viridis(share: number): readonly [number, number, number] {
  const place = Math.max(0, Math.min(share, 1)) * (PLACES.length - 1);
  const index = Math.min(PLACES.length - 2, Math.floor(place));
  const [low, high] = [PLACES[index]!, PLACES[index + 1]!];
  const mixed = (channel: 0 | 1 | 2) =>
    Math.round(low[channel] + (high[channel] - low[channel]) * (place - index));
  return [mixed(0), mixed(1), mixed(2)];
}
