import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';

export type TrendWord = 'rising' | 'falling' | 'steady' | 'unknown';

/** Whether a series goes up or down beyond chance, among all series that were looked at. @param alpha false discovery rate */
export function trendWord({ yearly }: Pick<TrendSeries, 'yearly'>, alpha: number): TrendWord {
  if (yearly === null) return 'unknown';
  if (yearly.q > alpha) return 'steady';
  return yearly.factor > 1 ? 'rising' : 'falling';
}

const ORDER: readonly TrendWord[] = ['rising', 'falling', 'steady', 'unknown'];

/** All together first, then what changes most surely. */
export function sortedSeries(series: readonly TrendSeries[], alpha: number): TrendSeries[] {
  const rank = (one: TrendSeries) => (one.offenceKind === null ? -1 : ORDER.indexOf(trendWord(one, alpha)));
  return series.toSorted((a, b) => rank(a) - rank(b) || (a.yearly?.q ?? 1) - (b.yearly?.q ?? 1));
}
