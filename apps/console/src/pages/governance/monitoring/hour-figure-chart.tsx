import type { Figure } from '@amaan/contracts/monitoring';
import type { HourFigures, MonitoringDetail } from '@amaan/contracts/monitoring-views';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { type Format, useFormat } from '../../../format/use-format.ts';
import { type FigureUnit, inUnit } from './figure-text.tsx';

type HourUnit = FigureUnit | 'level';

/** How each figure of an hour is shown, in the order of the page. */
export const HOUR_CHARTS: readonly {
  readonly of: keyof HourFigures;
  readonly unit: HourUnit;
  /** Which end people look for. */
  readonly extreme: 'highest' | 'lowest';
}[] = [
  { of: 'overrideRate', unit: 'share', extreme: 'highest' },
  { of: 'errorRate', unit: 'share', extreme: 'highest' },
  { of: 'reviewTimeMedian', unit: 'milliseconds', extreme: 'highest' },
  { of: 'confidenceMedian', unit: 'index', extreme: 'lowest' },
  { of: 'calibrationError', unit: 'index', extreme: 'highest' },
  { of: 'brightnessMedian', unit: 'level', extreme: 'lowest' },
  { of: 'sharpnessMedian', unit: 'level', extreme: 'lowest' },
];

/** One figure hour by hour, each point with its interval; hours with too little data have none. */
export function HourFigureChart({
  hours,
  of,
  unit,
  extreme,
}: { hours: MonitoringDetail['hours'] } & (typeof HOUR_CHARTS)[number]) {
  const { t } = useTranslation();
  const format = useFormat();
  const what = t(`monitoring.hourly.${of}`);
  const axis =
    unit === 'milliseconds'
      ? `${what} (${t('monitoring.axis.minutes')})`
      : unit === 'share'
        ? `${what} (%)`
        : what;
  const scale = unit === 'milliseconds' ? 1 / 60_000 : unit === 'share' ? 100 : 1;
  const points = hours.flatMap(({ hour, figures }) => {
    const figure = figures[of];
    return figure.state === 'known' ? [{ hour, figure }] : [];
  });
  const key = JSON.stringify(
    points.map(({ hour, figure: { value, low, high } }) => ({
      at: Date.parse(hour),
      ...{ value: value * scale, low: low * scale, high: high * scale },
    })),
  );
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...intervalChart(theme, axis, JSON.parse(key)),
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name: axis, min: 0, ...(unit === 'share' && { max: 100 }) },
    }),
    [key, axis, unit],
  );
  const sign = extreme === 'highest' ? 1 : -1;
  const [most] = points.toSorted((a, b) => sign * (b.figure.value - a.figure.value));
  const needed = hours.map(({ figures }) => figures[of]).find(({ state }) => state === 'not-enough-data');
  const write = (value: number) => text(format, unit, value);
  return (
    <Chart
      title={
        most === undefined
          ? t('monitoring.finding.hourNone', {
              what,
              needed: needed?.state === 'not-enough-data' ? format.number(needed.needed) : '',
            })
          : [
              t(`monitoring.finding.${extreme}`, {
                what,
                value: write(most.figure.value),
                low: write(most.figure.low),
                high: write(most.figure.high),
                at: format.dateTime(most.hour),
              }),
              points.length < hours.length &&
                t('monitoring.finding.hoursWithout', {
                  number: format.number(hours.length - points.length),
                  hours: format.number(hours.length),
                }),
            ]
              .filter((part) => part !== false)
              .join(' ')
      }
      option={option}
      table={{
        columns: [t('monitoring.axis.hour'), what, t('monitoring.axis.interval'), t('monitoring.axis.count')],
        rows: hours.map(({ hour, figures }) => [
          format.dateTime(hour),
          ...cells(figures[of], write, t('monitoring.tooFewShort')),
        ]),
      }}
    />
  );
}

function cells(figure: Figure, write: (value: number) => string, tooFew: string): (string | number)[] {
  return figure.state === 'known'
    ? [write(figure.value), `${write(figure.low)} – ${write(figure.high)}`, figure.count]
    : [tooFew, '–', figure.count];
}

function text(format: Format, unit: HourUnit, value: number): string {
  return unit === 'level' ? format.number(Math.round(value)) : inUnit(format, unit, value);
}
