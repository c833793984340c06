/** How one offence of the simulated city comes about. None of it is measured: it is made up to look like reported data. */
export interface SimulatedOffence {
  readonly name: string;
  /** Its part of all incidents; the parts add up to 1. */
  readonly share: number;
  /** Weight of each hour of a local day, and of each day of the week from Monday on. */
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
  /** By how much it swings through the year (fraction of the mean), and the day of the year of its peak. */
  readonly season: { readonly swing: number; readonly peakDay: number };
  /** Factor by which it grows in a year. */
  readonly growth: number;
  /** From this fraction of the period on it is multiplied by the factor. */
  readonly change: { readonly at: number; readonly factor: number } | null;
  /** Part of the reports that know the time exactly; the others name an interval of so many hours. */
  readonly timing: { readonly exact: number; readonly hours: readonly [number, number] };
  /** Each incident brings on so many more on average, days later and metres off (standard deviation on each axis). */
  readonly repeats: {
    readonly mean: number;
    readonly days: number;
    readonly metres: number;
    readonly sameAddress: number;
  };
  /** Part that happens at hot places instead of anywhere. */
  readonly atHotPlaces: number;
  /** Places that come and go, which it follows first of all; null: none. */
  readonly passing: PassingPlaces | null;
}

/** Places that come and go: somebody works a few streets for some weeks, and then others. */
export interface PassingPlaces {
  /** Part of the incidents, repeats apart, that happens at them. */
  readonly share: number;
  /** How many of them are hot at any time. */
  readonly atOnce: number;
  /** How long each is hot, days. */
  readonly days: number;
  /** Standard deviation of the distance on each axis, metres. */
  readonly spread: number;
}

const NIGHT = [9, 9, 10, 10, 8, 5, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9];
const WORKING = [3, 3, 3, 3, 2, 2, 2, 4, 6, 8, 9, 9, 8, 8, 8, 7, 7, 6, 6, 6, 5, 5, 4, 3];
const EVENING = [5, 3, 2, 2, 1, 1, 1, 2, 3, 3, 4, 4, 4, 4, 4, 5, 6, 8, 10, 12, 12, 11, 9, 7];
const AFTERNOON = [2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 7, 8, 9, 9, 8, 9, 10, 10, 9, 7, 6, 5, 4, 3];
const EVEN = [10, 10, 10, 10, 10, 10, 10];
const WEEKEND = [9, 9, 9, 9, 12, 13, 12];
const MARKET_DAYS = [10, 10, 10, 10, 11, 13, 7];
const NO_REPEATS = { mean: 0, days: 1, metres: 1, sameAddress: 0 };

/**
 * The offences of the simulated city. Two of them depend on where police are (drug possession, public disorder) and one
 * concerns victims whose places must not be shown (harassment), so that the rules about such offences have something to
 * work on. Motorcycle theft drops after two thirds of the period, as after a measure. Mobile phones are snatched where somebody
 * works some streets for two months and then others: there counting is late or thin, and a forecast can be better than it. All
 * other offences have places that stay, which a count tells as well as any forecast.
 */
export const simulatedOffences: readonly SimulatedOffence[] = [
  {
    name: 'Burglary',
    share: 0.19,
    hours: NIGHT,
    weekdays: WEEKEND,
    season: { swing: 0.25, peakDay: 15 },
    growth: 1,
    change: null,
    timing: { exact: 0.25, hours: [3, 16] },
    repeats: { mean: 0.3, days: 6, metres: 90, sameAddress: 0.25 },
    atHotPlaces: 0.35,
    passing: null,
  },
  {
    name: 'Motorcycle theft',
    share: 0.24,
    hours: WORKING,
    weekdays: MARKET_DAYS,
    season: { swing: 0.1, peakDay: 300 },
    growth: 1.12,
    change: { at: 2 / 3, factor: 0.65 },
    timing: { exact: 0.4, hours: [0.5, 9] },
    repeats: { mean: 0.12, days: 4, metres: 150, sameAddress: 0.05 },
    atHotPlaces: 0.6,
    passing: null,
  },
  {
    name: 'Car theft',
    share: 0.06,
    hours: NIGHT,
    weekdays: EVEN,
    season: { swing: 0.1, peakDay: 340 },
    growth: 0.95,
    change: null,
    timing: { exact: 0.3, hours: [1, 12] },
    repeats: { mean: 0.1, days: 5, metres: 120, sameAddress: 0.02 },
    atHotPlaces: 0.3,
    passing: null,
  },
  {
    name: 'Robbery',
    share: 0.13,
    hours: EVENING,
    weekdays: WEEKEND,
    season: { swing: 0.15, peakDay: 190 },
    growth: 0.92,
    change: null,
    timing: { exact: 0.95, hours: [0.25, 1] },
    repeats: { mean: 0.2, days: 3, metres: 180, sameAddress: 0.03 },
    atHotPlaces: 0.55,
    passing: null,
  },
  {
    name: 'Mobile phone snatching',
    share: 0.18,
    hours: AFTERNOON,
    weekdays: MARKET_DAYS,
    season: { swing: 0.2, peakDay: 200 },
    growth: 1.05,
    change: null,
    timing: { exact: 0.9, hours: [0.25, 2] },
    repeats: { mean: 0.15, days: 2, metres: 200, sameAddress: 0 },
    atHotPlaces: 0.7,
    passing: { share: 0.9, atOnce: 5, days: 60, spread: 300 },
  },
  {
    name: 'Assault',
    share: 0.08,
    hours: EVENING,
    weekdays: WEEKEND,
    season: { swing: 0.2, peakDay: 170 },
    growth: 1,
    change: null,
    timing: { exact: 0.9, hours: [0.5, 3] },
    repeats: NO_REPEATS,
    atHotPlaces: 0.4,
    passing: null,
  },
  {
    name: 'Harassment',
    share: 0.02,
    hours: AFTERNOON,
    weekdays: EVEN,
    season: { swing: 0, peakDay: 0 },
    growth: 1.1,
    change: null,
    timing: { exact: 0.8, hours: [0.5, 4] },
    repeats: NO_REPEATS,
    atHotPlaces: 0.5,
    passing: null,
  },
  {
    name: 'Drug possession',
    share: 0.06,
    hours: EVENING,
    weekdays: EVEN,
    season: { swing: 0, peakDay: 0 },
    growth: 1,
    change: null,
    timing: { exact: 1, hours: [0, 0] },
    repeats: NO_REPEATS,
    atHotPlaces: 0.85,
    passing: null,
  },
  {
    name: 'Public disorder',
    share: 0.04,
    hours: EVENING,
    weekdays: WEEKEND,
    season: { swing: 0.1, peakDay: 190 },
    growth: 1,
    change: null,
    timing: { exact: 1, hours: [0, 0] },
    repeats: NO_REPEATS,
    atHotPlaces: 0.85,
    passing: null,
  },
];
