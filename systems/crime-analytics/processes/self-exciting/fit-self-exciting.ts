import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import { type CellGrid, cellAt, cellCount, studyCellCount } from '../../grid/cell-grid.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import type { PlacedEvents, SelfExcitingFit, SelfExcitingModel } from './self-exciting-model.ts';
import { type TriggerPairs, triggerPairs } from './trigger-pairs.ts';

export interface SelfExcitingSettings {
  /** The period in which every event was seen, days. */
  readonly from: number;
  readonly until: number;
  /** How widely the events without a cause are smoothed, standard deviation in metres; 300 without it. */
  readonly backgroundMetres?: number;
  /** An event brings on none that is later or further than this; 60 days and 1,000 m without it. */
  readonly reachDays?: number;
  readonly reachMetres?: number;
  /** At most so many rounds; 200 without it. */
  readonly iterations?: number;
  readonly report?: (done: number, total: number) => void;
}

/** Part of the background that lies evenly over the study area: so an event far from all others is not impossible. */
const EVEN_SHARE = 0.01;
/** Rounds end when no parameter changes by more than this part of itself. */
const TOLERANCE = 1e-4;
const FEWEST = 20;

/**
 * Fits a self-exciting process by expectation and maximisation: which events had a cause, as far as the present parameters
 * tell (stochastic declustering), then the parameters from that. The background at an event is told from the other events
 * only; its own would explain every event as without a cause. θ and ω allow for what the end of the period hides, θ and σ
 * for what lies beyond the reach.
 *
 * A hot place that is narrower than `backgroundMetres` looks like repeats, and repeats that last for months like a hot
 * place: the data cannot tell these apart, so compare fits with several widths.
 *
 * Sources: G. O. Mohler et al. (2011) and G. O. Mohler (2014), as at `SelfExcitingModel`; J. Zhuang, Y. Ogata and D.
 * Vere-Jones, Stochastic declustering of space-time earthquake occurrences, Journal of the American Statistical Association
 * 97 (2002), 369–380; A. Veen and F. P. Schoenberg, Estimation of space–time branching process models in seismology using
 * an EM-type algorithm, Journal of the American Statistical Association 103 (2008), 614–624.
 *
 * @param events Within the grid's study area (see `placedEvents`) and the period, in the order of time
 * @throws CrimeAnalyticsError `SELF_EXCITING_TOO_FEW`, `SELF_EXCITING_TOO_DENSE`, `EVENT_OUTSIDE`
 */
export function fitSelfExciting(
  events: PlacedEvents,
  grid: CellGrid,
  settings: SelfExcitingSettings,
): SelfExcitingFit {
  const { backgroundMetres = 300, reachDays = 60, reachMetres = 1_000, iterations = 200 } = settings;
  if (events.length < FEWEST) {
    throw new CrimeAnalyticsError(
      'SELF_EXCITING_TOO_FEW',
      `There are ${events.length} incidents; to tell how one brings on another takes ${FEWEST} at least.`,
    );
  }
  const pairs = triggerPairs(events, reachDays, reachMetres);
  const background = new BackgroundRate(events, grid, settings, backgroundMetres);
  // Days that were watched after each event, within the reach.
  const watched = events.days.map((day) => Math.min(reachDays, settings.until - day));
  background.update(new Float64Array(events.length).fill(1));
  const logLikelihoodWithout =
    background.atEvents.reduce((sum, rate) => sum + Math.log(rate), 0) - background.total;
  let trigger: Trigger = { productivity: 0.3, meanDays: reachDays / 6, variance: (reachMetres / 5) ** 2 };
  let chance = new Float64Array(events.length).fill(0.7);
  let hasConverged = false;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  let round = 0;
  while (round < iterations && !hasConverged) {
    background.update(chance);
    const sums = attribute(pairs, background.atEvents, trigger);
    chance = sums.backgroundChance;
    logLikelihood = sums.logRates - background.total - expectedTriggered(trigger, watched, reachMetres);
    const next = maximise(sums, trigger, watched, reachMetres);
    hasConverged = round > 5 && isNear(next, trigger);
    trigger = next;
    round++;
    settings.report?.(round, iterations);
  }
  background.update(chance);
  const triggered = events.length - chance.reduce((sum, one) => sum + one, 0);
  const model: SelfExcitingModel = {
    grid,
    background: background.perCell,
    productivity: trigger.productivity,
    meanDays: trigger.meanDays,
    metres: Math.sqrt(trigger.variance),
  };
  return {
    model,
    backgroundChance: chance,
    logLikelihood,
    logLikelihoodWithout,
    triggeredShare: triggered / events.length,
    iterations: round,
    hasConverged,
  };
}

interface Trigger {
  readonly productivity: number;
  readonly meanDays: number;
  /** σ², m². */
  readonly variance: number;
}

