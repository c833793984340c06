import type { SeriesPoint } from '@amaan/contracts/traffic/api-lanes';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { useFormat } from '../../../format/use-format.ts';
import { hasMetres, type Measure, measureOf } from './measures.ts';

/** One measure over time with its interval as a band. A time without figures is a gap in the line. */
export function MeasureChart({
  points,
  measure,
  marks,
}: {
  points: readonly SeriesPoint[];
  measure: Measure;
  marks?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const unit =
    measure === 'queue' && !hasMetres(points.map(({ figures }) => figures)) ? 'queueVehicles' : measure;
  const name = t(`traffic.axis.${unit}`);
  const limit = t('traffic.p85');
  const rows = points.map(({ from, figures }) => ({
    from,
    found: measureOf(figures, measure),
    p85: measure === 'speed' ? (figures?.speed85Kmh ?? null) : null,
    level: measure === 'delay' ? (figures?.levelOfService ?? null) : null,
  }));
  const known = rows.filter(({ found }) => found !== null);
  const key = JSON.stringify(rows.map(({ from, found, p85 }) => [Date.parse(from), found, p85]));
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const all = JSON.parse(key) as [
        number,
        { value: number; low: number | null; high: number | null } | null,
        number | null,
      ][];
      const colour = theme.series[0]!;
      const line = (data: (number | null)[][]) => ({
        type: 'line',
        data,
        showSymbol: false,
        connectNulls: false,
      });
      const band = {
        stack: 'interval',
        symbol: 'none',
        silent: true,
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
      };
      const hasBand = all.some(([, found]) => found?.low != null);
      const has85 = all.some(([, , p85]) => p85 !== null);
      return {
        legend: { show: has85 },
        xAxis: { type: 'time' },
        yAxis: { type: 'value', name, min: 0 },
        series: [
          ...(hasBand
            ? [
                { ...line(all.map(([at, found]) => [at, found?.low ?? null])), ...band },
                {
                  ...line(
                    all.map(([at, found]) => [at, found?.low == null ? null : found.high! - found.low]),
                  ),
                  ...band,
                  areaStyle: { color: colour, opacity: 0.18 },
                },
              ]
            : []),
          {
            ...line(all.map(([at, found]) => [at, found?.value ?? null])),
            name,
            // A point between two gaps has no line to be seen by.
            showSymbol: all.length < 120,
            symbolSize: 4,
            lineStyle: { color: colour, width: 2 },
            itemStyle: { color: colour },
          },
          ...(has85
            ? [
                {
                  ...line(all.map(([at, , p85]) => [at, p85])),
                  name: limit,
                  lineStyle: { type: 'dashed', color: theme.series[1] },
                  itemStyle: { color: theme.series[1] },
                },
              ]
            : []),
        ],
      };
    },
    [key, name, limit],
  );
  const most = known.toSorted((a, b) => b.found!.value - a.found!.value)[0];
  const least = known.toSorted((a, b) => a.found!.value - b.found!.value)[0];
  // Of speeds people look for the lowest, of everything else for the highest.
  const extreme = measure === 'speed' || measure === 'headway' ? least : most;
  const what = t(`traffic.measure.${measure}`);
  const title = [
    extreme === undefined
      ? t('traffic.finding.none', { what })
      : t(extreme === least && extreme !== most ? 'traffic.finding.lowest' : 'traffic.finding.highest', {
          what,
          value: `${format.number(extreme.found!.value, 1)} ${t(`traffic.unitWord.${unit}`)}`,
          at: format.dateTime(extreme.from),
        }),
    ...(extreme !== undefined && known.length < rows.length
      ? [t('traffic.finding.gaps', { count: rows.length - known.length, all: rows.length })]
      : []),
  ].join(' ');
  // An empty pair of axes says less than the sentence does.
  if (extreme === undefined) return <p className="quiet">{title}</p>;
  return (
    <Chart
      title={title}
      option={option}
      height={200}
      {...(marks !== undefined && { marks })}
      table={{
        columns: [
          t('traffic.from'),
          name,
          t('monitoring.axis.interval'),
          ...(measure === 'speed' ? [limit] : []),
          ...(measure === 'delay' ? [t('traffic.levelTitle')] : []),
        ],
        rows: rows.map(({ from, found, p85, level }) => [
          format.dateTime(from),
          found?.value ?? null,
          found?.low == null ? null : `${format.number(found.low, 1)} – ${format.number(found.high!, 1)}`,
          ...(measure === 'speed' ? [p85] : []),
          ...(measure === 'delay' ? [level] : []),
        ]),
      }}
    />
  );
}
