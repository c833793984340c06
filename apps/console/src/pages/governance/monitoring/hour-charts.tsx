import type { Figure } from '@amaan/contracts/monitoring';
import type { MonitoringDetail } from '@amaan/contracts/monitoring-views';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { useFormat } from '../../../format/use-format.ts';
import { duration } from './figure-text.tsx';

type Hours = MonitoringDetail['hours'];
const SECOND_MS = 1_000;

/** Reports an hour. */
export function VolumeChart({ hours }: { hours: Hours }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('monitoring.axis.reports');
  const option = useCallback(
    (): EChartsCoreOption => ({
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name, minInterval: 1 },
      series: [{ type: 'bar', name, barMaxWidth: 18, data: hours.map(({ hour, volume }) => [hour, volume]) }],
    }),
    [hours, name],
  );
  const total = hours.reduce((sum, { volume }) => sum + volume, 0);
  return (
    <Chart
      title={t('monitoring.finding.volume', {
        total: format.number(total),
        hours: format.number(hours.length),
      })}
      option={option}
      table={{
        columns: [t('monitoring.axis.hour'), name],
        rows: hours.map(({ hour, volume }) => [format.dateTime(hour), volume]),
      }}
    />
  );
}

/** Seconds from capture to storage. */
export function LatencyChart({ hours }: { hours: Hours }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = [t('monitoring.axis.median'), t('monitoring.axis.p95')];
  const [median, p95] = names;
  const unit = t('monitoring.axis.seconds');
  const option = useCallback(
    (): EChartsCoreOption => ({
      legend: { show: true },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name: unit, min: 0 },
      series: [
        {
          type: 'line',
          showSymbol: hours.length < 3,
          name: median,
          data: hours.map((one) => [one.hour, seconds(one.latencyMedian)]),
        },
        {
          type: 'line',
          showSymbol: hours.length < 3,
          name: p95,
          lineStyle: { type: 'dashed' },
          data: hours.map((one) => [one.hour, seconds(one.latencyP95)]),
        },
      ],
    }),
    [hours, median, p95, unit],
  );
  const worst = hours.reduce<number | null>(
    (most, { latencyP95 }) => (latencyP95 === null ? most : Math.max(most ?? 0, latencyP95)),
    null,
  );
  return (
    <Chart
      title={
        worst === null
          ? t('monitoring.finding.noLatency')
          : t('monitoring.finding.latency', { worst: duration(format.locale, worst) })
      }
      option={option}
      table={{
        columns: [t('monitoring.axis.hour'), ...names.map((name) => `${name} (${unit})`)],
        rows: hours.map((one) => [
          format.dateTime(one.hour),
          seconds(one.latencyMedian),
          seconds(one.latencyP95),
        ]),
      }}
    />
  );
}

/** Alerts an hour by what people decided on them. */
export function AlertChart({ hours, overrideRate }: { hours: Hours; overrideRate: Figure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = [
    { name: t('monitoring.axis.confirmed'), of: (one: Hours[number]) => one.confirmed },
    { name: t('monitoring.axis.rejected'), of: (one: Hours[number]) => one.rejected },
    {
      name: t('monitoring.axis.open'),
      of: (one: Hours[number]) => one.alerts - one.confirmed - one.rejected,
    },
  ];
  const [confirmed, rejected, open] = parts.map(({ name }) => name);
  const unit = t('monitoring.axis.alerts');
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => ({
      legend: { show: true },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name: unit, minInterval: 1 },
      series: [
        { name: confirmed, data: hours.map((one) => [one.hour, one.confirmed]) },
        { name: rejected, data: hours.map((one) => [one.hour, one.rejected]) },
        {
          name: open,
          itemStyle: { color: theme.line },
          data: hours.map((one) => [one.hour, one.alerts - one.confirmed - one.rejected]),
        },
      ].map((series) => ({ type: 'bar', stack: 'alerts', barMaxWidth: 18, ...series })),
    }),
    [hours, unit, confirmed, rejected, open],
  );
  return (
    <Chart
      title={
        overrideRate.state === 'known'
          ? t('monitoring.finding.override', {
              share: format.percent(overrideRate.value),
              low: format.percent(overrideRate.low),
              high: format.percent(overrideRate.high),
              number: format.number(overrideRate.count),
            })
          : t('monitoring.finding.fewReviews', {
              number: format.number(overrideRate.count),
              needed: format.number(overrideRate.needed),
            })
      }
      option={option}
      table={{
        columns: [t('monitoring.axis.hour'), ...parts.map(({ name }) => name)],
        rows: hours.map((one) => [format.dateTime(one.hour), ...parts.map(({ of }) => of(one))]),
      }}
    />
  );
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / SECOND_MS;
}
