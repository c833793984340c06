import { LaneSums, type SpeedHistogram, type VehicleClass } from '@amaan/contracts/traffic/lane-measures';

/** Columns of counts, by the class that they count. */
const COUNT_COLUMNS = {
  bicycle: 'bicycles',
  car: 'cars',
  motorcycle: 'motorcycles',
  bus: 'buses',
  truck: 'trucks',
} as const satisfies Record<VehicleClass, string>;

type SumName = Exclude<keyof LaneSums, 'counts' | 'speedHistogram'>;

/** Columns of the other sums, and the two maxima, by their name in the contract. */
const SUM_COLUMNS = {
  observedMs: 'observed_ms',
  speeds: 'speeds',
  speedSum: 'speed_sum',
  speedSquares: 'speed_squares',
  speedNoiseSquares: 'speed_noise_squares',
  speedBiasSum: 'speed_bias_sum',
  headways: 'headways',
  headwaySumMs: 'headway_sum_ms',
  headwaySquares: 'headway_squares',
  gaps: 'gaps',
  gapSumMs: 'gap_sum_ms',
  gapSquares: 'gap_squares',
  occupiedMs: 'occupied_ms',
  travelledCm: 'travelled_cm',
  presentMs: 'present_ms',
  areaMetreMs: 'area_metre_ms',
  queueWatchedMs: 'queue_watched_ms',
  queueVehicleMs: 'queue_vehicle_ms',
  maxQueueVehicles: 'max_queue_vehicles',
  queueMetresWatchedMs: 'queue_metres_watched_ms',
  queueMetreMs: 'queue_metre_ms',
  maxQueueM: 'max_queue_m',
  delays: 'delays',
  delaySumMs: 'delay_sum_ms',
  delaySquares: 'delay_squares',
} as const satisfies Record<SumName, string>;

type CountColumn = (typeof COUNT_COLUMNS)[VehicleClass];
type SumColumn = (typeof SUM_COLUMNS)[SumName];

/** A lane's sums as the columns of `lane_minute` and `lane_hour`. */
export type LaneSumColumns = { readonly [Column in CountColumn | SumColumn]: number } & {
  /** Pairs of a speed in whole km/h and its vehicles. */
  readonly speed_counts: number[];
};

/** Those that are not added up but compared. */
const MAXIMA: readonly string[] = [SUM_COLUMNS.maxQueueVehicles, SUM_COLUMNS.maxQueueM];

/** All columns but the speeds, in one order. */
export const LANE_SUM_COLUMNS: readonly (CountColumn | SumColumn)[] = [
  ...Object.values(COUNT_COLUMNS),
  ...Object.values(SUM_COLUMNS),
];

/** How sums join sums that are stored: for `ON CONFLICT DO UPDATE SET` of a table. */
export function joinedSums(table: string): string {
  const joined = LANE_SUM_COLUMNS.map((column) =>
    MAXIMA.includes(column)
      ? `${column} = greatest(${table}.${column}, excluded.${column})`
      : `${column} = ${table}.${column} + excluded.${column}`,
  );
  return [...joined, `speed_counts = add_speed_counts(${table}.speed_counts, excluded.speed_counts)`].join(
    ', ',
  );
}

export function toSumColumns(sums: LaneSums): LaneSumColumns {
  const counts = Object.entries(COUNT_COLUMNS).map(([name, column]) => [
    column,
    sums.counts[name as VehicleClass] ?? 0,
  ]);
  const others = Object.entries(SUM_COLUMNS).map(([name, column]) => [column, sums[name as SumName]]);
  const speeds = Object.entries(sums.speedHistogram)
    .map(([speed, vehicles]) => [Number(speed), vehicles] as const)
    .sort(([a], [b]) => a - b);
  return { ...Object.fromEntries([...counts, ...others]), speed_counts: speeds.flat() };
}

export function fromSumColumns(row: LaneSumColumns): LaneSums {
  const counts = Object.entries(COUNT_COLUMNS).flatMap(([name, column]) =>
    row[column] === 0 ? [] : [[name, row[column]]],
  );
  const speedHistogram: SpeedHistogram = {};
  for (let index = 0; index < row.speed_counts.length; index += 2)
    speedHistogram[String(row.speed_counts[index])] = row.speed_counts[index + 1]!;
  const others = Object.entries(SUM_COLUMNS).map(([name, column]) => [name, row[column]]);
  return LaneSums.parse({
    ...Object.fromEntries(others),
    counts: Object.fromEntries(counts),
    speedHistogram,
  });
}
