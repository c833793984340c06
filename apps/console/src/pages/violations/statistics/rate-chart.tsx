import type { ViolationStatistics } from '@amaan/contracts/violations/violation-figures';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { useFormat } from '../../../format/use-format.ts';

const MOST_BARS = 12;

/** Each camera's rate of cancellation at the least, against the limit at which it stops by itself. */
export function CancellationChart({ rates, limit, leastDecided }: ViolationStatistics) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = t('violationFigures.axis.rate');
  const known = rates
    .filter(({ rate }) => rate.low !== null && rate.decided >= leastDecided)
    .toSorted((a, b) => (b.rate.low ?? 0) - (a.rate.low ?? 0));
  const first = known[0];
  const key = JSON.stringify(
    known
      .slice(0, MOST_BARS)
      .toReversed()
      .map(({ cameraName, rate }) => [cameraName, Number(((rate.low ?? 0) * 100).toFixed(1))]),
  );
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const bars = JSON.parse(key) as [string, number][];
      return {
        xAxis: {
          type: 'value',
          name: axis,
          nameLocation: 'middle',
          nameGap: 24,
          min: 0,
          max: (value: { max: number }) => Math.max(value.max, limit * 110),
        },
        grid: { bottom: 24 },
        yAxis: {
          type: 'category',
          data: bars.map(([name]) => name),
          axisLabel: { color: theme.quiet, width: 200, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            name: axis,
            barMaxWidth: 18,
            itemStyle: { color: theme.series[0] },
            data: bars.map(([, low]) => low),
            markLine: {
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: theme.text, type: 'dashed' },
              data: [{ xAxis: limit * 100 }],
            },
          },
        ],
      };
    },
    [key, axis, limit],
  );
  if (first === undefined)
    return <p className="quiet">{t('violationFigures.camerasNone', { least: leastDecided })}</p>;
  return (
    <Chart
      title={[
        t('violationFigures.camerasFound', {
          camera: first.cameraName,
          low: format.number((first.rate.low ?? 0) * 100, 1),
        }),
        t('violationFigures.camerasFoundLimit', { limit: format.number(limit * 100, 1) }),
      ].join(' ')}
      option={option}
      height={Math.min(known.length, MOST_BARS) * 30 + 84}
      table={{
        columns: [
          t('violationFigures.camera'),
          t('violationFigures.decided'),
          t('violationFigures.cancelled'),
          t('violationFigures.rate'),
        ],
        rows: rates.map(({ cameraName, rate }) => [
          cameraName,
          rate.decided,
          rate.cancelled,
          rate.low === null || rate.decided < leastDecided
            ? t('violationFigures.tooFew')
            : t('violationFigures.share', { value: format.number(rate.low * 100, 1) }),
        ]),
      }}
    />
  );
}
