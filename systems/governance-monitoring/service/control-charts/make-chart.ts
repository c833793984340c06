import type { Charted, ChartPoint, ControlChart, RuleSet } from '@amaan/contracts/service/control-chart';
import { FEWEST_ALERTS as FEWEST } from '../../service-figures.ts';
import {
  attributeLimits,
  baselineOf,
  type CountedPoint,
  individualsLimits,
  movingRanges,
} from './chart-limits.ts';
import { runSignals } from './run-rules.ts';

/** What came in one step of time, and how it was served. */
export interface ChartSlot {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** How many reached the phase. */
  readonly reached: number;
  /** Median of the seconds that it took them (nearest rank); null: nobody reached it. */
  readonly median: number | null;
  readonly within: number;
  /** Of how many it is known whether they were in time. */
  readonly judged: number;
  /** How many came. */
  readonly count: number;
}

export type MadeChart = Pick<
  ControlChart,
  'kind' | 'centre' | 'dispersion' | 'points' | 'ranges' | 'rangeUpper'
>;

const HOUR_MS = 60 * 60_000;

/**
 * A control chart of steps of time that follow one another. A step of fewer than ten has no point, as no figure is told of so few.
 * The limits are of the first two thirds of the points, and the rest is held against them (phases I and II: D. C. Montgomery,
 * Introduction to Statistical Quality Control, section 5.3).
 */
export function makeChart(slots: readonly ChartSlot[], charted: Charted, rules: RuleSet): MadeChart {
  const counted = slots.map((slot) => countedOf(slot, charted));
  const values =
    charted === 'median'
      ? slots.map(medianOf)
      : counted.map((point) => (point === null ? null : point.count / point.size));
  const inBaseline = baselineFlags(values);
  const individuals = charted === 'median' ? individualsLimits(values, inBaseline) : null;
  const law = charted === 'volume' ? 'u' : 'p';
  const made = charted === 'median' ? individuals : attributeLimits(law, counted, inBaseline);
  const distances = values.map((value, index) => {
    const limits = made?.limits[index];
    if (value === null || made == null || limits == null) return null;
    return limits.sigma === 0 ? Math.sign(value - made.centre) * 4 : (value - made.centre) / limits.sigma;
  });
  const signals = runSignals(distances, rules);
  return {
    kind: charted === 'median' ? 'individuals' : made?.corrected ? `${law}-prime` : law,
    centre: made?.centre ?? null,
    dispersion: made?.dispersion ?? null,
    points: slots.map((slot, index): ChartPoint => {
      const limits = made?.limits[index] ?? null;
      return {
        from: new Date(slot.from).toISOString(),
        to: new Date(slot.to).toISOString(),
        value: values[index]!,
        size: charted === 'median' ? slot.reached : charted === 'volume' ? slot.count : slot.judged,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
        inBaseline: inBaseline[index]!,
        signals: signals[index]!,
      };
    }),
    ranges: charted === 'median' ? movingRanges(values) : values.map(() => null),
    rangeUpper: individuals?.rangeUpper ?? null,
  };
}

function medianOf({ reached, median }: ChartSlot): number | null {
  return reached < FEWEST ? null : median;
}

function countedOf({ from, to, within, judged, count }: ChartSlot, charted: Charted): CountedPoint | null {
  if (charted === 'volume') return { count, size: (to - from) / HOUR_MS };
  return judged < FEWEST ? null : { count: within, size: judged };
}

function baselineFlags(values: readonly (number | null)[]): boolean[] {
  let left = baselineOf(values.filter((value) => value !== null).length);
  return values.map((value) => {
    if (value === null || left === 0) return false;
    left -= 1;
    return true;
  });
}
