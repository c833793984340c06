import type { FeedbackResult, FeedbackRun } from '@amaan/contracts/crime/feedback-loop';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './feedback.module.css';

/** Shares of the patrols by area over the weeks, without guards and with them, and how wrong they become. */
export function LoopCharts({ result }: { result: FeedbackResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [without, within] = result.runs;
  const ends = (run: FeedbackRun | undefined) => run?.weeks.at(-1);
  const first = ends(without);
  const second = ends(within);
  return (
    <>
      {first && second && (
        <p className="prose">
          {t('crimeFeedback.finding', {
            areas: format.number(result.trueShares.length),
            truth: format.percent(result.trueShares[0] ?? 0),
            without: format.percent(first.patrolShares[0] ?? 0),
            within: format.percent(second.patrolShares[0] ?? 0),
            weeks: format.number(without?.weeks.length ?? 0),
          })}
        </p>
      )}
      <div className={classes.charts}>
        {without && <ShareChart run={without} truth={result.trueShares} />}
        {within && <ShareChart run={within} truth={result.trueShares} />}
      </div>
      <DistortionChart result={result} />
    </>
  );
}

function ShareChart({ run, truth }: { run: FeedbackRun; truth: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useCallback((area: number) => t('crimeFeedback.area', { number: area + 1 }), [t]);
  const option = useCallback(
    (theme: ChartTheme) => ({
      grid: { left: 48, right: 16, top: 32, bottom: 40 },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: { type: 'value', name: t('crimeFeedback.week'), nameLocation: 'middle', nameGap: 26, min: 1 },
      yAxis: { type: 'value', name: t('crimeFeedback.shareOfPatrols'), min: 0, max: 1 },
      series: truth.map((share, area) => ({
        type: 'line',
        name: name(area),
        showSymbol: false,
        lineStyle: { width: area === 0 ? 2.5 : 1 },
        color: theme.series[area % theme.series.length],
        data: run.weeks.map(({ patrolShares }, week) => [week + 1, patrolShares[area] ?? 0]),
        ...(area === 0 && {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { type: 'dashed' },
            label: { formatter: t('crimeFeedback.truth'), position: 'insideEndTop', textBorderWidth: 0 },
            data: [{ yAxis: share }],
          },
        }),
      })),
    }),
    [run, truth, t, name],
  );
  return (
    <Chart
      title={t(run.guards ? 'crimeFeedback.withGuards' : 'crimeFeedback.withoutGuards')}
      height={280}
      marks={<SimulatedMark />}
      option={option}
      table={{
        columns: [t('crimeFeedback.week'), ...truth.map((_, area) => name(area))],
        rows: run.weeks.map(({ patrolShares }, week) => [
          week + 1,
          ...patrolShares.map((share) => format.number(share, 3)),
        ]),
      }}
    />
  );
}

function DistortionChart({ result }: { result: FeedbackResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const option = useCallback(
    (theme: ChartTheme) => ({
      grid: { left: 48, right: 16, top: 40, bottom: 40 },
      legend: {
        show: true,
        data: result.runs.map((run) =>
          t(run.guards ? 'crimeFeedback.withGuards' : 'crimeFeedback.withoutGuards'),
        ),
      },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: { type: 'value', name: t('crimeFeedback.week'), nameLocation: 'middle', nameGap: 26, min: 1 },
      yAxis: { type: 'value', name: t('crimeFeedback.distortion'), min: 0 },
      series: result.runs.flatMap((run, at) => {
        const colour = theme.series[at];
        const name = t(run.guards ? 'crimeFeedback.withGuards' : 'crimeFeedback.withoutGuards');
        const line = (value: (week: FeedbackRun['weeks'][number]) => number) =>
          run.weeks.map((week, index) => [index + 1, value(week)]);
        return [
          { type: 'line', name, showSymbol: false, color: colour, data: line((week) => week.distortion) },
          ...([0, 1] as const).map((end) => ({
            type: 'line',
            name: `${name} ${end}`,
            showSymbol: false,
            color: colour,
            lineStyle: { width: 1, type: 'dotted' },
            tooltip: { show: false },
            legendHoverLink: false,
            data: line((week) => week.distortionInterval[end]),
          })),
        ];
      }),
    }),
    [result, t],
  );
  const weeks = result.runs[0]?.weeks ?? [];
  return (
    <Chart
      title={t('crimeFeedback.distortionTitle')}
      height={240}
      marks={<SimulatedMark />}
      option={option}
      table={{
        columns: [
          t('crimeFeedback.week'),
          ...result.runs.map((run) =>
            t(run.guards ? 'crimeFeedback.withGuards' : 'crimeFeedback.withoutGuards'),
          ),
        ],
        rows: weeks.map((_, week) => [
          week + 1,
          ...result.runs.map((run) => format.number(run.weeks[week]?.distortion ?? 0, 3)),
        ]),
      }}
    />
  );
}
