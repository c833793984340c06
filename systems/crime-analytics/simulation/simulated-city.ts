import { cumulativeWeights, drawsFrom } from './draws.ts';

/** A place round which incidents gather in the simulated city. */
export interface HotPlace {
  /** Metres in the plane of the city. */
  readonly x: number;
  readonly y: number;
  /** Standard deviation of the distance on each axis, metres. */
  readonly spread: number;
  readonly weight: number;
  /** Fraction of the period from which on, and until which, it is hot. */
  readonly from: number;
  readonly until: number;
}

/** The middle of Lahore (31.5497° N, 74.3436° E) in the plane of `crs`, and how far the city reaches from it. */
export const simulatedCity = {
  crs: 'EPSG:32643',
  centreX: 437_698,
  centreY: 3_490_712,
  halfWidthMetres: 7_000,
} as const;

/** Part of the incidents away from hot places that lie anywhere; the others gather round the middle of the city. */
export const ANYWHERE = 0.3;
/** How widely those others gather round the middle, metres. */
export const CITY_SPREAD = 3_200;

const HOT_PLACES = 32;
const CITY_SEED = 7_861;

/**
 * The hot places: the same ones for every seed of incidents, so that two simulations are of one city. One appears in the
 * last quarter of the period and one is gone after its first half, for what tells emerging places from lasting ones.
 */
export const hotPlaces: readonly HotPlace[] = (() => {
  const { uniform, normal } = drawsFrom(CITY_SEED);
  const within = (offset: number) => Math.max(-0.9, Math.min(0.9, offset)) * simulatedCity.halfWidthMetres;
  return Array.from({ length: HOT_PLACES }, (_, n) => ({
    x: simulatedCity.centreX + within(0.4 * normal()),
    y: simulatedCity.centreY + within(0.4 * normal()),
    spread: 60 + 240 * uniform() ** 2,
    weight: 1 / (n + 3),
    from: n === 2 ? 0.75 : 0,
    until: n === 3 ? 0.5 : 1,
  }));
})();

/** Running weights of the hot places, for drawing one. */
export const hotPlaceWeights: Float64Array = cumulativeWeights(hotPlaces.map(({ weight }) => weight));
