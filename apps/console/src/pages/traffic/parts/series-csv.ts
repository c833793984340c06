import { csvText } from '@amaan/contracts/csv-text';
import type { SeriesPoint } from '@amaan/contracts/traffic/api-lanes';
import { type LaneFigures, VehicleClass } from '@amaan/contracts/traffic/lane-measures';

/** A series as a person knows it: where it was measured, and whether by the simulator. */
export interface NamedSeries {
  readonly camera: string;
  readonly approach: string;
  readonly lane: string;
  readonly simulated: boolean;
  readonly points: readonly SeriesPoint[];
}

const HEADER = [
  ...['camera', 'approach', 'lane', 'simulated', 'from', 'to', 'observed_s', 'coverage', 'vehicles'],
  ...VehicleClass.options,
  ...['flow_veh_h', 'flow_error', 'speed_kmh', 'speed_error', 'speed_n', 'speed_p85_kmh'],
  ...['headway_s', 'gap_s', 'occupancy', 'density_veh_km', 'queue_mean_veh', 'queue_max_veh'],
  ...['queue_mean_m', 'queue_max_m', 'delay_s', 'delay_error', 'level_of_service'],
];

/** Series as CSV, a line an interval. What was not measured is left empty, a whole interval too. */
export function seriesCsv(series: readonly NamedSeries[]): string {
  return csvText(
    HEADER,
    series.flatMap(({ camera, approach, lane, simulated, points }) =>
      points.map(({ from, to, figures }) => [
        ...[camera, approach, lane, simulated ? 'SIMULATED' : '', from, to],
        ...cellsOf(figures),
      ]),
    ),
  );
}

function cellsOf(figures: LaneFigures | null): string[] {
  if (figures === null) return HEADER.slice(6).map(() => '');
  const { flowVehPerHour, speedKmh, delaySeconds, queueVehicles, queueMetres } = figures;
  return [
    ...[figures.observedSeconds, figures.coverage, figures.vehicles],
    ...VehicleClass.options.map((name) => figures.counts[name] ?? 0),
    ...[flowVehPerHour?.value, flowVehPerHour?.error, speedKmh?.value, speedKmh?.error, speedKmh?.n],
    ...[figures.speed85Kmh, figures.headwaySeconds?.value, figures.gapSeconds?.value],
    ...[figures.occupancy, figures.densityVehPerKm, queueVehicles?.mean, queueVehicles?.max],
    ...[queueMetres?.mean, queueMetres?.max, delaySeconds?.value, delaySeconds?.error],
    figures.levelOfService,
  ].map((value) => (value == null ? '' : String(value)));
}
