import type { CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { wholeTravelTimes } from './strip-cells.ts';

/** How long driving the whole corridor takes at the speeds that were measured, over time. */
export function TravelTimeChart({ measures }: { measures: CorridorMeasures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('traffic.axis.minutes');
  const times = wholeTravelTimes(measures);
  const key = JSON.stringify(
    times.map(({ from, seconds }) => [Date.parse(from), seconds === null ? null : seconds / 60]),
  );
  const option = useCallback(
    (): EChartsCoreOption => ({
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name, min: 0 },
      series: [{ type: 'line', name, data: JSON.parse(key), connectNulls: false, symbolSize: 4 }],
    }),
    [key, name],
  );
  const known = times.filter((one) => one.seconds !== null);
  const longest = known.toSorted((a, b) => b.seconds! - a.seconds!)[0];
  const shortest = known.toSorted((a, b) => a.seconds! - b.seconds!)[0];
  if (!longest || !shortest) return <p className="quiet">{t('traffic.finding.noTravel')}</p>;
  const [least, most] = [format.span(shortest.seconds! * 1000), format.span(longest.seconds! * 1000)];
  return (
    <Chart
      title={
        least === most
          ? t('traffic.finding.travelSame', { span: least })
          : t('traffic.finding.travel', { least, most, at: format.dateTime(longest.from) })
      }
      option={option}
      height={200}
      table={{
        columns: [t('traffic.from'), t('traffic.seconds')],
        rows: times.map(({ from, seconds }) => [format.dateTime(from), seconds]),
      }}
    />
  );
}
