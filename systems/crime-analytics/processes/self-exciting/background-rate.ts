import { CrimeAnalyticsError } from '../../crime-analytics-error.ts';
import { type CellGrid, cellAt, cellCount, studyCellCount } from '../../grid/cell-grid.ts';
import type { PlacedEvents } from './self-exciting-model.ts';
import { SmoothedLevel } from './smoothed-level.ts';

/** Part of the background that lies evenly over the study area, at least: an event far from all others is not impossible. */
const LEAST_EVEN = 0.001;

/** A width with which events without a cause are smoothed, and its part of them. */
export interface BackgroundWidth {
  readonly metres: number;
  readonly share: number;
}

/**
 * The rate of events without a cause, as each event sees it without itself: a mixture of the events smoothed with several
 * widths and of an even rate, its shares found along with everything else. Hot places are of all sizes: with one width the
 * wider and the narrower ones would pass for events that bring on others.
 */
export class BackgroundRate {
  /** Incidents a day and m² at each event, from the others. */
  readonly atEvents: Float64Array;
  /** Incidents without a cause in the whole period. */
  total = 0;
  readonly #grid: CellGrid;
  readonly #levels: readonly SmoothedLevel[];
  /** Of each level, and last of the even rate. */
  readonly #shares: Float64Array;
  readonly #even: number;
  readonly #days: number;

  /** @throws CrimeAnalyticsError `EVENT_OUTSIDE` */
  constructor(
    events: PlacedEvents,
    grid: CellGrid,
    { from, until }: { readonly from: number; readonly until: number },
    widths: readonly number[],
  ) {
    const isInside = (day: number) => day >= from && day <= until;
    if (events.x.some((x, n) => cellAt(grid, x, events.y[n]!) < 0) || !events.days.every(isInside)) {
      throw new CrimeAnalyticsError(
        'EVENT_OUTSIDE',
        'An incident lies outside of the study area or the period.',
      );
    }
    this.#grid = grid;
    this.#levels = widths.map((metres) => new SmoothedLevel(events, grid, metres));
    this.#shares = new Float64Array(widths.length + 1).fill(1 / (widths.length + 1));
    this.#even = 1 / (studyCellCount(grid) * grid.cellMetres ** 2);
    this.#days = until - from;
    this.atEvents = new Float64Array(events.length);
  }

  /** @param chance Of each event, to have no cause */
  update(chance: Float64Array): void {
    this.total = chance.reduce((sum, one) => sum + one, 0);
    for (const level of this.#levels) level.update(chance);
    this.settleShares(chance, 1);
  }

  /** Finds the shares anew for events that are smoothed already, in so many rounds of expectation and maximisation. */
  settleShares(chance: Float64Array, rounds: number): void {
    const even = this.#levels.length;
    for (let round = 0; round < rounds; round++) {
      const shares = new Float64Array(even + 1);
      for (let n = 0; n < chance.length; n++) {
        const part = chance[n]! / this.#densityAt(n);
        for (let k = 0; k < even; k++) shares[k]! += part * this.#shares[k]! * this.#levels[k]!.atEvents[n]!;
        shares[even]! += part * this.#shares[even]! * this.#even;
      }
      for (const k of shares.keys()) this.#shares[k] = shares[k]! / this.total;
      this.#shares[even] = Math.max(LEAST_EVEN, this.#shares[even]!);
    }
    const rate = this.total / this.#days;
    for (let n = 0; n < chance.length; n++) this.atEvents[n] = rate * this.#densityAt(n);
  }

  /** Incidents a day in each cell of the grid; their sum is that of the period. */
  perCell(): Float64Array {
    const { mask, cellMetres } = this.#grid;
    const rate = (this.total / this.#days) * cellMetres ** 2;
    const even = this.#shares[this.#levels.length]! * this.#even;
    const rates = Float64Array.from({ length: cellCount(this.#grid) }, (_, cell) => {
      if (mask && !mask[cell]) return 0;
      return (
        rate * this.#levels.reduce((sum, level, k) => sum + this.#shares[k]! * level.densityIn(cell), even)
      );
    });
    const sum = rates.reduce((all, one) => all + one, 0);
    return rates.map((one) => (sum > 0 ? (one * this.total) / this.#days / sum : 0));
  }

  /** The widths with their shares; what is missing to 1 lies evenly. */
  widths(): BackgroundWidth[] {
    return this.#levels.map(({ metres }, k) => ({ metres, share: this.#shares[k]! }));
  }

  #densityAt(event: number): number {
    let density = this.#shares[this.#levels.length]! * this.#even;
    for (let k = 0; k < this.#levels.length; k++) {
      density += this.#shares[k]! * this.#levels[k]!.atEvents[event]!;
    }
    return density;
  }
}
