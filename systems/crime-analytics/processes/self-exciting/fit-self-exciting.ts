import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import type { CellGrid } from '../../grid/cell-grid.ts';
import { BackgroundRate } from './background-rate.ts';
import type { PlacedEvents, SelfExcitingFit } from './self-exciting-model.ts';
import {
  attribute,
  expectedTriggered,
  maximise,
  type TriggerKernel,
  type TriggerWindow,
} from './trigger-kernel.ts';
import { triggerPairs } from './trigger-pairs.ts';

export interface SelfExcitingSettings {
  /** The period in which every event was seen, days. */
  readonly from: number;
  readonly until: number;
  /** Widths with which the events without a cause are smoothed, standard deviations in metres; from 60 to 1,920 without it. */
  readonly backgroundMetres?: readonly number[];
  /** An event brings on none that is later or further than this; 60 days and 1,000 m without it. */
  readonly reachDays?: number;
  readonly reachMetres?: number;
  /** At most so many rounds; 200 without it. */
  readonly iterations?: number;
  /** Rounds done, of as many as there may be. */
  readonly report?: (done: number, total: number) => void;
}

const WIDTHS = [60, 120, 240, 480, 960, 1_920];
/** Rounds end when no parameter changes by more than this part of itself, or the log-likelihood thrice by no more than that. */
const TOLERANCE = 5e-4;
const LIKELIHOOD_TOLERANCE = 0.01;
const STILL_ROUNDS = 3;
const FEWEST_ROUNDS = 6;
const FEWEST = 20;
const ROUNDS_WITHOUT = 100;

/**
 * Fits a self-exciting process by expectation and maximisation: which events had a cause, as far as the present parameters
 * tell (stochastic declustering), then the parameters from that. The background at an event is told from the other events
 * only; its own would explain every event as without a cause. θ and ω allow for what the end of the period hides, θ and σ
 * for what lies beyond the reach, which is shortened where events are too dense for it.
 *
 * The background is a mixture of several widths (Mohler et al. 2011 let the width vary from event to event). What incidents
 * bring on and what a place brings on can still be told apart only as far as places last: a hot place that is gone after
 * two weeks looks like repeats, and repeats that last for months like a hot place.
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
  const { reachDays = 60, reachMetres = 1_000, iterations = 200 } = settings;
  if (events.length < FEWEST) {
    throw new CrimeAnalyticsError(
      'SELF_EXCITING_TOO_FEW',
      `There are ${events.length} incidents; to tell how one brings on another takes ${FEWEST} at least.`,
    );
  }
  const { pairs, reach } = triggerPairs(events, { days: reachDays, metres: reachMetres });
  const background = new BackgroundRate(events, grid, settings, settings.backgroundMetres ?? WIDTHS);
  const window: TriggerWindow = {
    watched: events.days.map((day) => Math.min(reach.days, settings.until - day)),
    reachMetres: reach.metres,
  };
  const logLikelihoodWithout = withoutTriggering(background, events.length);
  let kernel: TriggerKernel = {
    productivity: 0.3,
    meanDays: reach.days / 6,
    variance: (reach.metres / 5) ** 2,
  };
  let chance = new Float64Array(events.length).fill(1 - kernel.productivity);
  let hasConverged = false;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  let still = 0;
  let round = 0;
  while (round < iterations && !hasConverged) {
    background.update(chance);
    const sums = attribute(pairs, background.atEvents, kernel);
    chance = sums.backgroundChance;
    const told = sums.logRates - background.total - expectedTriggered(kernel, window);
    const next = maximise(sums, kernel, window);
    round++;
    // Smoothing anew each round lets the likelihood fall again now and then: at its turn it stands still for a moment.
    still = Math.abs(told - logLikelihood) <= LIKELIHOOD_TOLERANCE ? still + 1 : 0;
    hasConverged = round >= FEWEST_ROUNDS && (isNear(next, kernel) || still >= STILL_ROUNDS);
    logLikelihood = told;
    kernel = next;
    settings.report?.(round, iterations);
  }
  background.update(chance);
  return {
    model: {
      grid,
      background: background.perCell(),
      productivity: kernel.productivity,
      meanDays: kernel.meanDays,
      metres: Math.sqrt(kernel.variance),
    },
    backgroundWidths: background.widths(),
    reach,
    backgroundChance: chance,
    logLikelihood,
    logLikelihoodWithout,
    triggeredShare: 1 - background.total / events.length,
    iterations: round,
    hasConverged,
  };
}

/** The log-likelihood of the background alone, its shares settled. */
function withoutTriggering(background: BackgroundRate, events: number): number {
  const all = new Float64Array(events).fill(1);
  background.update(all);
  background.settleShares(all, ROUNDS_WITHOUT);
  return background.atEvents.reduce((sum, rate) => sum + Math.log(rate), 0) - background.total;
}

function isNear(next: TriggerKernel, last: TriggerKernel): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(b), 1e-6);
  return (
    near(next.productivity, last.productivity) &&
    near(next.meanDays, last.meanDays) &&
    near(next.variance, last.variance)
  );
}
