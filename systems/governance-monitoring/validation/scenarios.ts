/**
 * What the validation of monitoring simulates. Everything here is part of the digest of its data set, so a
 * changed number is another data set. Levels are assumptions about a city's fixed cameras in ordinary weather, not
 * measurements; sizes of drift are what a governance office must not miss.
 */
export const CITY = {
  seed: 20261123,
  /** Length of the reference, as a deployment pins it. */
  referenceHours: 168,
  /** Pictures measured and reports stored in an hour of a camera group, on average over the day. */
  picturesPerHour: 60,
  reportsPerHour: 300,
  /** Reports of each hour of the day against the mean of the day. */
  traffic: [
    0.35, 0.25, 0.2, 0.18, 0.22, 0.4, 0.8, 1.3, 1.6, 1.45, 1.3, 1.25, 1.3, 1.3, 1.3, 1.35, 1.5, 1.65, 1.7,
    1.45, 1.15, 0.95, 0.75, 0.5,
  ],
  /** Mean luma by day and at night, its spread within an hour, and what weather adds to a whole day. */
  brightness: { day: 130, night: 55, spread: 18, weather: 8 },
  /** Logarithm of the variance of the Laplacian. */
  sharpness: { mean: 6, spread: 0.5, weather: 0.1 },
  confidence: { mean: 0.72, spread: 0.12, weather: 0.01, least: 0.4 },
  objects: { car: 0.5, motorcycle: 0.2, person: 0.2, truck: 0.07, bus: 0.03 },
  /** Spread of the logarithm of each object's share, and of the volume, from day to day. */
  objectsSpread: 0.15,
  volumeSpread: 0.15,
  /** Milliseconds; spread of the logarithm. */
  latency: { median: 800, spread: 0.5, spreadOfHours: 0.2 },
  reviewTime: { median: 8 * 60_000, spread: 1 },
  /** Reviewed alerts in an hour. */
  reviewsPerHour: 1.2,
  /** A report of confidence c is right in c to this power of the cases. */
  rightPower: 0.6,
  /** Rejected although the object was right. */
  rejectedOtherwise: 0.1,
} as const;

/** Drift that lasts for the whole window of the rule that watches for it. */
export const DRIFTS = {
  none: {},
  'brightness 60 levels darker': { brightness: -60 },
  'blur to a third of the sharpness': { sharpness: 1 / 3 },
  'half of the cars reported as trucks': { carsAsTrucks: 0.5 },
  'latency eight times as long': { latency: 8 },
  'override rate of 70 %': { overrideRate: 0.7 },
  'nineteen of twenty reports missing by day': { volume: 0.05, fromHour: 7, toHour: 21 },
} as const;
export type DriftName = keyof typeof DRIFTS;

/** The rule that has to find each drift. */
export const FOUND_BY = {
  'brightness 60 levels darker': 'brightness-drift',
  'blur to a third of the sharpness': 'sharpness-drift',
  'half of the cars reported as trucks': 'object-mix-drift',
  'latency eight times as long': 'latency-p95',
  'override rate of 70 %': 'override-rate',
  'nineteen of twenty reports missing by day': 'volume-ratio',
} as const satisfies Partial<Record<DriftName, string>>;
