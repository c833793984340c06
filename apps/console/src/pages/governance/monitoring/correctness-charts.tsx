import type { Figure } from '@amaan/contracts/monitoring';
import type { MonitoringDetail } from '@amaan/contracts/monitoring-views';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { useFormat } from '../../../format/use-format.ts';

const OBJECTS_OF = {
  camera: 'monitoring.part.camera',
  'object-class': 'monitoring.part.class',
  'time-of-day': 'monitoring.part.time',
} as const;

/** How often the model was right where it was how sure. On the diagonal, confidence is what it says. */
export function CalibrationChart({ calibration }: { calibration: MonitoringDetail['calibration'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { error, bins } = calibration;
  const [confidence, right] = [t('monitoring.axis.confidence'), t('monitoring.axis.right')];
  const perfect = t('monitoring.axis.perfect');
  const option = useCallback(
    (theme: ChartTheme) => {
      const points = bins.map((bin) => ({ at: bin.meanConfidence, figure: bin.right }));
      const chart = intervalChart(theme, right, knownOf(points));
      const diagonal = {
        type: 'line',
        name: perfect,
        silent: true,
        symbol: 'none',
        lineStyle: { color: theme.quiet, type: 'dashed', width: 1 },
        data: [
          [0, 0],
          [1, 1],
        ],
      };
      return {
        ...chart,
        series: [diagonal, ...chart.series],
        xAxis: { type: 'value', name: confidence, nameLocation: 'middle', nameGap: 24, min: 0, max: 1 },
        yAxis: { type: 'value', name: right, min: 0, max: 1 },
        grid: { bottom: 24 },
      };
    },
    [bins, confidence, right, perfect],
  );
  return (
    <Chart
      title={
        error.state === 'known'
          ? t('monitoring.finding.calibration', {
              value: format.confidence(error.value),
              low: format.confidence(error.low),
              high: format.confidence(error.high),
            })
          : t('monitoring.finding.noCalibration', {
              number: format.number(error.count),
              needed: format.number(error.needed),
            })
      }
      option={option}
      table={{
        columns: [confidence, right, t('monitoring.axis.interval'), t('monitoring.axis.count')],
        rows: bins.map((bin) => [
          `${format.confidence(bin.from)} – ${format.confidence(bin.to)}`,
          ...cellsOf(bin.right, format.confidence, t('monitoring.tooFewShort')),
        ]),
      }}
    />
  );
}

/** How often the model was wrong, by camera, by object class and by day and night. */
export function ErrorChart({ errors }: { errors: MonitoringDetail['errors'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = t('monitoring.axis.errorShare');
  const labelOf = (part: (typeof errors)[number]) =>
    part.dimension === 'time-of-day' && (part.part === 'day' || part.part === 'night')
      ? t(`monitoring.part.${part.part}`)
      : part.part;
  const labels = errors.map(labelOf);
  const known = knownOf(errors.map((part, at) => ({ at, figure: part.rate })));
  const key = JSON.stringify([labels, known]);
  const option = useCallback(
    (theme: ChartTheme) => {
      const [names, points] = JSON.parse(key) as [string[], ReturnType<typeof knownOf>];
      return {
        ...intervalChart(theme, rate, points),
        xAxis: {
          type: 'category',
          data: names,
          axisLabel: { interval: 0, hideOverlap: true, width: 90, overflow: 'truncate' },
        },
        yAxis: { type: 'value', name: rate, min: 0, max: 1 },
      };
    },
    [key, rate],
  );
  const worst = errors
    .filter((part) => part.rate.state === 'known')
    .sort((a, b) => lowOf(b.rate) - lowOf(a.rate))[0];
  return (
    <Chart
      title={
        worst?.rate.state === 'known'
          ? t('monitoring.finding.errors', {
              part: labelOf(worst),
              share: format.percent(worst.rate.value),
              low: format.percent(worst.rate.low),
              high: format.percent(worst.rate.high),
            })
          : t('monitoring.finding.noErrors')
      }
      option={option}
      table={{
        columns: [
          t('monitoring.axis.dimension'),
          t('monitoring.axis.part'),
          rate,
          t('monitoring.axis.interval'),
          t('monitoring.axis.count'),
        ],
        rows: errors.map((part) => [
          t(OBJECTS_OF[part.dimension]),
          labelOf(part),
          ...cellsOf(part.rate, format.confidence, t('monitoring.tooFewShort')),
        ]),
      }}
    />
  );
}

function knownOf(points: readonly { readonly at: number; readonly figure: Figure }[]) {
  return points.flatMap(({ at, figure }) =>
    figure.state === 'known' ? { at, value: figure.value, low: figure.low, high: figure.high } : [],
  );
}

function cellsOf(
  figure: Figure,
  write: (value: number) => string,
  tooFew: string,
): (string | number | null)[] {
  return figure.state === 'known'
    ? [figure.value, `${write(figure.low)} – ${write(figure.high)}`, figure.count]
    : [tooFew, null, figure.count];
}

function lowOf(figure: Figure): number {
  return figure.state === 'known' ? figure.low : 0;
}
