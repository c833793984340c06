import { brightnessBin, confidenceBin, countIn, logBin } from '../bins.ts';
import {
  type Measured,
  NOTHING_MEASURED,
  type ReviewedPart,
  type Reviews,
  type Situation,
} from '../derive-figures.ts';
import { CITY } from './scenarios.ts';

/** What is different in the present; what is not named is as in the reference. */
export interface Drift {
  /** Grey levels that are added. */
  readonly brightness?: number;
  /** Factors. */
  readonly sharpness?: number;
  readonly latency?: number;
  readonly volume?: number;
  readonly carsAsTrucks?: number;
  /** Share of reviewed alerts that is rejected. */
  readonly overrideRate?: number;
  /** Hours of the day in which the window may end; left out: any. */
  readonly fromHour?: number;
  readonly toHour?: number;
}

/** Longest window in which anything but reviews is judged, in hours. */
const LONGEST = 24;

/**
 * Draws one camera group with its reference and its present. Windows of different lengths are drawn apart from
 * one another: each is judged by rules of its own.
 *
 * @param random uniform in [0, 1)
 */
export function drawSituations(drift: Drift, random: () => number): (windowHours: number) => Situation {
  const { fromHour = 0, toHour = 24 } = drift;
  const end = fromHour + Math.floor(random() * (toHour - fromHour));
  const reference = drawMeasured(CITY.referenceHours, end, {}, random);
  const drawn = new Map<number, Situation>();
  return (hours) => {
    const known = drawn.get(hours) ?? {
      reference,
      present: hours > LONGEST ? NOTHING_MEASURED : drawMeasured(hours, end, drift, random),
      reviews: drawReviews(hours, drift, random),
    };
    drawn.set(hours, known);
    return known;
  };
}

/** The hours before an hour of the day, with the weather of each day. */
function drawMeasured(hours: number, end: number, drift: Drift, random: () => number): Measured {
  const counts: Counts = {
    volume: 0,
    latency: {},
    confidence: {},
    objects: {},
    brightness: {},
    sharpness: {},
  };
  let day = drawDay(random);
  for (let back = 1; back <= hours; back++) {
    if (back % 24 === 1) day = drawDay(random);
    const hour = (end - back + CITY.referenceHours) % 24;
    countPictures(counts, hour, day, drift, random);
    countReports(counts, hour, day, drift, random);
  }
  const samples = CITY.picturesPerHour * hours;
  return { ...counts, hours, samples, resolution: { '1920x1080': samples } };
}

interface Counts {
  volume: number;
  readonly latency: Record<string, number>;
  readonly confidence: Record<string, number>;
  readonly objects: Record<string, number>;
  readonly brightness: Record<string, number>;
  readonly sharpness: Record<string, number>;
}

/** What one day has in common: its weather and its traffic. */
function drawDay(random: () => number) {
  const { brightness, sharpness, confidence, volumeSpread, objects, objectsSpread } = CITY;
  const z = () => gaussian(random);
  const weights = Object.entries(objects).map(
    ([name, share]) => [name, share * Math.exp(objectsSpread * z())] as const,
  );
  return {
    brightness: brightness.weather * z(),
    sharpness: sharpness.weather * z(),
    confidence: confidence.weather * z(),
    volume: Math.exp(volumeSpread * z()),
    objects: sharesOf(weights),
  };
}
type Day = ReturnType<typeof drawDay>;

function countPictures(counts: Counts, hour: number, day: Day, drift: Drift, random: () => number): void {
  const { brightness, sharpness } = CITY;
  const level =
    (hour >= 6 && hour < 19 ? brightness.day : brightness.night) + day.brightness + (drift.brightness ?? 0);
  for (let picture = 0; picture < CITY.picturesPerHour; picture++) {
    countIn(counts.brightness, brightnessBin(level + brightness.spread * gaussian(random)));
    const logarithm = sharpness.mean + day.sharpness + sharpness.spread * gaussian(random);
    countIn(counts.sharpness, logBin(Math.exp(logarithm) * (drift.sharpness ?? 1)));
  }
}

function countReports(counts: Counts, hour: number, day: Day, drift: Drift, random: () => number): void {
  const { confidence, latency } = CITY;
  const volume = poisson(
    CITY.reportsPerHour * CITY.traffic[hour]! * day.volume * (drift.volume ?? 1),
    random,
  );
  const delay = latency.median * Math.exp(latency.spreadOfHours * gaussian(random)) * (drift.latency ?? 1);
  counts.volume += volume;
  for (let report = 0; report < volume; report++) {
    countIn(counts.latency, logBin(delay * Math.exp(latency.spread * gaussian(random))));
    const certainty = confidence.mean + day.confidence + confidence.spread * gaussian(random);
    countIn(counts.confidence, confidenceBin(clamp(certainty, confidence.least, 0.999)));
    const seen = pick(day.objects, random);
    const mistaken = seen === 'car' && random() < (drift.carsAsTrucks ?? 0);
    countIn(counts.objects, mistaken ? 'truck' : seen);
  }
}

function drawReviews(hours: number, drift: Drift, random: () => number): Reviews {
  const { confidence, objects, rightPower, rejectedOtherwise, reviewTime } = CITY;
  const parts = new Map<string, ReviewedPart>();
  const times: Record<string, number> = {};
  const shares = sharesOf(Object.entries(objects));
  const reviewed = poisson(CITY.reviewsPerHour * hours, random);
  for (let review = 0; review < reviewed; review++) {
    const certainty = clamp(confidence.mean + confidence.spread * gaussian(random), confidence.least, 0.999);
    const wrong = random() >= certainty ** rightPower;
    const otherwise = random() < rejectedOtherwise;
    const rejected =
      drift.overrideRate === undefined
        ? wrong || otherwise
        : wrong || random() < moreRejected(drift.overrideRate);
    const objectClass = pick(shares, random);
    const timeOfDay = random() < 0.6 ? 'day' : 'night';
    const bin = confidenceBin(certainty);
    const key = `${objectClass} ${timeOfDay} ${bin}`;
    const before = parts.get(key);
    parts.set(key, {
      objectClass,
      timeOfDay,
      confidenceBin: bin,
      reviewed: (before?.reviewed ?? 0) + 1,
      rejected: (before?.rejected ?? 0) + (rejected ? 1 : 0),
      wrong: (before?.wrong ?? 0) + (wrong ? 1 : 0),
    });
    countIn(times, logBin(reviewTime.median * Math.exp(reviewTime.spread * gaussian(random))));
  }
  return { parts: [...parts.values()], reviewTime: times };
}

/** How often people must reject what is right for all rejections to come to this share. */
function moreRejected(share: number): number {
  const wrong = 1 - CITY.confidence.mean ** CITY.rightPower;
  return (share - wrong) / (1 - wrong);
}

type Shares = readonly (readonly [name: string, upTo: number])[];

/** Weights added up to 1. */
function sharesOf(weights: readonly (readonly [string, number])[]): Shares {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let upTo = 0;
  return weights.map(([name, weight]) => {
    upTo += weight / total;
    return [name, upTo];
  });
}

function pick(shares: Shares, random: () => number): string {
  const at = random();
  return (shares.find(([, upTo]) => at < upTo) ?? shares.at(-1)!)[0];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Arrivals until the time is over; D. E. Knuth, The Art of Computer Programming 2, section 3.4.1. */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  let time = -Math.log(1 - random());
  while (time < mean) {
    count++;
    time -= Math.log(1 - random());
  }
  return count;
}
