import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { useFormat } from '../../../format/use-format.ts';
import { type MonthCounts, sum } from './sum-figures.ts';

const SERIES = ['issued', 'contested', 'cancelled'] as const;

/** Issued, contested and cancelled, month by month. */
export function MonthChart({ months }: { months: readonly MonthCounts[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = t('violationFigures.axis.challans');
  const names = SERIES.map((each) => t(`violationFigures.${each}`));
  const key = JSON.stringify({ months, names });
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const drawn = JSON.parse(key) as { months: MonthCounts[]; names: string[] };
      return {
        legend: { show: true },
        xAxis: { type: 'category', data: drawn.months.map(({ month }) => month) },
        yAxis: { type: 'value', name: axis, minInterval: 1 },
        series: SERIES.map((each, index) => ({
          type: 'bar',
          name: drawn.names[index],
          barMaxWidth: 28,
          itemStyle: { color: theme.series[index] },
          data: drawn.months.map((month) => month[each]),
        })),
      };
    },
    [key, axis],
  );
  const issued = sum(months, (month) => month.issued);
  const cancelled = sum(months, (month) => month.cancelled);
  return (
    <Chart
      title={t('violationFigures.monthsFound', {
        count: cancelled,
        issued: format.number(issued),
        cancelled: format.number(cancelled),
        share: format.number(issued === 0 ? 0 : (100 * cancelled) / issued, 1),
      })}
      option={option}
      table={{
        columns: [t('violationFigures.month'), ...names, t('violationFigures.lapsed')],
        rows: months.map((month) => [
          month.month,
          month.issued,
          month.contested,
          month.cancelled,
          month.lapsed,
        ]),
      }}
    />
  );
}
