import type { ForecastResult, SurfaceScore } from '@amaan/contracts/crime/forecast';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { useFormat } from '../../../format/use-format.ts';

type Evaluation = NonNullable<ForecastResult['evaluation']>;

/** The PAI of the forecast and of each naive one, with their intervals. */
export function ScoreChart({ evaluation, marks }: { evaluation: Evaluation; marks: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scores: readonly SurfaceScore[] = [evaluation.model, ...evaluation.baselines];
  const option = useCallback(
    (theme: ChartTheme) => {
      const all = [evaluation.model, ...evaluation.baselines];
      return {
        grid: { left: 48, right: 16, top: 32, bottom: 28 },
        xAxis: { type: 'category', data: all.map(({ name }) => t(`crimeForecasts.surface.${name}`)) },
        yAxis: { type: 'value', name: 'PAI', min: 0 },
        ...intervalChart(
          theme,
          'PAI',
          all.map(({ pai, paiInterval: [low, high] }, at) => ({ at, value: pai, low, high })),
        ),
      };
    },
    [evaluation, t],
  );
  return (
    <Chart
      title={t('crimeForecasts.chart', {
        pai: format.number(evaluation.model.pai, 1),
        baseline: t(`crimeForecasts.surface.${evaluation.strongest}`),
        other: format.number(scores.find(({ name }) => name === evaluation.strongest)?.pai ?? 0, 1),
      })}
      marks={marks}
      height={220}
      option={option}
      table={{
        columns: [t('crimeForecasts.column.surface'), 'PAI', t('crimeForecasts.column.interval')],
        rows: scores.map(({ name, pai, paiInterval: [low, high] }) => [
          t(`crimeForecasts.surface.${name}`),
          format.number(pai, 1),
          `${format.number(low, 1)} – ${format.number(high, 1)}`,
        ]),
      }}
    />
  );
}
