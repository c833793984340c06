import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTrendWords } from './use-trend-words.ts';

/** Counts over time, their trend without season, and where the level changed. */
export function TrendChart({
  series,
  at,
  alpha,
  height,
  marks,
}: {
  series: TrendSeries;
  /** Beginning of each step. */
  at: readonly string[];
  alpha: number;
  height: number;
  marks?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTrendWords();
  const incidents = t('crimeTime.incidents');
  const trendName = t('crimeTrends.trend');
  const changeName = t('crimeTrends.change');
  const { counts, trend, changes } = series;
  const key = JSON.stringify({ at, counts, trend, steps: changes.map(({ step }) => step) });
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const drawn = JSON.parse(key) as {
        at: string[];
        counts: number[];
        trend: number[] | null;
        steps: number[];
      };
      const over = (values: readonly number[]) =>
        values.map((value, step) => [Date.parse(drawn.at[step]!), value]);
      const changed = drawn.steps.flatMap((step) => drawn.at[step] ?? []);
      return {
        legend: { show: true },
        xAxis: { type: 'time' },
        yAxis: { type: 'value', name: incidents, min: 0 },
        series: [
          {
            type: 'line',
            name: incidents,
            data: over(drawn.counts),
            showSymbol: false,
            lineStyle: { width: 1, color: theme.quiet },
            itemStyle: { color: theme.quiet },
            ...(changed.length > 0 && {
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: theme.series[1], type: 'dashed', width: 1.5 },
                label: { formatter: changeName, color: theme.text },
                data: changed.map((instant) => ({ xAxis: Date.parse(instant) })),
              },
            }),
          },
          ...(drawn.trend === null
            ? []
            : [
                {
                  type: 'line',
                  name: trendName,
                  data: over(drawn.trend),
                  showSymbol: false,
                  lineStyle: { width: 3, color: theme.series[0] },
                  itemStyle: { color: theme.series[0] },
                },
              ]),
        ],
      };
    },
    [key, incidents, trendName, changeName],
  );
  return (
    <Chart
      title={words.finding(series, alpha)}
      height={height}
      option={option}
      marks={marks}
      table={{
        columns: [t('crimeTrends.from'), incidents, trendName],
        rows: counts.map((count, step) => [format.date(at[step]!), count, trend?.[step] ?? null]),
      }}
    />
  );
}
