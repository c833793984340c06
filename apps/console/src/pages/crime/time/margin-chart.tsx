import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** Incidents by hour of the day or by day of the week, as bars; its title names the most frequent. */
export function MarginChart({
  name,
  values,
  labels,
  finding,
  marks,
}: {
  /** Of the axis. */
  name: string;
  values: readonly number[];
  labels: readonly string[];
  finding: 'crimeTime.hourFinding' | 'crimeTime.dayFinding';
  marks?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const incidents = t('crimeTime.incidents');
  const key = JSON.stringify({ values, labels });
  const option = useCallback((): EChartsCoreOption => {
    const bars = JSON.parse(key) as { values: number[]; labels: string[] };
    return {
      xAxis: { type: 'category', data: bars.labels },
      yAxis: { type: 'value', name: incidents },
      series: [
        { type: 'bar', name: incidents, data: bars.values.map((value) => Math.round(value * 10) / 10) },
      ],
    };
  }, [key, incidents]);
  const sum = values.reduce((total, value) => total + value, 0);
  const most = values.indexOf(Math.max(...values));
  return (
    <Chart
      title={
        sum === 0
          ? t('crimeTime.none')
          : t(finding, { most: labels[most] ?? '', share: format.percent((values[most] ?? 0) / sum) })
      }
      height={200}
      option={option}
      marks={marks}
      table={{
        columns: [name, incidents],
        rows: values.map((value, place) => [labels[place]!, Math.round(value * 10) / 10]),
      }}
    />
  );
}
