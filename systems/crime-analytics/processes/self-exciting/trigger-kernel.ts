import type { TriggerPairs } from './trigger-pairs.ts';

/** How events bring on others: θ, 1/ω and σ². */
export interface TriggerKernel {
  readonly productivity: number;
  readonly meanDays: number;
  /** σ², m². */
  readonly variance: number;
}

/** Which events had a cause, as far as a kernel tells. */
export interface Attribution {
  /** Chance of each event to have none. */
  readonly backgroundChance: Float64Array<ArrayBuffer>;
  /** Sum of the logarithms of the rate at each event, incidents a day and m². */
  readonly logRates: number;
  /** Expected number of events with a cause, and the sums of days since it and of half the squared distance from it. */
  readonly triggered: number;
  readonly days: number;
  readonly halfSquares: number;
}

/** What of the triggered events could be seen: days watched after each event, and how far away they may be. */
export interface TriggerWindow {
  readonly watched: Float64Array;
  readonly reachMetres: number;
}

/**
 * The expectation: how probable each cause of each event is.
 * @param background The rate at each event that the others' background makes, incidents a day and m²
 */
export function attribute(
  { first, days, squareMetres }: TriggerPairs,
  background: Float64Array,
  { productivity, meanDays, variance }: TriggerKernel,
): Attribution {
  const backgroundChance = new Float64Array(background.length);
  const scale = productivity / meanDays / (2 * Math.PI * variance);
  let [triggered, daysSum, halfSquares, logRates] = [0, 0, 0, 0];
  for (let n = 0; n < background.length; n++) {
    let [rate, rateDays, rateSquares] = [0, 0, 0];
    for (let pair = first[n]!; pair < first[n + 1]!; pair++) {
      const since = days[pair]!;
      const half = squareMetres[pair]! / 2;
      const one = scale * Math.exp(-since / meanDays - half / variance);
      rate += one;
      rateDays += one * since;
      rateSquares += one * half;
    }
    const total = rate + background[n]!;
    backgroundChance[n] = background[n]! / total;
    logRates += Math.log(total);
    triggered += rate / total;
    daysSum += rateDays / total;
    halfSquares += rateSquares / total;
  }
  return { backgroundChance, logRates, triggered, days: daysSum, halfSquares };
}

/**
 * The maximisation. Where a kernel is cut off (at the end of the period, at the reach) the normalising integral depends on
 * its own parameter; one step of its fixed point is taken a round.
 */
export function maximise(
  { triggered, days, halfSquares }: Attribution,
  { productivity, meanDays, variance }: TriggerKernel,
  { watched, reachMetres }: TriggerWindow,
): TriggerKernel {
  if (triggered < 1e-9) return { productivity: 0, meanDays, variance };
  const inReach = shareInReach(variance, reachMetres);
  const { seen, seenDays } = seenOfTriggered(meanDays, watched);
  const halfReach = reachMetres ** 2 / 2;
  return {
    productivity: triggered / (seen * inReach),
    meanDays: (days + productivity * inReach * seenDays) / triggered,
    variance: Math.max(1, (halfSquares + productivity * seen * halfReach * (1 - inReach)) / triggered),
  };
}

/** How many events a kernel expects others to have brought on where they could be seen. */
export function expectedTriggered(
  { productivity, meanDays, variance }: TriggerKernel,
  { watched, reachMetres }: TriggerWindow,
): number {
  return productivity * seenOfTriggered(meanDays, watched).seen * shareInReach(variance, reachMetres);
}

function shareInReach(variance: number, reachMetres: number): number {
  return 1 - Math.exp(-(reachMetres ** 2) / 2 / variance);
}

/** Sum over the events of the part of what they bring on that was seen, and of the days watched times the part not seen. */
function seenOfTriggered(meanDays: number, watched: Float64Array): { seen: number; seenDays: number } {
  let seen = 0;
  let seenDays = 0;
  for (const span of watched) {
    const left = Math.exp(-span / meanDays);
    seen += 1 - left;
    seenDays += span * left;
  }
  return { seen, seenDays };
}
