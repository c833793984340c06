import type { ServicePerformance } from '@amaan/contracts/performance';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { useFormat } from '../../../format/use-format.ts';
import { duration } from '../monitoring/figure-text.tsx';

/** Time to acknowledgement by city and shift, with intervals: the phase that a control room can change most. */
export function ServiceChart({ performance }: { performance: ServicePerformance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('performance.medianSeconds');
  const parts = performance.parts.map(({ siteName, shift, phases }) => ({
    label: `${siteName}\n${shift ?? t('performance.allShifts')}`,
    median: phases.find(({ phase }) => phase === 'acknowledgement')?.median,
  }));
  const key = JSON.stringify(parts);
  const option = useCallback(
    (theme: ChartTheme) => {
      const all = JSON.parse(key) as typeof parts;
      const points = all.flatMap(({ median }, at) =>
        median?.state === 'known' ? { at, value: median.value, low: median.low, high: median.high } : [],
      );
      return {
        ...intervalChart(theme, name, points),
        xAxis: { type: 'category', data: all.map(({ label }) => label) },
        yAxis: { type: 'value', name, min: 0 },
      };
    },
    [key, name],
  );
  const whole = performance.whole.find(({ phase }) => phase === 'acknowledgement')?.median;
  const span = (seconds: number) => duration(format.locale, seconds * 1000);
  const title =
    whole?.state === 'known'
      ? t('performance.chartKnown', {
          median: span(whole.value),
          low: span(whole.low),
          high: span(whole.high),
        })
      : t('performance.chartFew', {
          number: format.number(whole?.count ?? 0),
          needed: format.number(whole?.needed ?? 0),
        });
  // Axes without a point say nothing.
  if (!parts.some(({ median }) => median?.state === 'known')) return <p className="quiet">{title}</p>;
  return (
    <Chart
      title={title}
      option={option}
      table={{
        columns: [t('performance.site'), name, t('monitoring.axis.interval'), t('monitoring.axis.count')],
        rows: parts.map(({ label, median }) =>
          median?.state === 'known'
            ? [
                label,
                median.value,
                `${format.number(median.low, 1)} – ${format.number(median.high, 1)}`,
                median.count,
              ]
            : [label, t('monitoring.tooFewShort'), null, median?.count ?? 0],
        ),
      }}
    />
  );
}
