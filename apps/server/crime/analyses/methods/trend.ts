import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';
import { instantOf } from '@amaan/contracts/instant';
import { falseDiscoveryAdjusted } from '@amaan/crime-analytics/autocorrelation/false-discovery';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import { findChangePoints } from '@amaan/crime-analytics/time/change-points';
import { decomposeSeries } from '@amaan/crime-analytics/time/decompose-series';
import { type IncidentSeries, incidentSeries } from '@amaan/crime-analytics/time/incident-series';
import { fitTrend } from '@amaan/crime-analytics/time/trend';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote, type QuestionOf } from '../analysis-method.ts';

/** Steps of a season. */
const SEASON = { day: 7, week: 52, month: 12 } as const;

/** Of the shuffles that changes are tested by. */
const SEED = 1;

/** How counts developed, all together and by kind of offence: season, trend with significance, changes of level. */
export const trendMethod: AnalysisMethod<'trend'> = {
  finish(question, data) {
    const { step, alpha, byKind } = question.settings;
    const kinds = byKind ? [...new Set(data.kinds)].sort() : [];
    const asked = [null, ...(kinds.length > 1 ? kinds : [])];
    const all = asked.map((kind) => ({ kind, counted: seriesOf(question, data, kind) }));
    const series = all.map(({ kind, counted }) => toldSeries(kind, counted, alpha));
    const q = falseDiscoveryAdjusted(series.map(({ yearly }) => yearly?.p ?? Number.NaN));
    return {
      result: {
        kind: 'trend',
        step,
        at: Array.from(all[0]!.counted.starts, (start) => instantOf(start)),
        series: series.map((one, at) => ({
          ...one,
          yearly: one.yearly === null ? null : { ...one.yearly, q: Math.min(1, q[at] ?? 1) },
        })),
      },
      notes: [
        ...(series.some(({ trend }) => trend !== null) ? [methodNote('method-stl')] : []),
        methodNote('method-trend', { alpha }),
        limitNote('limit-no-cause'),
      ],
    };
  },
};

function seriesOf(
  { selection, settings }: QuestionOf<'trend'>,
  { incidents, kinds, timeZone }: AnalysisData,
  kind: string | null,
): IncidentSeries {
  return incidentSeries(incidents, {
    step: settings.step,
    timeZone,
    from: Date.parse(selection.period.from),
    until: Date.parse(selection.period.until),
    ...(kind !== null && { isWanted: (at: number) => kinds[incidents.offence[at]!] === kind }),
  });
}

function toldSeries(offenceKind: string | null, series: IncidentSeries, alpha: number): TrendSeries {
  const parts = orNull(() =>
    decomposeSeries(series.counts, { period: SEASON[series.step], seasonalWindow: 'periodic' }),
  );
  const fit = orNull(() => fitTrend(series));
  // Without the season, or every summer is a change.
  const exposures = series.days.map((days, at) => days * (fit?.season[at] ?? 1));
  const found = orNull(() => findChangePoints({ counts: series.counts, exposures }, { seed: SEED }));
  return {
    offenceKind,
    counts: [...series.counts],
    trend: parts && [...parts.trend],
    seasonal: parts && [...parts.seasonal],
    remainder: parts && [...parts.remainder],
    yearly: fit && {
      factor: fit.perYear.ratio,
      low: fit.perYear.low,
      high: fit.perYear.high,
      p: fit.p,
      q: fit.p,
    },
    changes: (found?.changes ?? [])
      .filter(({ p }) => p <= alpha)
      .map(({ at, before, after, p }) => ({ step: at, before, after, p })),
  };
}

/** What a series is too short or too empty for is not told of it. */
function orNull<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof CrimeAnalyticsError) return null;
    throw error;
  }
}
