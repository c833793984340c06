import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { comparable } from './comparable.ts';

/** More stand in the table. */
const DRAWN = 30;

/** Ratio of the rates of each area with its interval, on a scale on which half and double are as far from one. */
export function RatioChart({ areas, simulated }: { areas: ComparisonResult['areas']; simulated: boolean }) {
  const { t } = useTranslation();
  const shown = comparable(areas).slice(0, DRAWN);
  const name = t('crimeCompare.ratio');
  const key = JSON.stringify(shown);
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const rows = JSON.parse(key) as typeof shown;
      const { series, tooltip } = intervalChart(
        theme,
        name,
        rows.map(({ ratio, low, high }, at) => ({ at, value: ratio, low, high })),
      );
      return {
        tooltip,
        xAxis: {
          type: 'category',
          data: rows.map((row) => row.name),
          axisLabel: { color: theme.quiet, rotate: 40, hideOverlap: true },
        },
        yAxis: { type: 'log', name, logBase: 2 },
        series: series.map((one, place) => ({
          ...one,
          ...(place === 1 && {
            markLine: {
              symbol: 'none',
              silent: true,
              label: { show: false },
              lineStyle: { color: theme.quiet, type: 'dashed' },
              data: [{ yAxis: 1 }],
            },
          }),
        })),
      };
    },
    [key, name],
  );
  if (shown.length === 0) return null;
  return (
    <Chart
      title={t('crimeCompare.chart', {
        count: areas.filter(({ change }) => change !== 'none').length,
        all: areas.length,
      })}
      height={280}
      option={option}
      marks={simulated ? <SimulatedMark /> : undefined}
      table={{
        columns: [t('crimeCompare.area'), name, t('crimeCompare.low'), t('crimeCompare.high')],
        rows: shown.map((row) => [row.name, row.ratio, row.low, row.high]),
      }}
    />
  );
}
