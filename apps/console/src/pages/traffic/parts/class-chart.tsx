import type { SeriesPoint } from '@amaan/contracts/traffic/api-lanes';
import { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** Vehicles by class, interval by interval; an interval that was not seen has no bar and no zero in the table. */
export function ClassChart({ points }: { points: readonly SeriesPoint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = VehicleClass.options.map((name) => ({
    name,
    count: points.reduce((sum, { figures }) => sum + (figures?.counts[name] ?? 0), 0),
  }));
  const seen = totals.filter(({ count }) => count > 0);
  const all = seen.reduce((sum, { count }) => sum + count, 0);
  const axis = t('traffic.axis.vehicles');
  const key = JSON.stringify(
    seen.map(({ name }) => ({
      name: t(`object.${name}`),
      data: points.map(({ from, figures }) => [
        Date.parse(from),
        figures ? (figures.counts[name] ?? 0) : null,
      ]),
    })),
  );
  const option = useCallback(
    (): EChartsCoreOption => ({
      legend: { show: true },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name: axis, minInterval: 1 },
      series: (JSON.parse(key) as { name: string; data: (number | null)[][] }[]).map((series) => ({
        ...series,
        ...{ type: 'bar', stack: 'classes', barMaxWidth: 18 },
      })),
    }),
    [key, axis],
  );
  const most = seen.toSorted((a, b) => b.count - a.count)[0];
  return (
    <Chart
      title={
        most === undefined
          ? t('traffic.finding.noVehicles')
          : t('traffic.finding.classes', {
              all: format.number(all),
              share: format.percent(most.count / all),
              class: t(`object.${most.name}`),
            })
      }
      option={option}
      height={200}
      table={{
        columns: [
          t('traffic.from'),
          ...VehicleClass.options.map((name) => t(`object.${name}`)),
          t('traffic.axis.vehicles'),
        ],
        rows: points.map(({ from, figures }) => [
          format.dateTime(from),
          ...VehicleClass.options.map((name) => (figures ? (figures.counts[name] ?? 0) : null)),
          figures?.vehicles ?? null,
        ]),
      }}
    />
  );
}
