import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { type KnoxBands, type KnoxMetric, type KnoxQuestion, knoxShape } from './knox-question.ts';

/** One band of distance × one band of days. Ends that are null have no bound. */
export interface KnoxCell {
  readonly fromMetres: number;
  /** Not included. */
  readonly toMetres: number | null;
  readonly fromDays: number;
  /** Not included. */
  readonly toDays: number | null;
  /** Pairs of incidents in it. */
  readonly observed: number;
  /** Mean of the replicas. */
  readonly expected: number;
  /** What 95 of 100 replicas lie between. */
  readonly chance: readonly [low: number, high: number];
  /** Observed ÷ expected; null where no replica had any. */
  readonly ratio: number | null;
  /** (1 + replicas with at least as many) ÷ (1 + replicas). */
  readonly p: number;
  /** The same for the whole table: how often any cell of a replica stands out as far as this one (Westfall and Young). */
  readonly tableP: number;
}

export interface KnoxResult {
  readonly metric: KnoxMetric;
  readonly incidents: number;
  readonly pairs: number;
  readonly replicas: number;
  readonly seed: number;
  /** By band of distance, then by band of days. */
  readonly cells: readonly (readonly KnoxCell[])[];
  /** The same for all pairs up to the end of each band: nearer than `toMetres` and within `toDays`. */
  readonly upTo: readonly (readonly KnoxCell[])[];
}

/**
 * The Knox test (E. G. Knox, "The detection of space-time interactions", Applied Statistics 13(1), 1964) with several
 * bands and significance by dealing out the days anew (S. D. Johnson et al., "Space-time patterns of risk: a cross
 * national assessment of residential burglary victimization", Journal of Quantitative Criminology 23, 2007). Cells of one
 * table are many tests; `tableP` allows for that by the largest standardised excess of each replica (P. H. Westfall,
 * S. S. Young, "Resampling-based multiple testing", 1993, single step).
 * @param tables parts as `prepareWork` made them, in order: the data first, then at least 19 replicas
 * @throws CrimeAnalyticsError `TOO_FEW_REPLICAS`
 */
export function summariseKnox(
  { bands, metric, day }: Pick<KnoxQuestion, 'bands' | 'metric' | 'day'>,
  seed: number,
  tables: readonly Float64Array[],
): KnoxResult {
  const { rows, columns } = knoxShape(bands);
  const all = knoxTables(bands, tables);
  if (all.length < 20)
    throw new CrimeAnalyticsError('TOO_FEW_REPLICAS', 'A p-value of 0.05 needs at least 19 replicas.');
  return {
    metric,
    incidents: day.length,
    pairs: (day.length * (day.length - 1)) / 2,
    replicas: all.length - 1,
    seed,
    cells: tableCells(bands, all, false),
    upTo: tableCells(
      bands,
      all.map((table) => cumulated(table, rows, columns)),
      true,
    ),
  };
}

/** The tables one by one: the data first, then the replicas. */
export function knoxTables(bands: KnoxBands, parts: readonly Float64Array[]): Float64Array[] {
  const { rows, columns } = knoxShape(bands);
  const size = rows * columns;
  const tables: Float64Array[] = [];
  for (const part of parts)
    for (let at = 0; at < part.length; at += size) tables.push(part.subarray(at, at + size));
  return tables;
}

function tableCells(
  bands: KnoxBands,
  [observed, ...replicas]: Float64Array[],
  isUpTo: boolean,
): KnoxCell[][] {
  const { rows, columns } = knoxShape(bands);
  const spread = Array.from({ length: rows * columns }, (_, cell) => spreadOf(replicas, cell));
  const excess = (table: Float64Array, cell: number): number => {
    const { mean, deviation } = spread[cell]!;
    const over = table[cell]! - mean;
    // Where no replica differs from another, only more than all of them stands out, and then without end.
    return deviation > 0 ? over / deviation : over > 0 ? Infinity : 0;
  };
  const largest = replicas.map((table) =>
    spread.reduce((most, _, cell) => Math.max(most, excess(table, cell)), -Infinity),
  );
  const share = (count: number): number => (1 + count) / (1 + replicas.length);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = row * columns + column;
      const { mean, low, high } = spread[cell]!;
      const own = observed![cell]!;
      const ownExcess = excess(observed!, cell);
      return {
        fromMetres: isUpTo ? 0 : bands.metres[row]!,
        toMetres: endOf(bands.metres[row + 1]!),
        fromDays: isUpTo ? 0 : bands.days[column]!,
        toDays: endOf(bands.days[column + 1]!),
        observed: own,
        expected: mean,
        chance: [low, high] as const,
        ratio: mean > 0 ? own / mean : null,
        p: share(replicas.filter((table) => table[cell]! >= own).length),
        tableP: share(largest.filter((most) => most >= ownExcess).length),
      };
    }),
  );
}

function endOf(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}

function spreadOf(replicas: readonly Float64Array[], cell: number) {
  const values = Float64Array.from(replicas, (table) => table[cell]!).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return { mean, deviation: Math.sqrt(variance), low: at(0.025), high: at(0.975) };
}

/** Sums of all cells up to the own one in both directions. */
function cumulated(table: Float64Array, rows: number, columns: number): Float64Array {
  const sums = table.slice();
  for (let row = 0; row < rows; row += 1)
    for (let column = 1; column < columns; column += 1)
      sums[row * columns + column]! += sums[row * columns + column - 1]!;
  for (let at = columns; at < sums.length; at += 1) sums[at]! += sums[at - columns]!;
  return sums;
}
