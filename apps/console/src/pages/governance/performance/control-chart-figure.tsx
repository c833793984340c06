import { chartFinding, RULE_WORDS } from '@amaan/contracts/service/chart-words';
import type { ControlChart } from '@amaan/contracts/service/control-chart';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import classes from './performance.module.css';

/** A control chart with its centre and limits; signs of change are larger and of another shape and colour. */
export function ControlChartFigure({ chart }: { chart: ControlChart }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const { points, centre, target, kind, dispersion, charted, step, ranges, rangeUpper } = chart;
  const scale = charted === 'within-target' ? 100 : 1;
  const name = t(`service.axis.${charted}`);
  const words = [
    name,
    t('service.chart.limits'),
    t('service.chart.centre'),
    t('service.chart.sign'),
    t('service.chart.target'),
  ];
  const label = (from: string) => (step === 'shift' ? format.dateTime(from) : format.date(from));
  const labels = points.map(({ from }) => label(from));
  const key = JSON.stringify({ points, centre, target, labels, words });
  const option = useCallback(
    (theme: ChartTheme) => {
      const drawn = JSON.parse(key) as Pick<ControlChart, 'points' | 'centre' | 'target'> & {
        labels: string[];
        words: [string, string, string, string, string];
      };
      const scaled = (value: number | null) => (value === null ? null : value * scale);
      const [own, limits, middle, sign, goal] = drawn.words;
      const line = (title: string, data: (number | null)[], style: object) => ({
        ...{ type: 'line' as const, name: title, data, symbol: 'none', step: 'middle' as const },
        lineStyle: { color: theme.quiet, width: 1, ...style },
        itemStyle: { color: theme.quiet },
      });
      return {
        // In one line: a second one would lie over the dates where the page is narrow.
        legend: { type: 'scroll', show: true, data: [own, sign, limits, middle] },
        xAxis: { type: 'category', data: drawn.labels },
        yAxis: { type: 'value', name: own, scale: true },
        series: [
          line(
            limits,
            drawn.points.map(({ upper }) => scaled(upper)),
            { type: 'dashed' },
          ),
          line(
            limits,
            drawn.points.map(({ lower }) => scaled(lower)),
            { type: 'dashed' },
          ),
          line(
            middle,
            drawn.points.map(({ value }) => (value === null ? null : scaled(drawn.centre))),
            {},
          ),
          ...(drawn.target === null
            ? []
            : [
                line(
                  goal,
                  drawn.points.map(() => drawn.target),
                  { color: theme.good, type: 'dotted' },
                ),
              ]),
          {
            ...{ type: 'line', name: own, symbol: 'circle', symbolSize: 5 },
            data: drawn.points.map(({ value }) => scaled(value)),
            lineStyle: { color: theme.series[0], width: 1.5 },
            itemStyle: { color: theme.series[0] },
          },
          {
            ...{ type: 'scatter', name: sign, symbol: 'rect', symbolSize: 11 },
            data: drawn.points.map(({ value, signals }) => (signals.length > 0 ? scaled(value) : null)),
            itemStyle: { color: theme.series[1] },
          },
        ],
      };
    },
    [key, scale],
  );
  const shown = (value: number | null) => (value === null ? null : value * scale);
  const baseline = points.filter(({ inBaseline }) => inBaseline).length;
  return (
    <>
      <Chart
        title={local(chartFinding(chart))}
        option={option}
        height={340}
        marks={chart.simulated ? <SimulatedMark /> : undefined}
        table={{
          columns: [
            ...[t('service.chart.begin'), name, t('service.chart.lower'), t('service.chart.upper')],
            ...[t('monitoring.axis.count'), t('service.chart.range'), t('service.chart.sign')],
          ],
          rows: points.map(({ value, lower, upper, size, signals }, index) => [
            ...[labels[index]!, shown(value), shown(lower), shown(upper), size, ranges[index] ?? null],
            signals.map((rule) => local(RULE_WORDS[rule])).join(', ') || null,
          ]),
        }}
      />
      <p className={`${classes.notes} quiet`}>
        {t(`service.kind.${kind}`)} {centre !== null && t('service.chart.baseline', { count: baseline })}{' '}
        {dispersion !== null && t('service.chart.dispersion', { value: format.number(dispersion, 2) })}
        {rangeUpper !== null && t('service.chart.rangeUpper', { value: format.number(rangeUpper, 1) })}
      </p>
    </>
  );
}
