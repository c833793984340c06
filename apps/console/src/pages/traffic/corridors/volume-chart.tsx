import type { CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** More lines than colours are told apart by nobody; the table has all of them. */
const MOST_LINES = 6;

/** Flow of each approach of a corridor over time. */
export function VolumeChart({ measures: { stops } }: { measures: CorridorMeasures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('traffic.axis.flow');
  const flows = stops.map(({ approach, points }) => ({
    approach,
    vehicles: points.reduce((sum, { figures }) => sum + (figures?.vehicles ?? 0), 0),
    data: points.map(({ from, figures }) => [Date.parse(from), figures?.flowVehPerHour?.value ?? null]),
  }));
  const drawn = flows.toSorted((a, b) => b.vehicles - a.vehicles).slice(0, MOST_LINES);
  const key = JSON.stringify(drawn);
  const option = useCallback(
    (): EChartsCoreOption => ({
      legend: { show: true, type: 'plain' },
      grid: { bottom: 44 },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name, min: 0 },
      series: (JSON.parse(key) as typeof drawn).map(({ approach, data }) => ({
        ...{ type: 'line', name: approach, data, connectNulls: false, showSymbol: false },
      })),
    }),
    [key, name],
  );
  const most = drawn[0];
  return (
    <Chart
      title={
        most === undefined || most.vehicles === 0
          ? t('traffic.finding.noVehicles')
          : t('traffic.finding.volume', { approach: most.approach, number: format.number(most.vehicles) })
      }
      option={option}
      height={200}
      table={{
        columns: [t('traffic.from'), ...stops.map(({ approach }) => approach)],
        rows: (stops[0]?.points ?? []).map(({ from }, index) => [
          format.dateTime(from),
          ...stops.map(({ points }) => points[index]?.figures?.flowVehPerHour?.value ?? null),
        ]),
      }}
    />
  );
}
