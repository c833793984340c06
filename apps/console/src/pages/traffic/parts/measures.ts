import type { LaneFigures } from '@amaan/contracts/traffic/lane-measures';

/** What can be shown of a lane over time, in the order of the page. */
export const MEASURES = ['flow', 'speed', 'occupancy', 'density', 'headway', 'queue', 'delay'] as const;
export type Measure = (typeof MEASURES)[number];

/** A value with its interval, where there is one. */
export interface MeasuredValue {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The normal distribution's two-sided 95 %. */
const Z95 = 1.96;

/** One measure of an interval's figures, in the unit of its axis; null: it was not measured. */
export function measureOf(figures: LaneFigures | null, measure: Measure): MeasuredValue | null {
  if (figures === null) return null;
  switch (measure) {
    case 'flow':
      return withInterval(figures.flowVehPerHour);
    case 'speed':
      return withInterval(figures.speedKmh);
    case 'headway':
      return withInterval(figures.headwaySeconds);
    case 'delay':
      return withInterval(figures.delaySeconds);
    case 'occupancy':
      return bare(figures.occupancy === null ? null : figures.occupancy * 100);
    case 'density':
      return bare(figures.densityVehPerKm);
    case 'queue':
      // In metres where the camera is calibrated, else in vehicles: the axis says which.
      return bare(figures.queueMetres?.mean ?? figures.queueVehicles?.mean ?? null);
  }
}

/** Whether queues of these figures are told in metres. */
export function hasMetres(figures: readonly (LaneFigures | null)[]): boolean {
  return figures.some((one) => one?.queueMetres != null);
}

function bare(value: number | null): MeasuredValue | null {
  return value === null ? null : { value, low: null, high: null };
}

function withInterval(measured: LaneFigures['speedKmh']): MeasuredValue | null {
  if (measured === null) return null;
  const { value, error } = measured;
  return error === null
    ? { value, low: null, high: null }
    : { value, low: Math.max(0, value - Z95 * error), high: value + Z95 * error };
}
