import type { AnalysisResult, TrendResult } from '@amaan/contracts/crime/analysis-result';
import {
  type CellSet,
  cellRing,
  decodeRaster,
  latticeRing,
  type Raster,
} from '@amaan/contracts/crime/cell-lattice';
import type { FeedbackResult } from '@amaan/contracts/crime/feedback-loop';
import type { Position } from '@amaan/contracts/geometry';
import { circle } from './circle.ts';

export type TableValue = string | number | boolean | null;

/** A result as rows: what CSV and GeoJSON are both made from. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly values: readonly TableValue[];
    /** The closed ring that the row is about; null: it has no place. */
    readonly ring: readonly Position[] | null;
  }[];
}

/** Cells of a raster below this share of its highest value are left out of files: they are most of them, and next to nothing. */
const LEAST_OF_HIGHEST = 0.01;

/** The rows of a result. */
const DENSITY_COLUMNS = {
  'per-km2': 'incidents_per_km2',
  'per-km-road': 'incidents_per_km_of_road',
  'log-ratio': 'log_ratio',
} as const;

export function resultTable(result: AnalysisResult): ResultTable {
  switch (result.kind) {
    case 'density':
      return rasterTable(result.raster, DENSITY_COLUMNS[result.unit]);
    case 'self-exciting':
      return rasterTable(result.raster, 'incidents_per_km2_and_day');
    case 'hot-spots':
      return cellTable(result.cells, {
        incidents: result.counts,
        z: result.z,
        p: result.p,
        q: result.q,
        mark: result.marks,
      });
    case 'emerging':
      return cellTable(result.cells, {
        hot: result.hot,
        cold: result.cold,
        trend_z: result.trendZ,
        trend_p: result.trendP,
      });
    case 'risk-surface':
      return cellTable(result.cells, { expected: result.expected });
    case 'forecast':
      return cellTable(result.cells, {
        rank: result.expected.map((_, at) => at + 1),
        expected: result.expected,
      });
    case 'clusters':
      return table(
        [
          'longitude',
          'latitude',
          'radius_m',
          'from',
          'until',
          'observed',
          'expected',
          'relative_risk',
          'llr',
          'p',
        ],
        result.clusters.map((one) => ({
          values: [
            ...one.centre,
            ...[one.radiusMetres, one.from, one.until, one.observed, one.expected],
            ...[one.relativeRisk, one.logLikelihoodRatio, one.p],
          ],
          ring: circle(one.centre, one.radiusMetres),
        })),
      );
    case 'near-repeat':
      return table(
        ['up_to_m', 'up_to_days', 'observed', 'expected', 'p'],
        result.metres.flatMap((metres, row) =>
          result.days.map((days, column) => ({
            values: [
              ...[metres, days, result.observed[row]?.[column] ?? null],
              ...[result.expected[row]?.[column] ?? null, result.p[row]?.[column] ?? null],
            ],
            ring: null,
          })),
        ),
      );
    case 'comparison':
      return table(
        ['area', 'before', 'after', 'ratio', 'low', 'high', 'p', 'q', 'change'],
        result.areas.map((one) => ({
          values: [
            ...[one.name, one.before, one.after, one.ratio, one.low, one.high],
            ...[one.p, one.q, one.change],
          ],
          ring: one.ring,
        })),
      );
    case 'trend':
      return trendTable(result);
    case 'heat-map':
      return table(
        ['weekday', 'hour', 'incidents'],
        result.hours.flatMap((hours, weekday) =>
          hours.map((incidents, hour) => ({ values: [weekday + 1, hour, incidents], ring: null })),
        ),
      );
    case 'feedback-loop':
      return feedbackTable(result);
    case 'patrol-audit':
      return table(
        [
          ...['area', 'patrol_hours', 'reported', 'officer_initiated', 'patrol_share', 'reported_share'],
          ...['fair_share', 'times_fair', 'times_reported', 'flags'],
        ],
        result.areas.map((one) => ({
          values: [
            ...[one.name, one.patrolHours, one.reported, one.officerInitiated, one.patrolShare],
            ...[one.reportedShare, one.fairShare, one.timesFair, one.timesReported, one.flags.join(' ')],
          ],
          ring: null,
        })),
      );
  }
}

function table(columns: readonly string[], rows: ResultTable['rows']): ResultTable {
  return { columns, rows };
}

function cellTable(cells: CellSet, columns: Readonly<Record<string, readonly TableValue[]>>): ResultTable {
  const names = Object.keys(columns);
  return table(
    ['cell', ...names],
    cells.cells.map((cell, place) => ({
      values: [cell, ...names.map((name) => columns[name]?.[place] ?? null)],
      ring: cellRing(cells, place),
    })),
  );
}

function rasterTable(raster: Raster, column: string): ResultTable {
  const least = LEAST_OF_HIGHEST * Math.max(Math.abs(raster.maximum), Math.abs(raster.minimum));
  const rows: { values: TableValue[]; ring: Position[] }[] = [];
  for (const [cell, value] of decodeRaster(raster).entries())
    if (Math.abs(value) >= least && value !== 0)
      rows.push({ values: [cell, value], ring: latticeRing(raster.lattice, cell) });
  return table(['cell', column], rows);
}

function trendTable({ at, series }: TrendResult): ResultTable {
  return table(
    ['offence_kind', 'from', 'incidents', 'trend', 'seasonal', 'remainder'],
    series.flatMap((one) =>
      at.map((from, step) => ({
        values: [
          ...[one.offenceKind ?? 'all', from, one.counts[step] ?? null, one.trend?.[step] ?? null],
          ...[one.seasonal?.[step] ?? null, one.remainder?.[step] ?? null],
        ],
        ring: null,
      })),
    ),
  );
}

function feedbackTable({ runs, trueShares }: FeedbackResult): ResultTable {
  return table(
    ['guards', 'week', 'area', 'true_share', 'patrol_share', 'recorded_share', 'distortion'],
    runs.flatMap(({ guards, weeks }) =>
      weeks.flatMap((week, at) =>
        trueShares.map((share, area) => ({
          values: [
            ...[guards, at + 1, area + 1, share, week.patrolShares[area] ?? null],
            ...[week.recordedShares[area] ?? null, week.distortion],
          ],
          ring: null,
        })),
      ),
    ),
  );
}
