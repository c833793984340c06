import { cellCount } from '../../grid/cell-grid.ts';
import { cellMasses, gaussianBlur } from '../../grid/gaussian-blur.ts';
import type { PlacedEvents, SelfExcitingModel } from './self-exciting-model.ts';
import { checkProductivity } from './simulate-self-exciting.ts';

/** What earlier events still bring on is left out after so many mean times: one in 160,000 is left. */
const FORGOTTEN = 12;
/** Steps in which the rate is carried on, in each mean time and at most. */
const STEPS_A_MEAN_TIME = 8;
const MOST_STEPS = 400;

/**
 * The rate of the process at one moment in each cell of its grid: incidents a day. Events at or after the moment do not
 * count.
 */
export function selfExcitingRate(
  model: SelfExcitingModel,
  history: PlacedEvents,
  moment: number,
): Float64Array {
  const excited = excitedRate(model, history, moment);
  return model.background.map((rate, cell) => rate + excited[cell]!);
}

/**
 * Expected incidents in each cell of the model's grid from one moment to another: without a cause, brought on by the events
 * before the first moment, and brought on by what is still to come (its expectation). Events at or after it do not count.
 *
 * The expected rate m obeys m = μ + e, e′ = (θ G m − e) / meanDays, with G the spreading in space: the exponential kernel
 * makes the process Markov (D. Oakes, The Markovian self-exciting process, Journal of Applied Probability 12 (1975), 69–77).
 * It is carried on in steps by the trapezoidal rule.
 * @throws CrimeAnalyticsError `SELF_EXCITING_EXPLODES`
 */
export function expectedIncidents(
  model: SelfExcitingModel,
  history: PlacedEvents,
  { from, until }: { readonly from: number; readonly until: number },
): Float64Array {
  checkProductivity(model.productivity);
  const { background, meanDays, productivity, grid } = model;
  const span = until - from;
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((span / meanDays) * STEPS_A_MEAN_TIME)));
  const step = span / steps;
  const decay = Math.exp(-step / meanDays);
  const blur = gaussianBlur(grid, model.metres);
  const gain = (1 - decay) * productivity;
  const cells = cellCount(grid);
  const expected = new Float64Array(cells);
  let excited = excitedRate(model, history, from);

  for (let n = 0; n < steps; n++) {
    const start = blur.apply(excited.map((rate, cell) => rate + background[cell]!));
    const guess = excited.map((rate, cell) => decay * rate + gain * start[cell]!);
    const end = blur.apply(guess.map((rate, cell) => rate + background[cell]!));
    const next = excited.map((rate, cell) => decay * rate + (gain / 2) * (start[cell]! + end[cell]!));
    // Over a step e falls exponentially towards its target: its mean is the target plus the rest's mean.
    for (let cell = 0; cell < cells; cell++) {
      const target = (productivity / 2) * (start[cell]! + end[cell]!);
      const mean = target + ((excited[cell]! - target) * (1 - decay) * meanDays) / step;
      expected[cell]! += step * (background[cell]! + mean);
    }
    excited = next;
  }
  return expected;
}

/** Incidents a day in each cell that the events before a moment bring on then. */
function excitedRate(model: SelfExcitingModel, history: PlacedEvents, moment: number): Float64Array {
  const { grid, productivity, meanDays, metres } = model;
  const { originX, originY, cellMetres, columns, rows, mask } = grid;
  const excited = new Float64Array(cellCount(grid));
  for (let n = 0; n < history.length; n++) {
    const since = moment - history.days[n]!;
    if (!(since > 0) || since > FORGOTTEN * meanDays) continue;
    const rate = (productivity / meanDays) * Math.exp(-since / meanDays);
    const [eastward, northward] = [history.x[n]! - originX, history.y[n]! - originY];
    const column = Math.floor(eastward / cellMetres);
    const row = Math.floor(northward / cellMetres);
    const across = cellMasses(cellMetres, metres, eastward - column * cellMetres);
    const up = cellMasses(cellMetres, metres, northward - row * cellMetres);
    const reach = (across.length - 1) / 2;
    for (let down = Math.max(0, row - reach); down <= Math.min(rows - 1, row + reach); down++) {
      const share = rate * up[down - row + reach]!;
      for (let to = Math.max(0, column - reach); to <= Math.min(columns - 1, column + reach); to++) {
        excited[down * columns + to]! += share * across[to - column + reach]!;
      }
    }
  }
  if (mask) for (let cell = 0; cell < excited.length; cell++) if (!mask[cell]) excited[cell] = 0;
  return excited;
}
