import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';

/** More would be too thin to read; the table has all of them. */
const MOST_BARS = 12;

/** Counts under names as lying bars, most on top, so that long names stay readable. */
export function CountChart({
  title,
  name,
  bars,
}: {
  /** The finding, in one sentence. */
  title: string;
  /** What the bars are named by. */
  name: string;
  bars: readonly { readonly name: string; readonly count: number }[];
}) {
  const { t } = useTranslation();
  const axis = t('violationFigures.axis.count');
  const key = JSON.stringify(bars.slice(0, MOST_BARS).toReversed());
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const drawn = JSON.parse(key) as typeof bars;
      return {
        xAxis: { type: 'value', name: axis, nameLocation: 'middle', nameGap: 24, minInterval: 1 },
        grid: { bottom: 24 },
        yAxis: {
          type: 'category',
          data: drawn.map((bar) => bar.name),
          axisLabel: { color: theme.quiet, width: 220, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            name: axis,
            barMaxWidth: 18,
            itemStyle: { color: theme.series[0] },
            data: drawn.map((bar) => bar.count),
          },
        ],
      };
    },
    [key, axis],
  );
  return (
    <Chart
      title={title}
      option={option}
      height={Math.min(bars.length, MOST_BARS) * 30 + 84}
      table={{ columns: [name, axis], rows: bars.map((bar) => [bar.name, bar.count]) }}
    />
  );
}