interface Attribution {
  /** Sum of the logarithms of the rate at each event, incidents a day and m². */
  readonly logRates: number;
  readonly backgroundChance: Float64Array<ArrayBuffer>;
  /** Expected number of events with a cause, and the sums of days since it and of half the squared distance from it. */
  readonly triggered: number;
  readonly days: number;
  readonly halfSquares: number;
}

/** The expectation: how probable each cause of each event is. */
function attribute(
  { first, days, squareMetres }: TriggerPairs,
  atEvents: Float64Array,
  { productivity, meanDays, variance }: Trigger,
): Attribution {
  const backgroundChance = new Float64Array(atEvents.length);
  const scale = productivity / meanDays / (2 * Math.PI * variance);
  let [triggered, daysSum, halfSquares, logRates] = [0, 0, 0, 0];
  for (let n = 0; n < atEvents.length; n++) {
    let [rate, rateDays, rateSquares] = [0, 0, 0];
    for (let pair = first[n]!; pair < first[n + 1]!; pair++) {
      const since = days[pair]!;
      const half = squareMetres[pair]! / 2;
      const one = scale * Math.exp(-since / meanDays - half / variance);
      rate += one;
      rateDays += one * since;
      rateSquares += one * half;
    }
    const total = rate + atEvents[n]!;
    backgroundChance[n] = atEvents[n]! / total;
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
function maximise(
  { triggered, days, halfSquares }: Attribution,
  { productivity, meanDays, variance }: Trigger,
  watched: Float64Array,
  reachMetres: number,
): Trigger {
  if (triggered < 1e-9) return { productivity: 0, meanDays, variance };
  const inReach = shareInReach(variance, reachMetres);
  const { seen, seenDays } = seenOfTriggered(meanDays, watched);
  const nextProductivity = triggered / (seen * inReach);
  const halfReach = reachMetres ** 2 / 2;
  return {
    productivity: nextProductivity,
    meanDays: (days + productivity * inReach * seenDays) / triggered,
    variance: Math.max(1, (halfSquares + productivity * seen * halfReach * (1 - inReach)) / triggered),
  };
}

/** How many events the present parameters expect others to have brought on within the period and the reach. */
function expectedTriggered(trigger: Trigger, watched: Float64Array, reachMetres: number): number {
  const { seen } = seenOfTriggered(trigger.meanDays, watched);
  return trigger.productivity * seen * shareInReach(trigger.variance, reachMetres);
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

function isNear(next: Trigger, last: Trigger): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(b), 1e-6);
  return (
    near(next.productivity, last.productivity) &&
    near(next.meanDays, last.meanDays) &&
    near(next.variance, last.variance)
  );
}

/** The smoothed rate of events without a cause, by cell and as each event sees it without itself. */
class BackgroundRate {
  /** Incidents a day in each cell. */
  perCell: Float64Array;
  /** Incidents without a cause in the whole period. */
  total = 0;
  /** Incidents a day and m² at each event, from the others. */
  readonly atEvents: Float64Array;
  readonly #cells: Int32Array;
  readonly #grid: CellGrid;
  readonly #days: number;
  readonly #blur: ReturnType<typeof gaussianBlur>;
  readonly #studyCells: number;

  constructor(events: PlacedEvents, grid: CellGrid, { from, until }: SelfExcitingSettings, metres: number) {
    this.#grid = grid;
    this.#days = until - from;
    this.#blur = gaussianBlur(grid, metres);
    this.#studyCells = studyCellCount(grid);
    this.#cells = Int32Array.from(events.x, (x, n) => cellAt(grid, x, events.y[n]!));
    const isInside = (day: number) => day >= from && day <= until;
    if (this.#cells.includes(-1) || !events.days.every(isInside)) {
      throw new CrimeAnalyticsError(
        'EVENT_OUTSIDE',
        'An incident lies outside of the study area or the period.',
      );
    }
    this.perCell = new Float64Array(cellCount(grid));
    this.atEvents = new Float64Array(events.length);
  }

  update(chance: Float64Array): void {
    const counts = new Float64Array(cellCount(this.#grid));
    let total = 0;
    for (let n = 0; n < chance.length; n++) {
      counts[this.#cells[n]!]! += chance[n]!;
      total += chance[n]!;
    }
    this.total = total;
    const blurred = this.#blur.apply(counts);
    // What the blur carries beyond the edge is spread over what is left, so that the sum stays right.
    const kept = blurred.reduce((sum, value) => sum + value, 0);
    const scale = kept > 0 ? ((1 - EVEN_SHARE) * total) / kept : 0;
    const even = (EVEN_SHARE * total) / this.#studyCells;
    const { mask, cellMetres } = this.#grid;
    this.perCell = blurred.map((value, cell) =>
      mask && !mask[cell] ? 0 : (scale * value + even) / this.#days,
    );
    for (let n = 0; n < chance.length; n++) {
      const own = (scale * this.#blur.stays * chance[n]!) / this.#days;
      const others = Math.max(this.perCell[this.#cells[n]!]! - own, even / this.#days);
      this.atEvents[n] = others / cellMetres ** 2;
    }
  }
}
