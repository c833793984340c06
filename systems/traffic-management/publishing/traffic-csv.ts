import { csvText } from '@amaan/contracts/csv-text';
import { type LaneFigures, VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { PublishedLane } from './published-lane.ts';

const CLASSES = VehicleClass.options;

const FIGURES: readonly (readonly [
  name: string,
  of: (figures: LaneFigures) => number | string | null | undefined,
])[] = [
  ['observed_seconds', ({ observedSeconds }) => rounded(observedSeconds, 1)],
  ['coverage', ({ coverage }) => rounded(coverage, 4)],
  ['vehicles', ({ vehicles }) => vehicles],
  ...CLASSES.map((name) => [name, ({ counts }: LaneFigures) => counts[name] ?? 0] as const),
  ['flow_veh_h', ({ flowVehPerHour }) => rounded(flowVehPerHour?.value, 1)],
  ['flow_error', ({ flowVehPerHour }) => rounded(flowVehPerHour?.error, 1)],
  ['speed_kmh', ({ speedKmh }) => rounded(speedKmh?.value, 2)],
  ['speed_error_kmh', ({ speedKmh }) => rounded(speedKmh?.error, 2)],
  ['speed_vehicles', ({ speedKmh }) => speedKmh?.n],
  ['speed_85_kmh', ({ speed85Kmh }) => rounded(speed85Kmh, 1)],
  ['headway_s', ({ headwaySeconds }) => rounded(headwaySeconds?.value, 2)],
  ['gap_s', ({ gapSeconds }) => rounded(gapSeconds?.value, 2)],
  ['occupancy', ({ occupancy }) => rounded(occupancy, 4)],
  ['density_veh_km', ({ densityVehPerKm }) => rounded(densityVehPerKm, 2)],
  ['space_mean_speed_kmh', ({ spaceMeanSpeedKmh }) => rounded(spaceMeanSpeedKmh, 2)],
  ['queue_mean_vehicles', ({ queueVehicles }) => rounded(queueVehicles?.mean, 2)],
  ['queue_max_vehicles', ({ queueVehicles }) => queueVehicles?.max],
  ['queue_mean_m', ({ queueMetres }) => rounded(queueMetres?.mean, 1)],
  ['queue_max_m', ({ queueMetres }) => rounded(queueMetres?.max, 1)],
  ['delay_s', ({ delaySeconds }) => rounded(delaySeconds?.value, 1)],
  ['delay_vehicles', ({ delaySeconds }) => delaySeconds?.n],
  ['level_of_service', ({ levelOfService }) => levelOfService],
];

/** Lanes' figures as CSV, a row for each lane and time. An empty cell is not measured; a zero was measured. */
export function trafficCsv(lanes: readonly PublishedLane[]): string {
  const header = ['site', 'lane', 'approach', 'from', 'to', ...FIGURES.map(([name]) => name)];
  const rows = lanes.map(({ site, measures }) => [
    site.id,
    site.name,
    site.approach,
    measures.from,
    measures.to,
    ...FIGURES.map(([, of]) => String(of(measures.figures) ?? '')),
  ]);
  return csvText(header, rows);
}

function rounded(value: number | null | undefined, digits: number): string | null {
  return value === null || value === undefined ? null : value.toFixed(digits);
}
