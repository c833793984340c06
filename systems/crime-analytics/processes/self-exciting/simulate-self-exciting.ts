import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import { cellCentre, cellCount } from '../../grid/cell-grid.ts';
import { type Draws, drawsFrom } from '../../simulation/draws.ts';
import type { PlacedEvents, SelfExcitingModel } from './self-exciting-model.ts';

export interface SelfExcitingSimulation {
  readonly seed: number;
  /** The period, days. */
  readonly from: number;
  readonly until: number;
}

export interface SimulatedEvents extends PlacedEvents {
  /** 1 where another event brought it on. */
  readonly isTriggered: Uint8Array;
}

interface Event {
  readonly x: number;
  readonly y: number;
  readonly days: number;
  readonly isTriggered: boolean;
}

/**
 * One course of a self-exciting process from an empty past on, as a branching process: events without a cause, Poisson in
 * each cell, and the generations that each brings on. Events that fall outside of the grid are kept: incidents do not stop
 * at the edge of a map.
 *
 * Source: A. G. Hawkes and D. Oakes, A cluster process representation of a self-exciting process, Journal of Applied
 * Probability 11 (1974), 493–503.
 * @throws CrimeAnalyticsError `SELF_EXCITING_EXPLODES` when an event brings on one more or several on average
 */
export function simulateSelfExciting(
  model: SelfExcitingModel,
  { seed, from, until }: SelfExcitingSimulation,
): SimulatedEvents {
  checkProductivity(model.productivity);
  const draws = drawsFrom(seed);
  const { grid, background } = model;
  const events: Event[] = [];
  for (let cell = 0; cell < cellCount(grid); cell++) {
    if (background[cell] === 0) continue;
    const { x, y } = cellCentre(grid, cell);
    for (let left = draws.poisson(background[cell]! * (until - from)); left > 0; left--) {
      events.push({
        x: x + grid.cellMetres * (draws.uniform() - 0.5),
        y: y + grid.cellMetres * (draws.uniform() - 0.5),
        days: from + (until - from) * draws.uniform(),
        isTriggered: false,
      });
    }
  }
  // The list grows while it is gone through: each event's own events come after it.
  for (let n = 0; n < events.length; n++) addTriggered(events, events[n]!, model, until, draws);
  return toColumns(events.sort((a, b) => a.days - b.days));
}

/** @throws CrimeAnalyticsError `SELF_EXCITING_EXPLODES` */
export function checkProductivity(productivity: number): void {
  if (productivity >= 0 && productivity < 1) return;
  throw new CrimeAnalyticsError(
    'SELF_EXCITING_EXPLODES',
    'An incident must bring on fewer than one other on average: otherwise they would multiply without end.',
  );
}

function addTriggered(
  events: Event[],
  cause: Event,
  { productivity, meanDays, metres }: SelfExcitingModel,
  until: number,
  draws: Draws,
): void {
  for (let left = draws.poisson(productivity); left > 0; left--) {
    const days = cause.days + draws.exponential(meanDays);
    const x = cause.x + metres * draws.normal();
    const y = cause.y + metres * draws.normal();
    if (days < until) events.push({ x, y, days, isTriggered: true });
  }
}

function toColumns(events: readonly Event[]): SimulatedEvents {
  return {
    length: events.length,
    x: Float64Array.from(events, ({ x }) => x),
    y: Float64Array.from(events, ({ y }) => y),
    days: Float64Array.from(events, ({ days }) => days),
    isTriggered: Uint8Array.from(events, ({ isTriggered }) => Number(isTriggered)),
  };
}
