import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import { latticeRing } from '@amaan/contracts/crime/cell-lattice';
import type { Position } from '@amaan/contracts/geometry';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import { cellAt, cellCount } from '@amaan/crime-analytics/grid/cell-grid';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';
import {
  comparePeriods,
  countDispersion,
  type PeriodComparison,
} from '@amaan/crime-analytics/time/compare-periods';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote, type QuestionOf } from '../analysis-method.ts';
import { areaAt } from '../area-of-cells.ts';
import { finiteOrNull } from '../finite.ts';
import { latticeOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Two periods, area by area, with incidents that cluster allowed for. */
export const comparisonMethod: AnalysisMethod<'comparison'> = {
  finish(question, data) {
    const { selection, settings } = question;
    const earlier = data.earlier ?? { ...data.incidents, length: 0 };
    const areas = areasOf(question, data);
    const before = counted(earlier, areas);
    const after = counted(data.incidents, areas);
    const spans = { before: spanOf(settings.before), after: spanOf(selection.period) };
    const dispersion = countDispersion([
      ...weeksOf(earlier, areas, spans.before),
      ...weeksOf(data.incidents, areas, spans.after),
    ]);
    const compared = comparePeriods({
      ...{ before, after, dispersion, level: 1 - settings.alpha },
      daysBefore: (spans.before.until - spans.before.from) / DAY_MS,
      daysAfter: (spans.after.until - spans.after.from) / DAY_MS,
    });
    const told = compared.areas.flatMap((one, at) =>
      // Cells without incidents in either period are most of a map.
      one.before + one.after > 0 || settings.areas.by === 'boundaries'
        ? [{ ...areas.list[at]!, ...viewOf(one), q: one.q, change: changeOf(one) }]
        : [],
    );
    return {
      result: { kind: 'comparison', areas: told, total: viewOf(compared.total) },
      notes: [
        methodNote('method-comparison', { alpha: settings.alpha, dispersion }),
        limitNote('limit-no-cause'),
      ],
    };
  },
};

interface ComparedAreas {
  readonly list: readonly {
    readonly boundaryId: string | null;
    readonly name: string;
    readonly ring: Position[];
  }[];
  /** Index into the list, −1 for none. */
  readonly at: (x: number, y: number) => number;
}

/** @throws CrimeAnalyticsError `NO_BOUNDARIES` */
function areasOf({ settings }: QuestionOf<'comparison'>, data: AnalysisData): ComparedAreas {
  if (settings.areas.by === 'boundaries') {
    if (data.areas.length === 0)
      throw new CrimeAnalyticsError(
        'NO_BOUNDARIES',
        'No station areas are stored for this site; store them, or compare cells.',
      );
    return {
      list: data.areas.map(({ id, name, rings }) => ({ boundaryId: id, name, ring: closed(rings[0] ?? []) })),
      at: (x, y) => areaAt(data.areas, x, y),
    };
  }
  const grid = studyGrid(data, settings.areas.metres);
  const lattice = latticeOf(grid, data.crs);
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell).filter(
    (cell) => !grid.mask || grid.mask[cell] === 1,
  );
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  return {
    list: cells.map((cell) => ({ boundaryId: null, name: String(cell), ring: latticeRing(lattice, cell) })),
    at: (x, y) => placeOf.get(cellAt(grid, x, y)) ?? -1,
  };
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first];
}

function counted(incidents: IncidentColumns, areas: ComparedAreas): Int32Array {
  const counts = new Int32Array(areas.list.length);
  for (let at = 0; at < incidents.length; at += 1) {
    const area = areas.at(incidents.x[at]!, incidents.y[at]!);
    if (area >= 0) counts[area]! += 1;
  }
  return counts;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

function spanOf({ from, until }: { readonly from: string; readonly until: string }): Span {
  return { from: Date.parse(from), until: Date.parse(until) };
}

/** Counts by area and whole week: what is more than chance from week to week makes every difference less sure. */
function weeksOf(incidents: IncidentColumns, areas: ComparedAreas, { from, until }: Span): Float64Array[] {
  const weeks = Math.floor((until - from) / WEEK_MS);
  if (weeks < 2) return [];
  const series = areas.list.map(() => new Float64Array(weeks));
  for (let at = 0; at < incidents.length; at += 1) {
    const area = areas.at(incidents.x[at]!, incidents.y[at]!);
    const week = Math.floor(((incidents.from[at]! + incidents.until[at]!) / 2 - from) / WEEK_MS);
    if (area >= 0 && week >= 0 && week < weeks) series[area]![week]! += 1;
  }
  return series;
}

function viewOf({ before, after, ratio, low, high, p }: PeriodComparison) {
  return { before, after, ratio: finiteOrNull(ratio), low: finiteOrNull(low), high: finiteOrNull(high), p };
}

function changeOf({ isSignificant, ratio }: PeriodComparison): ComparisonResult['areas'][number]['change'] {
  if (!isSignificant) return 'none';
  return ratio > 1 ? 'more' : 'fewer';
}
