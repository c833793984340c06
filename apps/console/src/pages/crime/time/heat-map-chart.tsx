import { useComputedColorScheme } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { viridis } from '../../../components/viridis.ts';
import { useFormat } from '../../../format/use-format.ts';
import { peakOf, useDayNames } from './week-sums.ts';

const STEPS = 9;

/** Hours of the week by colour; its title names the busiest. */
export function HeatMapChart({
  hours,
  marks,
}: {
  /** 7 days from Monday × 24 hours. */
  hours: readonly (readonly number[])[];
  marks?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDayNames();
  const ground = useComputedColorScheme();
  const hourName = t('crimeTime.hour');
  const incidents = t('crimeTime.incidents');
  const key = JSON.stringify({ hours, days });
  const { locale } = format;
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const week = JSON.parse(key) as { hours: number[][]; days: string[] };
      const write = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      // With commas: the chart does not read CSS' newer form.
      const colours = Array.from({ length: STEPS }, (_, step) => {
        const share = step / (STEPS - 1);
        return `rgb(${viridis(ground === 'dark' ? share : 1 - share).join(',')})`;
      });
      return {
        grid: { top: 8, bottom: 64 },
        tooltip: {
          trigger: 'item',
          renderMode: 'richText',
          formatter: ({ value: [hour, day, count] }: { value: [number, number, number] }) =>
            `${week.days[day]} ${hour}–${hour + 1}: ${write.format(count)}`,
        },
        xAxis: {
          type: 'category',
          name: hourName,
          nameLocation: 'middle',
          nameGap: 26,
          nameTextStyle: { color: theme.quiet, align: 'center' },
          data: Array.from({ length: 24 }, (_, hour) => String(hour)),
        },
        // Monday on top, as in a calendar.
        yAxis: { type: 'category', inverse: true, data: week.days },
        visualMap: {
          min: 0,
          max: Math.max(1, ...week.hours.flat()),
          calculable: false,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemWidth: 12,
          itemHeight: 160,
          text: [`${write.format(Math.max(0, ...week.hours.flat()))} ${incidents}`, '0'],
          textStyle: { color: theme.text },
          inRange: { color: colours },
        },
        series: [
          {
            type: 'heatmap',
            data: week.hours.flatMap((counts, day) => counts.map((count, hour) => [hour, day, count])),
            itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          },
        ],
      };
    },
    [key, ground, hourName, incidents, locale],
  );
  const peak = peakOf(hours);
  return (
    <Chart
      title={
        peak === null
          ? t('crimeTime.none')
          : t('crimeTime.finding', {
              day: days[peak.day] ?? '',
              from: format.number(peak.hour),
              to: format.number(peak.hour + 1),
              incidents: format.number(peak.count, 1),
              times: format.number(peak.timesMean, 1),
            })
      }
      height={330}
      option={option}
      marks={marks}
      table={{
        columns: [t('crimeTime.day'), ...Array.from({ length: 24 }, (_, hour) => format.number(hour))],
        rows: hours.map((counts, day) => [days[day]!, ...counts.map((count) => Math.round(count * 10) / 10)]),
      }}
    />
  );
}
